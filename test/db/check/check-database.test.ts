import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import type { Database } from "@/db/connection/database";
import { digestStored } from "@/db/rows/row-digest";
import { ROW_SUBJECTS } from "@/db/rows/row-subjects";
import {
  createFolder,
  createStore,
  ingest,
  makeDecision,
  makePlan,
  openStore,
  REAL_DOCUMENTS,
  removeTemporary,
  writeDecisions,
  writePlans,
} from "../temporary-store";

afterEach(removeTemporary);

/** Tables, indices and triggers that the migrations make. */
const SCHEMA = 99;

let whole: Buffer;

/** A store of its own with documents, a plan and a decision. */
async function createChecked(): Promise<{ db: Database; url: string }> {
  const folder = createFolder();
  const file = path.join(folder, "test store.db");
  whole ??= await makeWhole(folder);
  writeFileSync(file, whole);
  const url = pathToFileURL(file).href;
  return { db: await openStore(url), url };
}

async function makeWhole(folder: string): Promise<Buffer> {
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  await ingest(db, writePlans(folder, [makePlan()]), { decisionsFile: writeDecisions(folder, [makeDecision()]) });
  const file = path.join(folder, "whole.db");
  await db.$client.execute({ sql: "vacuum into ?", args: [file] });
  return readFileSync(file);
}

/** What is wrong, by the name of the check. */
async function findFaults(db: Database): Promise<string[]> {
  return (await checkDatabase(db)).filter(({ faults }) => faults.length > 0).map(({ name }) => name);
}

it("finds a whole store sound, and says how much it looked at", async () => {
  const { db } = await createChecked();
  expect((await checkDatabase(db)).map(({ checked, faults }) => [checked, faults])).toEqual([
    [1, []],
    [1, []],
    [14, []],
    [3, []],
    [3, []],
    [2, []],
    [2, []],
    [3, []],
    [3, []],
    [SCHEMA, []],
  ]);
});

/** Changes rows as nobody may: without the triggers that refuse it, which are there again afterwards. */
async function tamper(db: Database, ...changes: string[]): Promise<void> {
  const triggers = await db.all<{ name: string; sql: string }>(sql`select name, sql from sqlite_master where type = 'trigger'`);
  await db.$client.execute("pragma foreign_keys = off");
  for (const { name } of triggers) await db.$client.execute(`drop trigger ${name}`);
  for (const change of changes) await db.$client.execute(change);
  for (const trigger of triggers) await db.$client.execute(trigger.sql);
}

const ROWS = "行のハッシュ";

it.each([
  ["a byte of a document", "update documents set bytes = zeroblob(byte_length) where file_name like '2025%'", ["文書のハッシュ"]],
  ["a document's name", "update documents set file_name = 'x.txt' where file_name like '2025%'", [ROWS]],
  ["the reader's version", "update readings set reader_version = 99 where id = 1", [ROWS, "読み取りのハッシュ"]],
  ["an overall rating", "update priority_goals set overall_rating = 'A' where overall_rating = 'C'", [ROWS]],
  ["a target's rating", "update targets set rating = 'A' where rating = 'B'", [ROWS]],
  ["what a rating means", "update rating_scale_entries set min = 90 where rating = 'C'", [ROWS]],
  ["what was reported", "update initiatives set reported_result = 'すべて終えた' where reading_id = 2 and position = 0", [ROWS, "検索の索引"]],
  ["a goal's place in the document", "update priority_goals set places = '{}' where reading_id = 2 and position = 1", [ROWS]],
  ["an officer", "update officers set name = '架空 太郎' where reading_id = 2", [ROWS]],
  ["a message", "delete from messages where reading_id = 2 and position = 0", [ROWS]],
  ["a finding's words", "update messages set reason = '問題ありません' where kind = 'finding'", [ROWS]],
  ["a target more", "insert into targets values (2, 0, 0, 90, '足した目標', 'A', null, null)", [ROWS, "検索の索引"]],
  ["a target less", "delete from targets where reading_id = 2 and goal_position = 0 and position = 0", [ROWS]],
  ["a dataset's id", `update datasets set id = '${"a".repeat(64)}' where sequence = 1`, [ROWS, "データ版のハッシュの連鎖"]],
  ["a dataset's time", "update datasets set created_at = '2020-01-01T00:00:00.000Z' where sequence = 1", [ROWS]],
  ["a dataset's count", "update dataset_municipalities set plan_count = 9 where dataset_sequence = 1", [ROWS]],
  ["the order of entries", "update dataset_entries set position = position + 10 where position = 3", [ROWS, "データ版のハッシュの連鎖"]],
  [
    "a reading's entry",
    "update dataset_entries set digest = (select digest from readings where id = 2) where position = 1",
    [ROWS, "データ版のハッシュの連鎖"],
  ],
  ["a byte of the decisions", "update decision_lists set bytes = zeroblob(length(bytes))", ["判断のハッシュ"]],
  ["a decision's row", "update decision_events set decision = 'reject'", [ROWS, "判断のハッシュ"]],
  [
    "who decided, and the digest of it",
    "update decision_events set decided_by = '架空 太郎', digest = '%64'".replace("%64", "c".repeat(64)),
    [ROWS, "判断のハッシュ"],
  ],
  ["a decision that is gone", "delete from decision_events", [ROWS, "判断のハッシュ"]],
  ["a link's score", "update comparisons set links = json_set(links, '$[0][3]', 0.5)", [ROWS]],
  ["why a link stands", "update comparison_reasons set reasons = zeroblob(9)", [ROWS]],
  ["a digest of rows", `update row_digests set digest = '${"b".repeat(64)}' where subject = 'reading'`, [ROWS]],
  ["a reading without its digest", "delete from row_digests where subject = 'reading'", [ROWS]],
  ["a reading that is gone whole", "delete from row_digests where key = (select digest from readings where id = 3)", [ROWS]],
])("notices a change to %s", async (_, change, expected) => {
  const { db } = await createChecked();
  await tamper(db, change);
  expect(await findFaults(db)).toEqual(expect.arrayContaining(expected));
});

