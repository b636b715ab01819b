import { migrate } from "drizzle-orm/libsql/migrator";
import { MIGRATIONS_FOLDER } from "./config";
import type { Database } from "./connection/database";
import { assertOurs, markDatabase } from "./connection/identity";
import { retryOnConflict } from "./connection/retry";
import { completeDatasets } from "./continuations/store-comparisons";
import { indexReadings } from "./ingest/index-readings";
import { completeDigests } from "./rows/row-subjects";

/**
 * Brings the store's tables up to date, all or nothing, then what datasets, digests and the search index of before
 * lack in them; where nothing is to do, only reads, and is quick: Drizzle's own `migrate` begins with a write, which a
 * token for reading is refused. Two processes may do it at once. Throws `StoreError` for a store that is not ours.
 */
export async function migrateDatabase(db: Database): Promise<void> {
  const { kind } = await assertOurs(db);
  if (kind !== "current") await retryOnConflict(() => migrate(db, { migrationsFolder: MIGRATIONS_FOLDER }));
  await retryOnConflict(() => completeDatasets(db));
  await retryOnConflict(() => completeDigests(db));
  await indexReadings(db);
  await retryOnConflict(() => markDatabase(db));
}
