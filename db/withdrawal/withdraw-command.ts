import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { CommandError, runCommand, runWithDatabase } from "../command";
import { flushDatabase } from "../connection/client";
import type { Database } from "../connection/database";
import { appendDataset } from "../ingest/append-dataset";
import { migrateDatabase } from "../migrate";
import { printText } from "../print";
import { printPath } from "../printed-path";
import { findDataset } from "../queries/datasets";

const USAGE = `使い方: npm run withdraw -- 番号 --reason 理由
       npm run withdraw -- 番号 --undo --reason 理由
  取り込んだ文書を取り下げます。数字やグラフには数えず、その前の版の文書があればそれに戻します。文書は「資料」で取り下げ済みとして読めます。
  番号は「資料」のページの SHA-256（先頭の4文字以上）です。--undo は取り下げを取り消します。前のデータ版を引用したページは変わりません。
終了コード: 0 できた、1 できなかった、2 使い方の誤り`;

interface Found {
  documentId: string;
  fileName: string;
  documentPosition: number;
}

/** Runs `npm run withdraw` and answers its exit code. */
export async function runWithdraw(args: readonly string[]): Promise<number> {
  return runCommand(async () => {
    const { id, reason, undo } = parse(args);
    return runWithDatabase("write", async (db) => {
      await migrateDatabase(db);
      const { fileName, ...document } = await findOne(db, id);
      const before = (await findDataset(db))!.id;
      const dataset = await appendDataset(db, [], null, { ...document, event: undo ? "reinstatement" : "withdrawal", reason });
      if (dataset === before) throw new CommandError(`${printPath(fileName)} は${undo ? "取り下げられていません" : "すでに取り下げられています"}。`);
      await flushDatabase(db);
      printText(`${printPath(fileName)} ${undo ? "の取り下げを取り消しました" : "を取り下げました"}（${reason}）\nデータ版 ${dataset}`);
      return 0;
    });
  });
}

/** The document of the newest dataset whose id begins so. */
async function findOne(db: Database, id: string): Promise<Found> {
  const found = await db.all<Found>(sql`
    select d.id as documentId, d.file_name as fileName, min(e.document_position) as documentPosition
    from documents d join readings r on r.document_id = d.id join dataset_entries e on e.reading_id = r.id
    where substr(d.id, 1, ${id.length}) = ${id} group by d.id order by d.id limit 2`);
  if (found.length === 0) throw new CommandError(`「${id}」という番号の文書はありません。`);
  if (found.length > 1) throw new CommandError(`「${id}」で始まる番号の文書がいくつもあります。番号を長く指定してください。`);
  return found[0]!;
}

function parse(args: readonly string[]): { id: string; reason: string; undo: boolean } {
  const { values, positionals } = read(args);
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) throw new CommandError(USAGE, 2);
  if (!/^[0-9a-f]{4,64}$/.test(id)) throw new CommandError(`「${id}」は番号ではありません。\n${USAGE}`, 2);
  const reason = values.reason?.trim();
  if (!reason) throw new CommandError(`--reason が必要です。\n${USAGE}`, 2);
  return { id, reason, undo: values.undo ?? false };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { reason: { type: "string" }, undo: { type: "boolean" } }, allowPositionals: true });
  } catch {
    throw new CommandError(USAGE, 2);
  }
}
