import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../connection/database";

/** What to select, by the names that rows get. A column that is JSON itself stands as `json(…)`, and is read as what it says. */
export type PackedColumns<Row> = { readonly [Name in keyof Row]: string };

/**
 * Rows of many columns, each fetched as one JSON text: the client takes longer over the columns of a row than SQLite
 * over finding it. `rest` is all that follows the columns.
 */
export async function selectPacked<Row extends object>(db: Database, columns: PackedColumns<Row>, rest: SQL): Promise<Row[]> {
  const names = Object.keys(columns);
  const values = sql.raw(names.map((name) => columns[name as keyof Row]).join(", "));
  const rows = await db.all<{ packed: string }>(sql`select json_array(${values}) as packed ${rest}`);
  return rows.map(({ packed }) => {
    const values = JSON.parse(packed) as unknown[];
    // Field by field: engines keep such objects in their fast form, which they do not with Object.fromEntries.
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) row[names[at]!] = values[at];
    return row as Row;
  });
}
