import { getTableColumns, getTableName, StringChunk } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/**
 * A table under the name that a query gives it: `table` names both (`from ${goal.table}`), `all` is all its columns, and
 * each column of the schema stands by the schema's name for it, so that a column that is renamed is missed by the compiler.
 */
export type AliasedTable<Table extends SQLiteTable> = Record<keyof Table["$inferSelect"] | "table" | "alias" | "all", StringChunk>;

/**
 * A table for queries that are written as SQL, by default under its own name. Its parts are put into words here, once:
 * Drizzle's own columns are so at each query, which for the pages' takes as long as finding what they ask for.
 */
export function aliasTable<Table extends SQLiteTable>(table: Table, name: string = getTableName(table)): AliasedTable<Table> {
  const own = quote(getTableName(table));
  const alias = quote(name);
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => [key, new StringChunk(`${alias}.${quote(column.name)}`)]);
  const parts = { table: own === alias ? own : `${own} ${alias}`, alias, all: `${alias}.*` };
  return Object.fromEntries([...columns, ...Object.entries(parts).map(([key, text]) => [key, new StringChunk(text)])]) as AliasedTable<Table>;
}

function quote(name: string): string {
  return `"${name}"`;
}
