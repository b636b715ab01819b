import { closeSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { checkDatabase } from "@/db/check-database";
import { openDatabase, type Database } from "@/db/client";
import { createStore, ingest, makeDecision, makePlan, REAL_DOCUMENTS, removeTemporary, writeDecisions, writePlans } from "./temporary-store";

afterEach(removeTemporary);

async function createChecked(): Promise<{ db: Database; url: string }> {
  const { db, url, folder } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  await ingest(db, writePlans(folder, [makePlan()]), { decisionsFile: writeDecisions(folder, [makeDecision()]) });
  return { db, url };
}

/** What is wrong, by the name of the check. */
async function findFaults(db: Database): Promise<string[]> {
  return (await checkDatabase(db)).filter(({ faults }) => faults.length > 0).map(({ name }) => name);
}

it("finds a whole store sound, and says how much it looked at", async () => {
  const { db } = await createChecked();
  expect((await checkDatabase(db)).map(({ checked, faults }) => [checked, faults])).toEqual([[1, []], [1, []], [3, []], [3, []], [1, []], [2, []], [2, []], [3, []]]);
});

it.each([
  ["a byte of a document", "documents", "update documents set bytes = zeroblob(byte_length) where file_name like '2025%'", ["文書のハッシュ"]],
  ["the reader's version", "readings", "update readings set reader_version = 99 where id = 1", ["読み取りのハッシュ"]],
  ["a dataset's id", "datasets", `update datasets set id = '${"a".repeat(64)}' where sequence = 1`, ["データ版のハッシュの連鎖"]],
  ["the order of entries", "dataset_entries", "update dataset_entries set position = position + 10 where position = 3", ["データ版のハッシュの連鎖"]],
  ["a byte of the decisions", "decision_lists", "update decision_lists set bytes = zeroblob(length(bytes))", ["判断のハッシュ"]],
  ["a link's score", "comparisons", "update comparisons set links = json_set(links, '$[0].score', 0.5)", ["継続の計算"]],
  ["a reading's entry", "dataset_entries", "update dataset_entries set digest = (select digest from readings where id = 2) where position = 1", ["データ版のハッシュの連鎖"]],
])("notices a change to %s", async (_, table, change, expected) => {
  const { db } = await createChecked();
  await db.$client.execute(`drop trigger ${table}_no_update`);
  await db.$client.execute(change);
  expect(await findFaults(db)).toEqual(expected);
});

it.each([
  ["a reading that search does not know", "delete from search_readings where reading_id = 2"],
  ["an entry that search lacks", "delete from search_entries where id = 2"],
  ["words that search does not find", "insert into search_index (search_index) values ('delete-all')"],
  ["a text that changed", "update targets set text = '改ざん' where reading_id = 2"],
])("notices %s", async (_, change) => {
  const { db } = await createChecked();
  for (const name of ["search_readings_no_delete", "search_entries_no_delete", "targets_no_update"]) await db.$client.execute(`drop trigger ${name}`);
  await db.$client.execute(change);
  expect(await findFaults(db)).toContain("検索の索引");
});

it("notices a row that is gone", async () => {
  const { db } = await createChecked();
  await db.$client.execute("drop trigger plans_no_delete");
  await db.$client.execute("pragma foreign_keys = off");
  await db.$client.execute("delete from plans where reading_id = 1");
  expect(await findFaults(db)).toEqual(["表の間の参照", "継続の計算"]);
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
