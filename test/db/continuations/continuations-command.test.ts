import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeDecisions } from "@/db/ingest/report";
import { runCommand } from "../run-command";
import { createFolder, createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../temporary-store";

let url: string;
beforeAll(async () => {
  const store = await createStore();
  url = store.url;
  await ingest(store.db, REAL_DOCUMENTS);
});
afterAll(removeTemporary);

const run = (...args: string[]) => runCommand("continuations", args, { DATABASE_URL: url });
const [FIVE, FOUR] = ["2021-policy-promotion-5", "2025-policy-promotion-4"] as const;
const BY = ["--by", "企画調整課", "--reason", "消防団を引き継いだ"];

describe.concurrent("npm run continuations", () => {
  it("lists links with kind, score, status and both titles, then what ended and is new", async () => {
    const { code, stdout, stderr } = await run("list", "--level", "goal", "--from", "2021", "--to", "2025");
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("令和3年度 → 令和7年度 重点目標");
    const at = lines.findIndex((line) => new RegExp(`^統合 0\\.\\d\\d 候補 ${FIVE} → ${FOUR}$`).test(line));
    expect(lines[at + 1]).toBe("    「消防団を中核とした地域防災力の充実強化」 → 「防災対策の充実強化」");
    expect(lines).toContain("終了 2021-policy-promotion-3");
    expect(lines).toContain("新規 2025-policy-promotion-3");
    expect(stdout).not.toContain("-i1");
    expect((await run("list", "--from", "2022")).stdout).toBe("比べる年度の組がありません。\n");
  });

  it("says why two items are linked, and why others are not", async () => {
    const linked = await run("why", FIVE, FOUR);
    expect(linked.code).toBe(0);
    expect(linked.stdout).toMatch(
      /^2021-policy-promotion-5（令和3年度）「消防団を中核とした地域防災力の充実強化」\n2025-policy-promotion-4（令和7年度）「防災対策の充実強化」\n統合（候補）。続いている見込み（自動推定）は 0\.\d\d です。\n/,
    );
    expect(linked.stdout).toContain("・どちらにも「消防団");
    const other = await run("why", "2021-policy-promotion-3", "2025-policy-promotion-3");
    expect([other.code, other.stdout.split("\n")[2]!.slice(0, 13)]).toEqual([0, "つながりはありません。続い"]);
    expect(other.stdout).toContain("・所管室・課がどちらも「人事課」です。");
  });

  it.each([
    [
      "an item that is not there",
      ["confirm", "2021-policy-promotion-9", FOUR, ...BY],
      "「2021-policy-promotion-9」という重点目標・具体的取組は、取り込まれた運営方針にありません。",
    ],
    ["a goal and an initiative", ["why", FIVE, `${FOUR}-i1`], `「${FIVE}」は重点目標、「${FOUR}-i1」は具体的取組です。同じ種類どうしを指定してください。`],
    ["the later year first", ["add", FOUR, FIVE, ...BY], `「${FOUR}」は「${FIVE}」より前の年度のものではありません。前の年度を先に指定してください。`],
    [
      "no link to confirm",
      ["confirm", "2021-policy-promotion-3", FOUR, ...BY],
      `「2021-policy-promotion-3」から「${FOUR}」への継続は見つかっていません。加えるには add を使ってください。`,
    ],
    [
      "an end of what is not there",
      ["end", "2021-policy-promotion-9", "--kind", "merged", ...BY],
      "「2021-policy-promotion-9」という重点目標・具体的取組は、取り込まれた運営方針にありません。",
    ],
    ["nothing to undo", ["undo", FIVE, ...BY], `「${FIVE}」の終了についての判断はないため、取り消すものがありません。`],
    [
      "a link to add",
      ["add", FIVE, FOUR, ...BY],
      `「${FIVE}」から「${FOUR}」への継続はすでに見つかっています（統合、候補）。confirm または reject で判断してください。`,
    ],
  ])("answers %s with one sentence, and 1", async (_, args, sentence) => {
    const file = path.join(createFolder(), "d.json");
    const { code, stdout, stderr } = await run(...args, ...(args[0] === "why" ? [] : ["--decisions", file]));
    expect([code, stdout, stderr, existsSync(file)]).toEqual([1, "", `${sentence}\n`, false]);
  });

  it.each([
    ["nothing", [], "使い方: npm run continuations -- list"],
    ["an unknown verb", ["delete"], "「delete」という操作はありません。"],
    ["one key", ["why", FIVE], "why には、前の年度と後の年度の番号を一つずつ指定してください。"],
    ["two keys for an end", ["end", FIVE, FOUR, "--kind", "merged", ...BY], "end には、番号を一つ指定してください。"],
    ["an end without a kind", ["end", FIVE, ...BY], "end には、--kind が必要です（achieved、routine、merged、cancelled、unknown）。"],
    ["an end's unknown kind", ["end", FIVE, "--kind", "split", ...BY], "--kind「split」は使えません（achieved、routine、merged、cancelled、unknown）。"],
    ["three keys to undo", ["undo", FIVE, FOUR, FOUR, ...BY], "undo には、前の年度と後の年度の番号を一つずつ指定してください。"],
    ["no reason", ["confirm", FIVE, FOUR, "--by", "甲"], "confirm には、--by と --reason が必要です。"],
    ["an unknown kind", ["add", FIVE, FOUR, ...BY, "--kind", "same"], "--kind「same」は使えません（continued、merged、split、related）。"],
    ["a kind for a rejection", ["reject", FIVE, FOUR, ...BY, "--kind", "split"], "reject に --kind は使えません。"],
    ["a year in words", ["list", "--from", "令和3"], "--from「令和3」は使えません。令和7年度は 2025 とします。"],
    ["an unknown option", ["list", "--all"], "オプション --all の使い方が正しくありません。"],
  ])("answers %s with the usage, and 2", async (_, args, sentence) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout, stderr.startsWith(sentence), stderr.includes("使い方: npm run continuations")]).toEqual([2, "", true, true]);
  });

  it("ends with 1 where there is no database", async () => {
    const folder = createFolder();
    const { code, stderr } = await runCommand("continuations", ["list"], { DATABASE_URL: pathToFileURL(path.join(folder, "a.db")).href });
    expect([code, stderr.includes("先に npm run ingest で文書を取り込んでください。")]).toEqual([1, true]);
  });
});

