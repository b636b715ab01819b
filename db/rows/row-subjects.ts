import { type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "../connection/database";
import * as dataset from "../schema/datasets";
import { decisionEvents, decisionLists, decisions } from "../schema/decisions";
import { acceptances, withdrawals } from "../schema/intake";
import * as planSchema from "../schema/plans";
import * as schema from "../schema/readings";
import { decodeStored, digestStatement, digestStored } from "./row-digest";

/** Tables of a reading, in the order in which they are written and hashed. */
const READING_TABLES = [
  ...[
    schema.readings,
    schema.readingTexts,
    schema.readingForms,
    planSchema.plans,
    planSchema.officers,
    planSchema.basicPolicies,
    planSchema.ratingScaleEntries,
  ],
  ...[planSchema.priorityGoals, planSchema.targets, planSchema.initiatives, planSchema.assessments, planSchema.messages],
] as const;

/** A thing whose rows have one digest. `keys` selects each one's key, as bytes, and what its rows are found by. */
export interface RowSubject {
  name: "document" | "reading" | "decisions" | "decision" | "comparison" | "dataset" | "acceptance" | "withdrawal";
  label: string;
  keys: SQL;
  tables(id: string | number): { table: SQLiteTable; where: SQL }[];
}

/** All things that the store keeps digests of. */
export const ROW_SUBJECTS: readonly RowSubject[] = [
  {
    name: "document",
    label: "文書",
    keys: sql`select cast(id as blob) as key, rowid as id from documents`,
    tables: (id) => [{ table: schema.documents, where: sql`rowid = ${id}` }],
  },
  {
    name: "reading",
    label: "読み取り",
    keys: sql`select cast(digest as blob) as key, id from readings`,
    tables: (id) => READING_TABLES.map((table) => ({ table, where: table === schema.readings ? sql`id = ${id}` : sql`reading_id = ${id}` })),
  },
  {
    name: "decisions",
    label: "判断のファイル",
    keys: sql`select cast(digest as blob) as key, rowid as id from decision_lists`,
    tables: (id) => [
      { table: decisionLists, where: sql`rowid = ${id}` },
      { table: decisions, where: sql`list = (select digest from decision_lists where rowid = ${id})` },
    ],
  },
  {
    name: "decision",
    label: "判断",
    keys: sql`select cast(digest as blob) as key, position as id from decision_events`,
    tables: (id) => [{ table: decisionEvents, where: sql`position = ${id}` }],
  },
  {
    name: "comparison",
    label: "継続の計算",
    keys: sql`select cast(digest as blob) as key, rowid as id from comparisons`,
    tables: (id) => [
      { table: dataset.comparisons, where: sql`rowid = ${id}` },
      { table: dataset.comparisonReasons, where: sql`comparison = (select digest from comparisons where rowid = ${id})` },
    ],
  },
  {
    name: "dataset",
    label: "データ版",
    keys: sql`select cast(id as blob) as key, sequence as id from datasets`,
    tables: (id) => [
      { table: dataset.datasets, where: sql`sequence = ${id}` },
      { table: dataset.datasetEntries, where: sql`dataset_sequence = ${id}` },
      { table: dataset.datasetMunicipalities, where: sql`dataset_sequence = ${id}` },
      { table: dataset.datasetComparisons, where: sql`dataset_sequence = ${id}` },
    ],
  },
  {
    name: "acceptance",
    label: "保留からの取り込み",
    keys: sql`select cast(r.digest as blob) as key, a.reading_id as id from acceptances a join readings r on r.id = a.reading_id`,
    tables: (id) => [{ table: acceptances, where: sql`reading_id = ${id}` }],
  },
  {
    name: "withdrawal",
    label: "取り下げ",
    keys: sql`select cast(digest as blob) as key, position as id from withdrawals`,
    tables: (id) => [{ table: withdrawals, where: sql`position = ${id}` }],
  },
];

/** The keys of a subject's things, each with what `tables` finds its rows by. */
export async function listKeys(db: Database, { keys }: RowSubject): Promise<{ key: string; id: number }[]> {
  const rows = await db.all<{ key: ArrayBuffer; id: number }>(keys);
  return rows.map(({ key, id }) => ({ key: decodeStored(key), id }));
}

/**
 * Keeps the digests of what a release before them has stored, all or none: where readings or decisions are stored, and
 * no digest of any. Later ones are written with their rows, and none is ever made up for.
 */
export async function completeDigests(db: Database): Promise<void> {
  const [lacking] = await db.all<{ lacks: number }>(sql`
    select (exists (select 1 from readings) or exists (select 1 from decision_lists))
      and not exists (select 1 from row_digests where subject in ('document', 'reading', 'decisions', 'dataset')) as lacks`);
  if (!lacking?.lacks) return;
  const statements = [];
  for (const subject of ROW_SUBJECTS) {
    for (const { key, id } of await listKeys(db, subject)) {
      statements.push(digestStatement(subject.name, key, await digestStored(db, subject.tables(id))));
    }
  }
  await db.$client.batch(statements, "write");
}
