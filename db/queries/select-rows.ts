import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { fillTemplate, makeTemplate, type TemplateValues } from "./sql-template";

/** What to select, by the names that rows get. */
export type Columns<Row> = { readonly [Name in keyof Row]: SQLWrapper };

/** Rows of these columns, as SQLite gives their values. `rest` is all that follows the columns, `values` what is to be filled into these. */
export async function selectRows<Row extends object>(db: Database, columns: Columns<Row>, rest: SQL, values?: TemplateValues): Promise<Row[]> {
  return db.all<Row>(sql`select ${listNamed(columns, values)} ${rest}`);
}

/** The same for a query that only its values tell from others of its kind: it is put into words once, whole. */
export function prepareRows<Row extends object>(columns: Columns<Row>, rest: SQL): (db: Database, values: TemplateValues) => Promise<Row[]> {
  const statement = makeTemplate(sql`select ${sql.join(nameEach(columns as Named), SEPARATOR)} ${rest}`);
  return (db, values) => db.all<Row>(fillTemplate(statement, values));
}

/**
 * Rows of many columns, each fetched as one JSON text: the client takes longer over the columns of a row than SQLite
 * over finding it. A column that is JSON itself stands as `json(…)`, and is read as what it says.
 */
export async function selectPacked<Row extends object>(db: Database, columns: Columns<Row>, rest: SQL): Promise<Row[]> {
  const names = Object.keys(columns);
  const rows = await db.all<{ packed: string }>(sql`select json_array(${listValues(columns)}) as packed ${rest}`);
  return rows.map(({ packed }) => {
    const values = JSON.parse(packed) as unknown[];
    // Field by field: engines keep such objects in their fast form, which they do not with Object.fromEntries.
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) row[names[at]!] = values[at];
    return row as Row;
  });
}

type Named = Readonly<Record<string, SQLWrapper>>;

const SEPARATOR = sql`, `;

function nameEach(columns: Named): SQL[] {
  return Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`);
}

const listNamed = keepList(nameEach);
const listValues = keepList((columns) => Object.values(columns).map((column) => sql`${column}`));

/** A list that is put into words once for the columns, most of which stand as a constant; what it leaves open is filled in. */
function keepList(list: (columns: Named) => SQL[]): (columns: object, values?: TemplateValues) => SQL {
  const kept = new WeakMap<object, SQL>();
  return (columns, values) => {
    let worded = kept.get(columns);
    if (!worded) kept.set(columns, (worded = makeTemplate(sql.join(list(columns as Named), SEPARATOR))));
    return fillTemplate(worded, values);
  };
}
