import { parseArgs } from "node:util";
import { CommandError, runCommand, runWithDatabase } from "../command";
import { exportPlans } from "../export-plans";
import { resolvePath } from "../named-path";
import { printText } from "../print";
import { findDataset } from "../queries/datasets";

const USAGE = `使い方: npm run export -- --out フォルダ [--dataset データ版]
  データ版（指定がなければ最新）の運営方針を、1件ずつ plan JSON（ayumi-plan/1）として書き出します。`;

process.exitCode = await runCommand(async () => {
  const { out, dataset: id } = parse();
  return runWithDatabase("read", async (db) => {
    const dataset = await findDataset(db, id);
    if (!dataset) throw new CommandError(id ? `データ版「${id}」はありません。` : "取り込まれた文書がありません。");
    const count = await exportPlans(db, dataset, resolvePath(out)).catch((error: NodeJS.ErrnoException) => {
      throw error.syscall ? new CommandError(`書き出し先 ${out} に書き込めません（${error.code}）。`) : error;
    });
    printText(`${count}件の運営方針を ${out} に書き出しました\nデータ版 ${dataset.id}`);
    return 0;
  });
});

function parse(): { out: string; dataset: string | undefined } {
  try {
    const { values } = parseArgs({ options: { out: { type: "string" }, dataset: { type: "string" } } });
    if (values.out) return { out: values.out, dataset: values.dataset };
  } catch {
    // The usage says it all.
  }
  throw new CommandError(USAGE, 2);
}
