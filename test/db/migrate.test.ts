import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/libsql/migrator";
import { afterEach, expect, it } from "vitest";
import { checkDatabase } from "@/db/check-database";
import { openDatabase, type Database } from "@/db/client";
import { APPLICATION_ID, identifyDatabase } from "@/db/identity";
import { migrateDatabase } from "@/db/migrate";
import { createFolder, createStore, ingest, makeDecision, openStore, REAL_DOCUMENTS, removeTemporary, writeDecisions } from "./temporary-store";

afterEach(removeTemporary);

/** Tables that the release before digests of rows had. */
const TABLES = [
  ...["documents", "readings", "plans", "officers", "basic_policies", "rating_scale_entries", "priority_goals", "targets", "initiatives", "messages"],
  ...["datasets", "dataset_entries", "comparisons", "comparison_reasons", "dataset_municipalities", "dataset_comparisons", "decision_lists", "decisions"],
];

/** A database as the release with so many migrations left it, with what a store of today holds. */
async function createEarlier(folder: string, migrations: number): Promise<{ url: string; dataset: string }> {
  const { db } = await createStore();
  const { dataset } = await ingest(db, REAL_DOCUMENTS, { decisionsFile: writeDecisions(folder, [makeDecision()]) });
  const today = path.join(folder, "today.db");
  await db.$client.execute({ sql: "vacuum into ?", args: [today] });
  cpSync("db/migrations", path.join(folder, "migrations"), { recursive: true });
  const journal = path.join(folder, "migrations", "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8")) as { entries: object[] };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, migrations) }));
  const url = pathToFileURL(path.join(folder, "earlier.db")).href;
  const earlier = await openDatabase(url);
  await migrate(earlier, { migrationsFolder: path.join(folder, "migrations") });
  await earlier.$client.execute({ sql: "attach ? as today", args: [today] });
  for (const table of TABLES) {
    if ((await earlier.all(sql`select 1 from sqlite_master where name = ${table}`)).length === 0) continue;
    if (migrations < 5 && /comparison|municipalities/.test(table)) continue;
    await earlier.run(sql.raw(`insert into ${table} select * from today.${table}`));
  }
  earlier.$client.close();
  return { url, dataset: dataset! };
}

const findFaults = async (db: Database) => (await checkDatabase(db)).flatMap(({ faults }) => faults);

it.each([5, 4])("a database of the release with %i migrations is brought up to date, with the digests of all its rows, and keeps its datasets' ids", async (migrations) => {
  const { url, dataset } = await createEarlier(createFolder(), migrations);
  const before = await openDatabase(url);
  expect(await identifyDatabase(before)).toEqual({ kind: "earlier", applied: migrations });
  expect(await findFaults(before)).toEqual([]);
  before.$client.close();
  const db = await openStore(url);
  expect(await identifyDatabase(db)).toMatchObject({ kind: "current" });
  expect(await findFaults(db)).toEqual([]);
  expect(await db.all(sql`select id from datasets`)).toEqual([{ id: dataset }]);
  expect(await db.all(sql`select subject, count(*) as n from row_digests group by 1 order by 1`)).toEqual([
    { subject: "comparison", n: 1 },
    { subject: "dataset", n: 1 },
    { subject: "decisions", n: 1 },
    { subject: "document", n: 2 },
    { subject: "reading", n: 2 },
  ]);
  expect((await db.get<{ application_id: number }>(sql`pragma application_id`)).application_id).toBe(APPLICATION_ID);
});

it("the digests that a migration makes are those that ingest writes", async () => {
  const folder = createFolder();
  const { url } = await createEarlier(folder, 5);
  const list = (db: Database) => db.all(sql`select subject, key, digest from row_digests where subject in ('reading', 'comparison') order by 1, 2`);
  const migrated = await list(await openStore(url));
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS, { decisionsFile: writeDecisions(folder, [makeDecision()]) });
  expect(migrated).toEqual(await list(db));
});

it("digests that are gone are not made up for", async () => {
  const { db, url } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  await db.run(sql`drop trigger row_digests_no_delete`);
  await db.run(sql`delete from row_digests where subject = 'reading'`);
  await migrateDatabase(await openDatabase(url));
  expect(await findFaults(db)).toEqual(expect.arrayContaining([expect.stringMatching(/^読み取り [0-9a-f]{64} の行のハッシュが記録されていません$/)]));
});
