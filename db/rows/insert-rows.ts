import type { InStatement } from "@libsql/client";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { TableRows } from "./row-digest";

/** Rows that one statement carries, so that none grows without bound. */
const ROWS = 5000;

interface Insertion {
  sql: string;
  columns: { key: string; toDriver: (value: unknown) => unknown }[];
}

const insertions = new Map<SQLiteTable, Insertion>();

/** Rows as the driver takes them, each with all columns in the schema's order. */
export function prepareRows(table: SQLiteTable, rows: readonly object[]): TableRows {
  const { columns } = insertionInto(table);
  const prepare = (row: object) =>
    columns.map(({ key, toDriver }) => {
      const value = (row as Record<string, unknown>)[key];
      return value === null || value === undefined ? null : toDriver(value);
    });
  return { table, rows: rows.map(prepare) };
}

/**
 * Insert statements for any number of rows of a table without blobs. The rows go as one JSON value, so that the
 * statement is the same for any number of them: Drizzle's, with a parameter a value, takes twice the time to make.
 */
export function insertPrepared({ table, rows }: TableRows): InStatement[] {
  const { sql } = insertionInto(table);
  const statements: InStatement[] = [];
  for (let start = 0; start < rows.length; start += ROWS) statements.push({ sql, args: [JSON.stringify(rows.slice(start, start + ROWS))] });
  return statements;
}

function insertionInto(table: SQLiteTable): Insertion {
  const known = insertions.get(table);
  if (known) return known;
  const entries = Object.entries(getTableColumns(table));
  const names = entries.map(([, column]) => `"${column.name}"`);
  const values = entries.map((_, index) => `value ->> ${index}`);
  const insertion = {
    sql: `insert into "${getTableName(table)}" (${names.join(", ")}) select ${values.join(", ")} from json_each(?)`,
    columns: entries.map(([key, column]) => ({ key, toDriver: (value: unknown) => column.mapToDriverValue(value) })),
  };
  insertions.set(table, insertion);
  return insertion;
}