it.each([
  ["a trigger that is gone", "drop trigger targets_no_update", "trigger targets_no_update がありません"],
  ["a trigger that does nothing", "create trigger plans_no_update before update on plans begin select 1; end", "trigger plans_no_update の定義が違います"],
  ["a trigger of somebody", "create trigger mine after insert on plans begin delete from search_entries; end", "trigger mine は、あゆみのものではありません"],
  ["an index that is gone", "drop index plans_key", "index plans_key がありません"],
  ["a table of somebody", "create table mine (x)", "table mine は、あゆみのものではありません"],
  ["a view in a table's place", "create view mine as select * from plans", "view mine は、あゆみのものではありません"],
])("notices %s", async (_, change, fault) => {
  const { db } = await createChecked();
  if (change.startsWith("create trigger plans_no_update")) await db.$client.execute("drop trigger plans_no_update");
  await db.$client.execute(change);
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([fault]);
});

it.each([
  ["a reading that search does not know", "delete from search_readings where reading_id = 2"],
  ["an entry that search lacks", "delete from search_entries where id = 2"],
  ["an entry of nothing", "insert into search_entries values (900, 2, 0, 77)"],
  ["words that search does not find", "insert into search_index (search_index) values ('delete-all')"],
  ["a text that changed", "update targets set text = '改ざん' where reading_id = 2"],
])("notices %s", async (_, change) => {
  const { db } = await createChecked();
  await tamper(db, change);
  expect(await findFaults(db)).toContain("検索の索引");
});

it("notices a row that is gone", async () => {
  const { db } = await createChecked();
  await tamper(db, "delete from plans where reading_id = 1");
  expect(await findFaults(db)).toEqual(["表の間の参照", ROWS, "継続の計算", "検索の索引"]);
});

it("notices a text that is not UTF-8, over which libSQL would end the process", async () => {
  const { db } = await createChecked();
  await tamper(db, "update targets set text = cast(x'e5ff41' as text) where reading_id = 2 and position = 0");
  const found = await checkDatabase(db);
  expect(found.at(-2)).toMatchObject({ name: ROWS, faults: ["読み取りに、UTF-8 でない文字があります"] });
  expect(found).toHaveLength(4);
});

it("reads every document again when asked, and notices what it would not read so", async () => {
  const { db } = await createChecked();
  expect((await checkDatabase(db, { full: true })).at(-2)).toEqual({ name: "文書の読み直し", checked: 3, faults: [] });
  const [{ digest }] = (await db.all<{ digest: string }>(sql`select digest from readings where id = 2`)) as [{ digest: string }];
  await tamper(db, "update priority_goals set overall_rating = 'A' where overall_rating = 'C'");
  // Whoever changes the digest too is found by reading again alone.
  const { tables } = ROW_SUBJECTS.find(({ name }) => name === "reading")!;
  await tamper(db, `update row_digests set digest = '${await digestStored(db, tables(2))}' where key = '${digest}'`);
  expect(await findFaults(db)).toEqual([]);
  const faults = (await checkDatabase(db, { full: true })).flatMap((result) => result.faults);
  expect(faults).toEqual([expect.stringMatching(/^文書 [0-9a-f]{64}（2025-policy-promotion\.txt）を読み直すと、取り込んだ内容と合いません$/)]);
});

it("notices bytes that changed under SQLite", async () => {
  const { db, url } = await createChecked();
  await db.$client.execute("pragma wal_checkpoint(truncate)");
  const file = fileURLToPath(url);
  const at = readFileSync(file).indexOf("シティプロモーションの強化のため");
  expect([at > 0, statSync(file).size > at]).toEqual([true, true]);
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(4096, 0xee), 0, 4096, Math.floor(at / 4096) * 4096);
  closeSync(handle);
  const fresh = await openDatabase(url);
  try {
    const found = await findFaults(fresh).catch((error: unknown) => [String(error)]);
    expect(found.length).toBeGreaterThan(0);
  } finally {
    fresh.$client.close();
  }
});
