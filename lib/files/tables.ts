import type { TableDescription } from "./table";
import { continuationsTable } from "./tables/continuations";
import { datasetsTable } from "./tables/datasets";
import { documentsTable } from "./tables/documents";
import { goalsTable } from "./tables/goals";
import { initiativesTable } from "./tables/initiatives";
import { plansTable } from "./tables/plans";
import { ratingsTable } from "./tables/ratings";
import { targetsTable } from "./tables/targets";

/** Every table of the data, in the order in which /data shows them. */
export const TABLES = {
  plans: plansTable,
  goals: goalsTable,
  targets: targetsTable,
  initiatives: initiativesTable,
  ratings: ratingsTable,
  continuations: continuationsTable,
  documents: documentsTable,
  datasets: datasetsTable,
};

export type TableName = keyof typeof TABLES;

/** The descriptions alone, in the same order. */
export const TABLE_DESCRIPTIONS: readonly (TableDescription & { name: string })[] = Object.values(TABLES);

/** File formats that every table comes in. */
export const TABLE_FORMATS = ["csv", "json", "xlsx"] as const;

export type TableFormat = (typeof TABLE_FORMATS)[number];

/** `goals.csv` taken apart; `null` for what no table is called. */
export function parseTableFile(fileName: string): { name: TableName; format: TableFormat } | null {
  const [name, format, ...rest] = fileName.split(".");
  if (rest.length > 0 || !name || !Object.hasOwn(TABLES, name)) return null;
  const known = TABLE_FORMATS.find((candidate) => candidate === format);
  return known ? { name: name as TableName, format: known } : null;
}