/** One after the other: each runs the command many times. */
describe("what npm run continuations records", () => {
  it("records decisions that the next ingest takes in, or refuses", { timeout: 240_000 }, async () => {
    const { db, url: store, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const file = path.join(folder, "d.json");
    const own = (name: string, ...args: string[]) => runCommand(name, args, { DATABASE_URL: store });
    const confirmed = await own("continuations", "confirm", FIVE, FOUR, ...BY, "--kind", "continued", "--decisions", file);
    expect(confirmed).toMatchObject({
      code: 0,
      stderr: "",
      stdout: `${file} に確認を記録しました：${FIVE} → ${FOUR}\nnpm run ingest -- --decisions ${file} で取り込むと、サイトに反映されます。\n`,
    });
    const rejected = await own("continuations", "reject", FIVE, FOUR, ...BY, "--decisions", file);
    expect([rejected.code, JSON.parse(readFileSync(file, "utf8")).decisions.map((each: { decision: string }) => each.decision)]).toEqual([
      0,
      ["confirm", "reject"],
    ]);
    const [three, other] = ["2021-policy-promotion-3-i1", "2025-policy-promotion-3-i1"] as const;
    await own("continuations", "add", three, other, ...BY, "--kind", "related", "--decisions", file);
    const ended = await own("continuations", "end", "2021-policy-promotion-3", "--kind", "achieved", ...BY, "--decisions", file);
    expect(ended).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/ に終了（達成して終了）を記録しました：2021-policy-promotion-3\n/) });
    const taken = await own("ingest", "--decisions", file, REAL_DOCUMENTS[0]!);
    expect([taken.code, taken.stdout.trimEnd().split("\n").at(-3)]).toEqual([0, `追加 ${file}（継続についての判断 4件）`]);
    const { stdout } = await own("continuations", "list");
    expect(stdout).toMatch(new RegExp(`^統合 0\\.\\d\\d 却下 ${FIVE} → ${FOUR}$`, "m"));
    expect(stdout).toMatch(new RegExp(`^関連 0\\.\\d\\d 追加 ${three} → ${other}$`, "m"));
    expect(stdout).toMatch(/^終了 2021-policy-promotion-5$/m);
    expect(stdout).toMatch(/^終了 2021-policy-promotion-3（達成して終了）$/m);
    expect((await own("continuations", "why", FIVE, FOUR)).stdout).toMatch(/企画調整課が\d{4}-\d\d-\d\dに却下と判断しました：消防団を引き継いだ/);
    const again = await own("continuations", "reject", three, other, ...BY, "--decisions", file);
    expect([again.code, again.stderr]).toEqual([1, `「${three}」から「${other}」への継続は判断で加えたものです。取り消すには undo を使ってください。\n`]);
    const undone = await own("continuations", "undo", three, other, ...BY, "--decisions", file);
    expect(undone).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining(`に取り消しを記録しました：${three} → ${other}\n`) });
    const { decisions } = await ingest(db, [], { decisionsFile: file });
    expect([decisions!.added, describeDecisions(decisions!).at(-1)]).toEqual([1, `追加 ${file}（継続についての判断 5件、うち新しいもの 1件）`]);
    const { dataset } = await ingest(db, []);
    writeFileSync(file, readFileSync(file, "utf8").replace('"reject"', '"refuse"'));
    const refused = await own("ingest", "--decisions", file, REAL_DOCUMENTS[0]!);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(
      /d\.json:\d+:\d+ json-value \/decisions\/1\/decision：「confirm」か「reject」か「add」か「end」か「undo」が必要ですが、「"refuse"」です。\n拒否 .*d\.json\n/,
    );
    expect(refused.stdout.trimEnd().split("\n").at(-1)).toBe(`データ版 ${dataset}`);
  });

  it("tells of years that have others between them what the years between lead to, and takes decisions about them", { timeout: 240_000 }, async () => {
    const { db, url: store, folder } = await createStore();
    await ingest(db, [...REAL_DOCUMENTS, "test/db/fixtures/2024-policy-promotion-fictitious.json"], { municipality: "架空市" });
    const file = path.join(folder, "d.json");
    const own = (name: string, ...args: string[]) => runCommand(name, args, { DATABASE_URL: store, AYUMI_MUNICIPALITY: "架空市" });
    const { stdout } = await own("continuations", "list", "--level", "goal", "--from", "2021", "--to", "2025");
    expect(stdout.split("\n")[0]).toBe("令和3年度 → 令和7年度 重点目標（令和6年度をたどる）");
    expect(stdout).toMatch(
      new RegExp(
        `^統合 0\\.\\d\\d 候補 ${FIVE} → 2024-policy-promotion-4 → ${FOUR}\n    「消防団を中核とした地域防災力の充実強化」 → 「防災対策の充実強化」$`,
        "m",
      ),
    );
    expect((await own("continuations", "add", FIVE, FOUR, ...BY, "--decisions", file)).stderr).toBe(
      `「${FIVE}」から「${FOUR}」への継続はすでに見つかっています（2024-policy-promotion-4 を経る）。confirm または reject で判断してください。\n`,
    );
    expect((await own("continuations", "reject", FIVE, FOUR, ...BY, "--decisions", file)).code).toBe(0);
    const warning = `職員は「${FIVE}」から「${FOUR}」には続かないと判断しましたが、間の年度をたどると「2024-policy-promotion-4」を経て続きます。`;
    expect((await own("ingest", "--decisions", file, REAL_DOCUMENTS[0]!)).stdout).toContain(`${file}:8:23 rejection-in-chain ${warning}\n`);
    const after = (await own("continuations", "list", "--level", "goal", "--from", "2021", "--to", "2025")).stdout;
    expect([after.includes(` ${FIVE} → `), after.includes(`\nrejection-in-chain ${warning}\n`)]).toEqual([false, true]);
    expect((await own("continuations", "why", FIVE, FOUR)).stdout).toMatch(/^統合（却下）。続いている見込み（自動推定）は 0\.\d\d です。\n/m);
  });
});
