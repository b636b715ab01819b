import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../run-command";
import { createStore, REAL_DOCUMENTS, removeTemporary, writeFiles } from "../temporary-store";

/** The FY2025 document with a slip of the pen: 令和17年度. */
const FAR = readFileSync(REAL_DOCUMENTS[1]!, "utf8").replaceAll("令和7年度", "令和17年度");
let env: Record<string, string>;
let far: string;
beforeAll(async () => {
  const { url, folder } = await createStore();
  env = { DATABASE_URL: url };
  far = writeFiles(folder, { "2035.txt": FAR })[0]!;
});
afterAll(removeTemporary);

const run = (name: string, ...args: string[]) => runCommand(name, args, env);

it("leads a planner from a held document to a dataset, and back", { timeout: 240_000 }, async () => {
  const first = await run("ingest", ...REAL_DOCUMENTS, far);
  expect(first.code, first.stdout + first.stderr).toBe(1);
  expect(first.stdout).toContain("2035.txt:3:");
  expect(first.stdout).toContain("年度が、取り込み済みの最新の令和7年度より大きく先の令和17年度です。");
  const lines = first.stdout.trimEnd().split("\n");
  expect(lines.at(-2)).toBe("追加 2、変更なし 0、保留 1、拒否 0");
  const [, id] = /^ {2}([0-9a-f]{12}) .*2035\.txt：/m.exec(first.stdout)!;
  expect(first.stdout).toContain(`npm run intake -- show ${id}`);

  const again = await run("ingest", REAL_DOCUMENTS[0]!);
  expect([again.code, again.stdout.startsWith("保留 1件")]).toEqual([0, true]);
  const listed = await run("intake", "list");
  expect(listed.stdout).toContain(`${id} 2035.txt（`);
  const shown = await run("intake", "show", id!);
  expect(shown.code).toBe(0);
  expect(shown.stdout).toContain("令和17年度（2035年度） 政策推進部");
  expect(shown.stdout).toContain("重点目標4 防災対策の充実強化（全体の達成度 C、");

  expect(await run("intake", "accept", id!)).toMatchObject({ code: 2, stdout: "" });
  expect((await run("intake", "accept", "00000000", "--reason", "x")).stderr).toContain("「00000000」という番号の保留された文書はありません。");
  const accepted = await run("intake", "accept", id!, "--reason", "見本です");
  expect([accepted.code, accepted.stdout.split("\n")[0]]).toEqual([0, "追加 2035.txt（見本です）"]);
  expect((await run("intake", "list")).stdout).toBe("保留されている文書はありません。\n");

  const withdrawn = await run("withdraw", id!, "--reason", "見本でした");
  expect([withdrawn.code, withdrawn.stdout.split("\n")[0]]).toEqual([0, "2035.txt を取り下げました（見本でした）"]);
  expect(await run("withdraw", id!, "--reason", "もう一度")).toMatchObject({ code: 1, stderr: "2035.txt はすでに取り下げられています。\n" });
  const undone = await run("withdraw", id!, "--undo", "--reason", "見本と書いたので");
  expect([undone.code, undone.stdout.split("\n")[0]]).toEqual([0, "2035.txt の取り下げを取り消しました（見本と書いたので）"]);
  expect(await run("check")).toMatchObject({ code: 0, stderr: "" });
});

it.each([
  ["intake", []],
  ["intake", ["show"]],
  ["intake", ["list", "abcd"]],
  ["intake", ["discard", "abcd", "--reason", "x"]],
  ["withdraw", []],
  ["withdraw", ["abcd"]],
  ["withdraw", ["%", "--reason", "x"]],
])("%s %j is answered with the usage, and 2", async (name, args) => {
  const { code, stdout, stderr } = await run(name, ...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`使い方: npm run ${name}`);
});
