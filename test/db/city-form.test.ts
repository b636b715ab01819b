import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { findForm, homeForm } from "@/db/city-form";
import { findDataset } from "@/db/queries/datasets";
import { listGoals } from "@/db/queries/goals";
import { runCommand } from "./run-command";
import { createFolder, createStore, openStore, removeTemporary, writeFiles } from "./temporary-store";

afterEach(() => void vi.unstubAllEnvs());
afterAll(removeTemporary);

/** A form of a city's own: what others call 重点目標 is ねがい there (架空). */
const FORM = {
  format: "ayumi-form/1",
  name: "negai",
  label: "架空市のねがい帳",
  titleWords: ["ねがい帳"],
  headings: { goal: ["ねがい"], initiative: ["すること"], result: ["したこと"], initiativeRating: ["できばえ"], unit: ["だれが"], overallRating: ["まとめ"] },
  ignored: ["おかね"],
  ratingScale: [{ rating: "花丸", aliases: ["◎"] }, { rating: "丸" }, { rating: "三角" }],
};
const TEXT = `令和6年度　くらし部　ねがい帳
ねがい	道をなおす
すること	したこと	おかね	できばえ	だれが
穴をうめる。	うめた。	10円	◎	道の係
線をひく。	ひいた。	20円	三角	道の係
まとめ	丸
`;

function createCity(form: object = FORM): { folder: string; env: Record<string, string> } {
  const folder = createFolder();
  writeFiles(folder, { "ayumi.json": JSON.stringify({ municipality: "架空市", form: "negai" }) });
  writeFiles(path.join(folder, "forms"), { "negai.json": JSON.stringify(form) });
  writeFiles(path.join(folder, "documents"), { "2024.txt": TEXT });
  return { folder, env: { AYUMI_DATA: folder } };
}

it("a city's own form lies in its data folder, and Ayumi's own are known by name", () => {
  vi.stubEnv("AYUMI_DATA", createCity().folder);
  expect(homeForm()?.label).toBe("架空市のねがい帳");
  expect(findForm("row-per-project")?.name).toBe("row-per-project");
  expect(findForm("kashiwara")).toBeNull();
  for (const name of ["none", "../ayumi", "ayumi-form-1.schema"]) {
    expect(() => findForm(name), name).toThrow(
      /様式「.*」がありません。使えるのは negai、kashiwara、marks-at-initiatives、row-per-project、sheet-per-project です。/,
    );
  }
});

it("documents are read by it, kept with it, and read again by it", { timeout: 120_000 }, async () => {
  const { folder, env } = createCity();
  const { url } = await createStore();
  const ended = await runCommand("ingest", [], { ...env, DATABASE_URL: url });
  expect([ended.code, ended.stderr], ended.stdout).toEqual([0, ""]);
  const db = await openStore(url);
  const [goal] = await listGoals(db, (await findDataset(db))!);
  expect([goal!.title, goal!.overallRating?.rating]).toEqual(["道をなおす", "丸"]);
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await runCommand("check", [], { ...env, DATABASE_URL: url })).toMatchObject({ code: 0 });
  const again = await runCommand("ingest", [path.join(folder, "documents")], { ...env, DATABASE_URL: url });
  expect(again.stdout).toContain("変更なし 1");
});

it("--explain tells of each line what it became, with the form that is named", { timeout: 60_000 }, async () => {
  const { folder } = createCity();
  const file = path.join(folder, "documents", "2024.txt");
  const { stdout, code } = await runCommand("ingest", ["--check", "--explain", file], { AYUMI_DATA: folder });
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 6)).toEqual([
    "1行\t表題、年度、部\t令和6年度　くらし部　ねがい帳",
    "2行\t重点目標1の題名\tねがい｜道をなおす",
    "3行\t見出し\tすること｜したこと｜おかね｜できばえ｜だれが",
    "4行\t重点目標1の具体的取組 1、重点目標1の具体的な取組実績 1、重点目標1の取組の達成度 1、重点目標1の所管室・課 1\t穴をうめる。｜うめた。｜10円｜◎｜道の係",
    "5行\t重点目標1の具体的取組 2、重点目標1の具体的な取組実績 2、重点目標1の取組の達成度 2、重点目標1の所管室・課 2\t線をひく。｜ひいた。｜20円｜三角｜道の係",
    "6行\t重点目標1の全体の達成度\tまとめ｜丸",
  ]);
  expect((await runCommand("ingest", ["--check", "--form", "kashiwara", file], { AYUMI_DATA: folder })).stdout).toContain("no-plan");
  expect(await runCommand("ingest", ["--explain", file], { AYUMI_DATA: folder })).toMatchObject({ code: 2 });
});

it.each<[string, object, RegExp]>([
  ["a field that no form has", { ...FORM, headings: { ...FORM.headings, price: ["ねだん"] } }, /negai\.json:1:\d+ .*price/],
  ["a bracket without its other one", { ...FORM, ignored: ["おかね[の"] }, /negai\.json:1:\d+ .*おかね\[の/],
  ["another name than its file's", { ...FORM, name: "other" }, /negai\.json の name は「other」です/],
])("a definition with %s is refused, with its place", async (_, form, message) => {
  const { folder } = createCity(form);
  const { code, stderr } = await runCommand("ingest", ["--check", path.join(folder, "documents")], { AYUMI_DATA: folder });
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(readFileSync(path.join(folder, "documents", "2024.txt"), "utf8")).toBe(TEXT);
});
