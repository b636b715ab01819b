import path from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/libsql/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database } from "./client";
import { completeDatasets } from "./continuations/store-comparisons";
import { failureKind } from "./failure";
import { indexReadings } from "./ingest/index-readings";
import { retryOnConflict } from "./retry";

const MIGRATIONS_FOLDER = path.join(process.cwd(), "db", "migrations");

/**
 * Brings the store's tables up to date, all or nothing, then what datasets and the search index of before lack in them; nothing to do is
 * quick. Two processes may do it at once.
 */
export async function migrateDatabase(db: Database): Promise<void> {
  if (!(await isMigrated(db))) await retryOnConflict(() => migrate(db, { migrationsFolder: MIGRATIONS_FOLDER }));
  await retryOnConflict(() => completeDatasets(db));
  await indexReadings(db);
}

/** Whether the store has every migration. Only reads: Drizzle's own `migrate` begins with a write, which a token for reading is refused. */
async function isMigrated(db: Database): Promise<boolean> {
  const newest = Math.max(...readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).map(({ folderMillis }) => folderMillis));
  try {
    const [row] = await db.all<{ at: number | null }>(sql`select max(created_at) as at from __drizzle_migrations`);
    return Number(row?.at ?? 0) >= newest;
  } catch (error) {
    if (failureKind(error) === "empty") return false;
    throw error;
  }
}
