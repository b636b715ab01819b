import { parseArgs } from "node:util";
import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { shortHash } from "@/lib/domain/short-hash";
import { CommandError, runCommand, runWithDatabase } from "../command";
import type { Database } from "../connection/database";
import { migrateDatabase } from "../migrate";
import { printText } from "../print";
import { describeMessage } from "../printed-message";
import { printPath } from "../printed-path";
import { acceptHeld } from "./accept";
import { findHeld, type HeldDocument, listHeld, readHeld, releaseHeld } from "./intake";

const USAGE = `使い方: npm run intake -- list
       npm run intake -- show 番号
       npm run intake -- accept 番号 --reason 理由
       npm run intake -- discard 番号
  読み取りが疑わしいために保留されている文書（公開していません）を一覧し、読み取った内容を示し、取り込むか捨てます。
  番号は list が示すものです。accept は、理由とともに取り込み、データ版を作ります。discard は、保留の文書を消します（元のファイルは残ります）。
終了コード: 0 できた、1 できなかった、2 使い方の誤り`;

const VERBS = ["list", "show", "accept", "discard"] as const;
type Verb = (typeof VERBS)[number];

/** Runs `npm run intake` and answers its exit code. */
export async function runIntake(args: readonly string[]): Promise<number> {
  return runCommand(async () => {
    const { verb, id, reason } = parse(args);
    return runWithDatabase("write", async (db) => {
      // A database of an earlier release holds nothing, and has nowhere to.
      await migrateDatabase(db);
      if (verb === "list") return list(db);
      const held = await findOne(db, id!);
      if (verb === "show") return show(db, held);
      if (verb === "accept") return accept(db, held, reason!);
      await releaseHeld(db, held);
      printText(`${printPath(held.fileName)} を保留から消しました`);
      return 0;
    });
  });
}

async function list(db: Database): Promise<number> {
  const held = await listHeld(db);
  if (held.length === 0) printText("保留されている文書はありません。");
  for (const { id, fileName, receivedAt, reasons } of held) {
    printText([`${shortHash(id)} ${printPath(fileName)}（${receivedAt.slice(0, 10)}）`, ...reasons.map(({ reason }) => `    ${reason}`)].join("\n"));
  }
  return 0;
}

/** What was read, goal by goal, so that a person can lay it beside the original. */
async function show(db: Database, held: HeldDocument): Promise<number> {
  const { reading } = await readHeld(db, held);
  const lines = held.reasons.map((reason) => describeMessage(printPath(held.fileName), reason, reading.source?.places));
  for (const { plan } of reading.plans) {
    lines.push("", `${formatFiscalYearInFull(plan.fiscalYear)} ${plan.department}　${plan.title ?? ""}`.trimEnd());
    for (const goal of plan.priorityGoals) {
      lines.push(
        `重点目標${goal.number} ${goal.title}（全体の達成度 ${goal.overallRating ?? "なし"}、達成目標 ${goal.targets.length}件、具体的取組 ${goal.initiatives.length}件）`,
      );
      for (const { text, achievement, rating } of goal.targets) {
        lines.push(`    達成目標 ${flatten(text)}`, `    達成状況 ${flatten(achievement)}`, `    達成度 ${rating ?? "なし"}`);
      }
      for (const { text, reportedResult, responsibleUnit } of goal.initiatives) {
        lines.push(`    取組 ${flatten(text)}（所管 ${flatten(responsibleUnit)}）`, `    実績 ${flatten(reportedResult)}`);
      }
      lines.push(`    総括 ${flatten(goal.overallAssessment)}`, `    今後 ${flatten(goal.futureConsiderations)}`);
    }
  }
  printText(lines.join("\n"));
  return 0;
}

async function accept(db: Database, held: HeldDocument, reason: string): Promise<number> {
  const done = await acceptHeld(db, held, reason);
  if ("refusals" in done) throw new CommandError(done.refusals.map((message) => describeMessage(printPath(held.fileName), message)).join("\n"));
  printText(`追加 ${printPath(held.fileName)}（${reason}）\nデータ版 ${done.dataset}`);
  return 0;
}

async function findOne(db: Database, id: string): Promise<HeldDocument> {
  const found = await findHeld(db, id);
  if (found.length === 0) throw new CommandError(`「${id}」という番号の保留された文書はありません。npm run intake -- list で確かめてください。`);
  if (found.length > 1) throw new CommandError(`「${id}」で始まる番号の文書が${found.length}件あります。番号を長く指定してください。`);
  return found[0]!;
}

function parse(args: readonly string[]): { verb: Verb; id: string | null; reason: string | null } {
  const { values, positionals } = read(args);
  const [verb, id, ...rest] = positionals;
  if (!isVerb(verb) || rest.length > 0) throw new CommandError(USAGE, 2);
  if ((verb === "list") !== (id === undefined)) throw new CommandError(USAGE, 2);
  if (id !== undefined && !/^[0-9a-f]{4,64}$/.test(id)) throw new CommandError(`「${id}」は番号ではありません。\n${USAGE}`, 2);
  const reason = values.reason?.trim() ?? null;
  if (verb === "accept" && !reason) throw new CommandError(`accept には、--reason が必要です。\n${USAGE}`, 2);
  if (verb !== "accept" && reason !== null) throw new CommandError(`${verb} に --reason は使えません。\n${USAGE}`, 2);
  return { verb, id: id ?? null, reason };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { reason: { type: "string" } }, allowPositionals: true });
  } catch {
    throw new CommandError(USAGE, 2);
  }
}

function isVerb(verb: string | undefined): verb is Verb {
  return VERBS.some((known) => known === verb);
}

function flatten(text: string | null): string {
  return text === null ? "なし" : text.replaceAll("\n", " ");
}
