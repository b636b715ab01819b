import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import { findDataset } from "@/db/queries/datasets";
import { runCommand, startCommand } from "./run-command";
import { createFolder, createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writeFiles, writePlans } from "./temporary-store";

afterAll(removeTemporary);

const newUrl = (folder: string) => pathToFileURL(path.join(folder, "data", "store.db")).href;

describe.concurrent("npm run ingest", () => {
  it("stores good files beside bad ones, names each fault, and ends with 1", async () => {
    const folder = createFolder();
    writeFiles(path.join(folder, "in"), {
      "1-good.txt": readFileSync(REAL_DOCUMENTS[1]!),
      "2-empty.txt": "",
      "3-binary.txt": Uint8Array.from({ length: 3000 }, (_, index) => (index * 131) % 256),
      "4-paper.txt": "%PDF-1.4\n%âãÏÓ\n",
      "5-line.txt": Buffer.alloc(50 * 1024 * 1024, "あ"),
      "6-nothing.txt": "令和7年度の買い物\n牛乳\n",
      ".hidden.txt": "",
    });
    writePlans(path.join(folder, "in", "sub"), [makePlan()]);
    const url = newUrl(folder);
    const { code, stdout, stderr } = await runCommand("ingest", [path.join(folder, "in")], { DATABASE_URL: url });
    expect([code, stderr]).toEqual([1, ""]);
    const lines = stdout.trimEnd().split("\n");
    const file = (name: string) => path.join(folder, "in", name);
    expect(lines).toContain(`追加 ${file("1-good.txt")}（UTF-8、LF、192行のうち 読み取り 124・空行 68・読み取れない 0）`);
    expect(lines.filter((line) => line.startsWith(`${file("1-good.txt")}:189:1 overall-rating-outside-targets `))).toHaveLength(1);
    for (const [name, rule] of [
      ["2-empty.txt", "empty-file"],
      ["3-binary.txt", "binary-file"],
      ["4-paper.txt", "broken-file"],
      ["5-line.txt", "too-large"],
      ["6-nothing.txt", "no-plan"],
    ] as const) {
      expect(
        lines.filter((line) => new RegExp(`:\\d+:\\d+ ${rule} .`).test(line) && line.startsWith(file(name))),
        name,
      ).toHaveLength(1);
      expect(lines).toContain(`拒否 ${file(name)}`);
    }
    expect(lines.at(-2)).toBe("追加 2、変更なし 0、拒否 5");
    expect(lines.slice(-8, -2)).toEqual([
      "拒否 5件（取り込んでいません）",
      ...["2-empty.txt", "3-binary.txt", "4-paper.txt", "5-line.txt", "6-nothing.txt"].map((name) => expect.stringContaining(`  1件（${name}）：`)),
    ]);
    const db = await openDatabase(url);
    const dataset = await findDataset(db);
    db.$client.close();
    expect(dataset!.documents).toBe(2);
    expect(lines.at(-1)).toBe(`データ版 ${dataset!.id}`);
  });

  it("is unchanged the second time, and takes db/documents by default", async () => {
    const env = { DATABASE_URL: newUrl(createFolder()) };
    const first = await runCommand("ingest", [], env);
    const second = await runCommand("ingest", ["--json"], env);
    expect([first.code, second.code]).toEqual([0, 0]);
    const summary = JSON.parse(second.stdout) as { dataset: string; files: { file: string; outcome: string }[] };
    expect(summary).toMatchObject({ added: 0, unchanged: 2, refused: 0 });
    expect(summary.files.map(({ file, outcome }) => [file, outcome])).toEqual(REAL_DOCUMENTS.map((file) => [file, "unchanged"]));
    expect(first.stdout.trimEnd().split("\n").slice(-2)).toEqual(["追加 2、変更なし 0、拒否 0", `データ版 ${summary.dataset}`]);
  });

  it("only reads with --check, and prints plans, messages and coverage with --json", async () => {
    const folder = createFolder();
    const url = newUrl(folder);
    const one = await runCommand("ingest", ["--check", "--json", REAL_DOCUMENTS[1]!], { DATABASE_URL: url });
    const printed = JSON.parse(one.stdout) as { plans: { format: string; priorityGoals: object[] }[] };
    expect([one.code, printed.plans.length, printed.plans[0]!.priorityGoals.length]).toEqual([0, 1, 4]);
    expect(printed).toMatchObject({ file: REAL_DOCUMENTS[1], encoding: "utf-8", newline: "lf", messages: [], coverage: { lines: 192, notUnderstood: 0 } });
    const several = await runCommand("ingest", ["--check", "--json", ...REAL_DOCUMENTS, ...writeFiles(folder, { "empty.txt": "" })], { DATABASE_URL: url });
    const list = JSON.parse(several.stdout) as { plans: object[]; messages: { rule: string }[] }[];
    expect([several.code, list.map(({ plans }) => plans.length), list[2]!.messages[0]!.rule]).toEqual([1, [1, 1, 0], "empty-file"]);
    expect(existsSync(path.join(folder, "data"))).toBe(false);
  });

  it.each([
    ["an unknown option", ["--force"], "オプション --force は使えません。"],
    ["a path that is not there", ["no-such-file.txt"], "「no-such-file.txt」が見つからないか、読めません。"],
  ])("ends with 2 for %s", async (_, args, sentence) => {
    const { code, stdout, stderr } = await runCommand("ingest", args, { DATABASE_URL: newUrl(createFolder()) });
    expect([code, stdout, stderr.split("\n")[0]]).toEqual([2, "", sentence]);
    expect(stderr).toContain("使い方: npm run ingest");
  });

  it("killed anywhere, leaves a sound store, and a second run gives the same dataset", async () => {
    const { db: clean, folder } = await createStore();
    const files = writePlans(
      path.join(folder, "in"),
      Array.from({ length: 150 }, (_, index) => makePlan({ fiscalYear: 1900 + index })),
    );
    const expected = (await ingest(clean, files)).dataset;
    await Promise.all(
      [5, 60, 140].map(async (lines, index) => {
        const url = pathToFileURL(path.join(folder, `killed-${index}.db`)).href;
        const child = startCommand("ingest", [path.join(folder, "in")], { DATABASE_URL: url });
        let printed = 0;
        child.stdout!.on("data", (chunk: Buffer) => {
          printed += chunk.toString().split("\n").length - 1;
          if (printed >= lines) child.kill("SIGKILL");
        });
        const signal = await new Promise((resolve) => child.once("close", (_, name) => resolve(name)));
        expect(signal).toBe("SIGKILL");
        const db = await openDatabase(url);
        try {
          expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
          expect((await ingest(db, files)).dataset).toBe(expected);
        } finally {
          db.$client.close();
        }
      }),
    );
  });

  it("run twice at the same moment into a new store, both succeed", async () => {
    const folder = createFolder();
    const files = writePlans(
      path.join(folder, "in"),
      Array.from({ length: 40 }, (_, index) => makePlan({ fiscalYear: 1900 + index })),
    );
    const env = { DATABASE_URL: newUrl(folder) };
    const runs = await Promise.all([runCommand("ingest", files.slice(0, 30), env), runCommand("ingest", files.slice(10), env)]);
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ""],
      [0, ""],
    ]);
    const db = await openDatabase(env.DATABASE_URL);
    try {
      expect((await findDataset(db))!.documents).toBe(40);
      expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
    } finally {
      db.$client.close();
    }
  });
});

