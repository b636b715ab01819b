import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { MIGRATIONS_FOLDER } from "../config";
import type { Database } from "../connection/database";
import { decodeStored } from "../rows/row-digest";
import type { CheckResult } from "./check-result";

/** Checks that tables, indices and triggers are those which the first so many migrations make, neither fewer nor more. */
export async function checkSchema(db: Database, migrations: number): Promise<CheckResult> {
  const expected = await makeSchema(migrations);
  const found = await readSchema(db).catch((error: unknown) => {
    if (error instanceof TypeError) return new Map<string, string>();
    throw error;
  });
  const faults = [...expected].flatMap(([name, text]) => {
    const own = found.get(name);
    return own === text ? [] : [own === undefined ? `${name} がありません` : `${name} の定義が違います`];
  });
  faults.push(...[...found.keys()].filter((name) => !expected.has(name)).map((name) => `${name} は、あゆみのものではありません`));
  return { name: "表・索引・トリガーの定義", checked: expected.size, faults, isFatal: faults.some((fault) => fault.startsWith("table ")) };
}

/** The schema that migrations make, in a database of memory. */
async function makeSchema(migrations: number): Promise<Map<string, string>> {
  const client = createClient({ url: ":memory:" });
  try {
    const statements = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).slice(0, migrations);
    for (const { sql: texts } of statements) for (const text of texts) await client.execute(text);
    return await readSchema(drizzle(client));
  } finally {
    client.close();
  }
}

/** Definitions by kind and name, less what SQLite, its full-text search, drizzle and a server keep for themselves. */
async function readSchema(db: Database): Promise<Map<string, string>> {
  const rows = await db.all<Record<"type" | "name" | "text", ArrayBuffer>>(sql`
    select cast(type as blob) as type, cast(name as blob) as name, cast(sql as blob) as text from sqlite_master
    where sql is not null and name not glob 'search_index_*' and name <> '__drizzle_migrations' and name not like 'libsql%' and name not like 'sqlite%'`);
  return new Map(rows.map(({ type, name, text }) => [`${decodeStored(type)} ${decodeStored(name)}`, decodeStored(text)]));
}
