import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/libsql/migrator";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterEach, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import type { Database } from "@/db/connection/database";
import { APPLICATION_ID, identifyDatabase } from "@/db/connection/identity";
import { chainDigest } from "@/db/ingest/append-dataset";
import { migrateDatabase } from "@/db/migrate";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { listDecisionFindings } from "@/db/queries/decision-findings";
import { digestStatement, digestStored } from "@/db/rows/row-digest";
import { listKeys, ROW_SUBJECTS } from "@/db/rows/row-subjects";
import { readingTexts } from "@/db/schema/readings";
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
} from "./temporary-store";

afterEach(removeTemporary);

/** Tables whose rows are as in releases before digests of rows and before events. */
const TABLES = [
  ...["documents", "readings", "plans", "officers", "basic_policies", "rating_scale_entries", "priority_goals", "targets", "initiatives", "messages"],
  ...["comparisons", "comparison_reasons", "dataset_municipalities", "dataset_comparisons", "decision_lists"],
];

/**
 * A database as the release with so many migrations left it, with what a store of today holds: where that has an event,
 * it has an entry of the whole list.
 */
async function createEarlier(folder: string, migrations: number, more: readonly string[] = []): Promise<{ url: string; dataset: string; file: string }> {
  const { db } = await createStore();
  const file = writeDecisions(folder, [makeDecision()]);
  await ingest(db, [...REAL_DOCUMENTS, ...more], { decisionsFile: file });
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
  const [last] = await earlier.all<{ chain: string; list: string }>(sql`
    select (select chain from today.dataset_entries where kind = 'reading' order by position desc limit 1) as chain, (select digest from today.decision_lists) as list`);
  const dataset = chainDigest(last!.chain, last!.list);
  await earlier.run(sql`insert into datasets select sequence, ${dataset}, created_at, document_count from today.datasets`);
  for (const table of TABLES) {
    if ((await earlier.all(sql`select 1 from sqlite_master where name = ${table}`)).length === 0) continue;
    if (migrations < 5 && /comparison|municipalities/.test(table)) continue;
    const shown =
      more.length > 0 && /comparison/.test(table)
        ? `where ${table === "comparisons" ? "digest" : "comparison"} not in (select digest from today.comparisons where to_year - from_year > 3)`
        : "";
    await earlier.run(sql.raw(`insert into ${table} select * from today.${table} ${shown}`));
  }
  await earlier.run(sql`insert into dataset_entries select * from today.dataset_entries where kind = 'reading'`);
  await earlier.run(sql`insert into dataset_entries values (${3 + more.length}, 1, 'decisions', ${last!.list}, ${dataset}, null, null)`);
  await earlier.run(
    sql`insert into decisions select ${last!.list}, 0, decision, level, substr(predecessor, 11), substr(successor, 11), kind, reason, decided_by, decided_on, '[]' from today.decision_events`,
  );
  if (migrations > 5) {
    for (const subject of ROW_SUBJECTS.filter(({ name }) => !["decision", "acceptance", "withdrawal"].includes(name))) {
      for (const { key, id } of await listKeys(earlier, subject))
        await earlier.$client.execute(digestStatement(subject.name, key, await digestStored(earlier, subject.tables(id).filter(isEarly))));
    }
  }
  earlier.$client.close();
  return { url, dataset, file };
}

/** Not of a table that came with a later migration. */
const isEarly = ({ table }: { table: SQLiteTable }) => table !== readingTexts;

const findFaults = async (db: Database) => (await checkDatabase(db)).flatMap(({ faults }) => faults);

it.each([7, 6, 5, 4])(
  "a database of the release with %i migrations is brought up to date, with the digests of all its rows, and keeps its datasets' ids",
  async (migrations) => {
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
  },
);

it("the digests that a migration makes are those that ingest writes", async () => {
  const folder = createFolder();
  const { url } = await createEarlier(folder, 5);
  const list = (db: Database) => db.all(sql`select subject, key, digest from row_digests where subject in ('reading', 'comparison') order by 1, 2`);
  const migrated = await list(await openStore(url));
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS, { decisionsFile: writeDecisions(folder, [makeDecision()]) });
  expect(migrated).toEqual(await list(db));
});

