import { createHash } from "node:crypto";
import type { InStatement } from "@libsql/client";
import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "../connection/database";

/** Rows of a table as the driver takes them, each with all columns in the schema's order. */
export interface TableRows {
  table: SQLiteTable;
  rows: readonly unknown[][];
}

/** A value as the digest knows it: text, or `null`. */
type Part = string | null;

/** Columns that another column's hash speaks for, or that only count rows of one database. */
const LEFT_OUT = new Set(["documents.bytes", "decision_lists.bytes", "readings.id", ...readingKeyed()]);

function readingKeyed(): string[] {
  return [
    "reading_texts",
    "reading_forms",
    "plans",
    "officers",
    "basic_policies",
    "rating_scale_entries",
    "priority_goals",
    "targets",
    "initiatives",
    "assessments",
    "messages",
  ].map((table) => `${table}.reading_id`);
}

interface DigestColumn {
  at: number;
  name: string;
  type: string;
}

const columnsOf = new Map<SQLiteTable, DigestColumn[]>();

/** Tables of later releases, which say nothing where they hold nothing: digests of before go on being true. */
const LATER = new Set(["reading_texts", "reading_forms", "assessments"]);

/** SHA-256 in hex of rows, whatever their order. */
export function digestRows(tables: readonly TableRows[]): string {
  return digestParts(
    tables.map(({ table, rows }) => {
      const columns = digestColumns(table);
      return { table, rows: rows.map((row) => columns.map(({ at, type }) => printWritten(row[at], type))) };
    }),
  );
}

/** The statement that keeps a digest; what is kept already stays. */
export function digestStatement(subject: string, key: string, digest: string): InStatement {
  return { sql: "insert into row_digests (subject, key, digest) values (?, ?, ?) on conflict do nothing", args: [subject, key, digest] };
}

/**
 * The digest, as `digestRows` gives it, of the rows that are stored. Values are read as bytes: libSQL ends the process
 * over a text that is not UTF-8. Throws `TypeError` for one.
 */
export async function digestStored(db: Database, tables: readonly { table: SQLiteTable; where: SQL }[]): Promise<string> {
  const read: { table: SQLiteTable; rows: Part[][] }[] = [];
  for (const { table, where } of tables) {
    const columns = digestColumns(table);
    const values = columns.map(({ name }) => sql.raw(`cast("${name}" as blob)`));
    const rows = await db.values<(ArrayBuffer | null)[]>(sql`select ${sql.join(values, sql`, `)} from ${table} where ${where}`);
    read.push({ table, rows: rows.map((row) => columns.map(({ type }, index) => printStored(row[index] ?? null, type))) });
  }
  return digestParts(read);
}

/** A stored text as bytes, in words. Throws `TypeError` where it is not UTF-8. */
export function decodeStored(bytes: ArrayBuffer | Uint8Array): string {
  return decoder.decode(bytes);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function digestParts(tables: readonly { table: SQLiteTable; rows: readonly Part[][] }[]): string {
  const hash = createHash("sha256");
  for (const { table, rows } of tables) {
    if (rows.length === 0 && LATER.has(getTableName(table))) continue;
    hash.update(`${getTableName(table)} ${rows.length}\n`);
    for (const line of rows.map((row) => JSON.stringify(row)).sort()) hash.update(`${line}\n`);
  }
  return hash.digest("hex");
}

function digestColumns(table: SQLiteTable): DigestColumn[] {
  const known = columnsOf.get(table);
  if (known) return known;
  const columns = Object.values(getTableColumns(table))
    .map((column, at) => ({ at, name: column.name, type: column.getSQLType() }))
    .filter(({ name }) => !LEFT_OUT.has(`${getTableName(table)}.${name}`));
  columnsOf.set(table, columns);
  return columns;
}

function printWritten(value: unknown, type: string): Part {
  if (value === null || value === undefined) return null;
  if (type === "real") return printReal(Number(value));
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : String(value);
}

function printStored(bytes: ArrayBuffer | null, type: string): Part {
  if (bytes === null) return null;
  if (type === "blob") return Buffer.from(bytes).toString("base64");
  const text = decodeStored(bytes);
  return type === "real" ? printReal(Number(text)) : text;
}

/** SQLite prints fifteen digits of a number. */
function printReal(value: number): string {
  return String(Number(value.toPrecision(12)));
}