describe.concurrent("npm run export and db:check", () => {
  it("export the newest dataset, say what they did, and check it", async () => {
    const { db, url, folder } = await createStore();
    const { dataset } = await ingest(db, REAL_DOCUMENTS);
    const out = path.join(folder, "out");
    const exported = await runCommand("export", ["--out", out], { DATABASE_URL: url });
    expect(exported).toMatchObject({ code: 0, stdout: `2件の運営方針を ${out} に書き出しました\nデータ版 ${dataset}\n` });
    expect(readdirSync(out).sort()).toEqual(["2021-policy-promotion.json", "2025-policy-promotion.json"]);
    const checked = await runCommand("check", [], { DATABASE_URL: url });
    const lines = checked.stdout.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThanOrEqual(7);
    expect((await runCommand("check", ["--full"], { DATABASE_URL: url })).stdout.trimEnd().split("\n")).toEqual(
      lines.toSpliced(-1, 0, "正常 文書の読み直し（2件）"),
    );
    expect([checked.code, lines.filter((line) => !line.startsWith("正常"))]).toEqual([0, []]);
  });

  it("check a tampered copy, and end with 1", async () => {
    const { db, url, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    await db.$client.execute("pragma wal_checkpoint(truncate)");
    const copy = path.join(folder, "copy.db");
    copyFileSync(fileURLToPath(url), copy);
    const tampered = await openDatabase(pathToFileURL(copy).href);
    await tampered.$client.execute("drop trigger documents_no_update");
    await tampered.$client.execute("update documents set bytes = zeroblob(byte_length)");
    tampered.$client.close();
    const { code, stdout, stderr } = await runCommand("check", [], { DATABASE_URL: pathToFileURL(copy).href });
    expect([code, stdout.match(/^異常 .*/gm)]).toEqual([1, ["異常 文書のハッシュ（2件）", "異常 表・索引・トリガーの定義（99件）"]]);
    expect(stderr).toMatch(/^ {2}文書 [0-9a-f]{64}（2021-policy-promotion\.txt）の内容のハッシュが [0-9a-f]{64} です$/m);
  });

  it.each([
    ["export without a folder", "export", [], 2, /^使い方: npm run export/],
    ["export of an unknown dataset", "export", ["--out", "unused", "--dataset", "abc"], 1, /^データ版「abc」はありません。\n$/],
    ["export into a file", "export", ["--out", "package.json/out"], 1, /^書き出し先 package\.json\/out に書き込めません（ENOTDIR）。\n$/],
    ["check with an argument", "check", ["x"], 2, /^使い方: npm run db:check/],
  ])("answer %s with one sentence", async (_, name, args, expected, sentence) => {
    const { db, url } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const { code, stderr } = await runCommand(name, args, { DATABASE_URL: url });
    expect([code, sentence.test(stderr)], stderr).toEqual([expected, true]);
  });

  it.each(["export", "check"])("%s makes no database where there is none", async (name) => {
    const folder = createFolder();
    const { code, stderr } = await runCommand(name, name === "export" ? ["--out", path.join(folder, "out")] : [], { DATABASE_URL: newUrl(folder) });
    expect([code, stderr]).toEqual([
      1,
      `データベース ${path.join(folder, "data", "store.db")} がありません。先に npm run ingest で文書を取り込んでください。\n`,
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