it.each([6, 4])("a list that a release with %i migrations took in stays in force, and the first write turns it into events", async (migrations) => {
  const folder = createFolder();
  const { url, dataset, file } = await createEarlier(folder, migrations);
  const db = await openStore(url);
  const readDecided = async () =>
    (await readContinuations(db, (await findDataset(db))!)).comparisons[0]!.links.filter(({ record }) => record !== null).map((link) => [
      link.predecessorKey,
      link.status,
    ]);
  const listEntries = async () => (await db.all<{ kind: string }>(sql`select kind from dataset_entries order by position`)).map(({ kind }) => kind);
  expect(await readDecided()).toEqual([["2021-policy-promotion-5", "confirmed"]]);
  expect((await ingest(db, REAL_DOCUMENTS, { decisionsFile: file })).decisions).toMatchObject({ outcome: "unchanged", decisions: 1, added: 0 });
  expect((await findDataset(db))!.id).toBe(dataset);
  const reject = makeDecision({ decision: "reject", predecessor: "2021-policy-promotion-6" });
  const added = await ingest(db, [], { decisionsFile: writeDecisions(`${folder}/other`, [reject]) });
  expect(added.decisions).toMatchObject({ outcome: "added", decisions: 1, added: 1 });
  expect(await readDecided()).toEqual([
    ["2021-policy-promotion-5", "confirmed"],
    ["2021-policy-promotion-6", "rejected"],
  ]);
  expect(await listEntries()).toEqual(["reading", "reading", "decisions", "decision", "decision"]);
  expect(await findFaults(db)).toEqual([]);
  const older = await readContinuations(db, (await findDataset(db, dataset))!);
  expect(older.comparisons[0]!.links.flatMap(({ record }) => record ?? [])).toHaveLength(1);
  expect((await ingest(db, [], { decisionsFile: file })).decisions!.added).toBe(0);
});

it("what such a list decided over a gap of years, which was passed over, is kept from the first write on", async () => {
  const folder = createFolder();
  const { url } = await createEarlier(folder, 6, writePlans(folder, [makePlan({ department: "政策推進部" })]));
  const db = await openStore(url);
  const readGaps = async () => (await readContinuations(db, (await findDataset(db))!)).overGaps!.map(({ predecessorKey, status }) => [predecessorKey, status]);
  const listRules = async () => (await listDecisionFindings(db, (await findDataset(db))!)).map(({ rule }) => rule);
  expect([await readGaps(), await findFaults(db), await listRules()]).toEqual([[], [], ["decision-without-comparison"]]);
  await ingest(db, writePlans(`${folder}/other`, [makePlan({ municipality: "架空市" })]));
  expect([await readGaps(), await findFaults(db), await listRules()]).toEqual([[["2021-policy-promotion-5", "confirmed"]], [], ["decision-not-in-chain"]]);
});

it("a plan alone turns a list into events, too, and changes nothing that it decides", async () => {
  const folder = createFolder();
  const { url } = await createEarlier(folder, 6);
  const db = await openStore(url);
  await ingest(db, writePlans(folder, [makePlan({ municipality: "架空市" })]));
  expect(
    await db.all(
      sql`select decision, municipality_id || '-' || '2021-policy-promotion-5' = predecessor as own, list = (select digest from decision_lists) as listed from decision_events`,
    ),
  ).toEqual([{ decision: "confirm", own: 1, listed: 1 }]);
  expect(await db.all(sql`select count(*) as n from dataset_municipalities where dataset_sequence = 2`)).toEqual([{ n: 2 }]);
  expect(await db.all(sql`select count(*) as n from comparisons`)).toEqual([{ n: 1 }]);
  expect(await findFaults(db)).toEqual([]);
});

it("digests that are gone are not made up for", async () => {
  const { db, url } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  await db.run(sql`drop trigger row_digests_no_delete`);
  await db.run(sql`delete from row_digests where subject = 'reading'`);
  await migrateDatabase(await openDatabase(url));
  expect(await findFaults(db)).toEqual(expect.arrayContaining([expect.stringMatching(/^読み取り [0-9a-f]{64} の行のハッシュが記録されていません$/)]));
});
