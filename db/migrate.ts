import path from "node:path";
import { migrate } from "drizzle-orm/libsql/migrator";
import type { Database } from "./client";
import { completeDatasets } from "./continuations/store-comparisons";
import { indexReadings } from "./ingest/index-readings";
import { retryOnConflict } from "./retry";

/**
 * Brings the store's tables up to date, all or nothing, then what datasets and the search index of before lack in them; nothing to do is
 * quick. Two processes may do it at once.
 */
export async function migrateDatabase(db: Database): Promise<void> {
  await retryOnConflict(() => migrate(db, { migrationsFolder: path.join(process.cwd(), "db", "migrations") }));
  await retryOnConflict(() => completeDatasets(db));
  await indexReadings(db);
}
