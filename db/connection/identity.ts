import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { MIGRATIONS_FOLDER } from "../config";
import type { Database } from "./database";
import { StoreError } from "./store-error";

/** "Ayum" in ASCII: what SQLite keeps in a file's header for the program that it belongs to (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x4179756d;

/** Where a database stands: without any table; of this release; of an earlier one; of a later one; another program's. */
export interface Identity {
  kind: "new" | "current" | "earlier" | "later" | "foreign";
  /** How many of this release's migrations it has. */
  applied: number;
}

/**
 * Tells whose a database is, by the mark in its file and by its migrations, and writes nothing. A file without a mark
 * is ours if its migrations are: those of before there was one, and a server's. Texts are read as bytes, for libSQL
 * ends the process over one that is not UTF-8.
 */
export async function identifyDatabase(db: Database): Promise<Identity> {
  // By a query, for a replica passes a bare PRAGMA on to its server as a write.
  const mark = db.$client.protocol === "file" ? await readMark(db) : 0;
  if (mark !== 0 && mark !== APPLICATION_ID) return { kind: "foreign", applied: 0 };
  // Drizzle's own table, with an index, stands alone for a moment before the first migrations do.
  const [tables] = await db.all<{ others: number; migrations: number }>(sql`
    select coalesce(sum(tbl_name <> '__drizzle_migrations'), 0) as others, coalesce(sum(name = '__drizzle_migrations'), 0) as migrations
    from sqlite_master where name not like 'libsql%'`);
  if (tables!.others + tables!.migrations === 0) return { kind: "new", applied: 0 };
  if (tables!.migrations === 0) return { kind: "foreign", applied: 0 };
  const rows = await db.all<{ hash: string }>(sql`select hex(hash) as hash from __drizzle_migrations order by created_at`);
  const known = listMigrations();
  const applied = known.findIndex((hash, index) => rows[index]?.hash !== hash);
  const common = applied === -1 ? known.length : applied;
  if (common < Math.min(rows.length, known.length)) return { kind: mark === 0 ? "foreign" : "later", applied: common };
  if (rows.length > known.length) return { kind: "later", applied: common };
  if (rows.length === 0) return { kind: tables!.others === 0 ? "new" : "foreign", applied: 0 };
  return { kind: rows.length === known.length ? "current" : "earlier", applied: common };
}

/** Throws `StoreError` for a database of another program or of a later release. */
export async function assertOurs(db: Database): Promise<Identity> {
  const identity = await identifyDatabase(db);
  if (identity.kind === "foreign") throw new StoreError("STORE_FOREIGN");
  if (identity.kind === "later") throw new StoreError("STORE_LATER");
  return identity;
}

/** Puts the mark into a database file that has none yet. */
export async function markDatabase(db: Database): Promise<void> {
  if (db.$client.protocol !== "file") return;
  if ((await readMark(db)) === 0) await db.run(sql.raw(`pragma application_id = ${APPLICATION_ID}`));
}

async function readMark(db: Database): Promise<number> {
  return (await db.get<{ application_id: number }>(sql`select application_id from pragma_application_id`)).application_id;
}

let migrations: string[] | null = null;

/** What drizzle keeps of each migration, its SHA-256, as hex of the text. */
function listMigrations(): string[] {
  migrations ??= readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).map(({ hash }) => Buffer.from(hash).toString("hex").toUpperCase());
  return migrations;
}
