import { sql } from "drizzle-orm";
import type { Database } from "../connection/database";

/** Largest database file that is checked page by page at every start, and after a read that found it damaged, in bytes: some tenths of a second. */
export const QUICK_CHECK_LIMIT = 32 * 1024 * 1024;

/** Checks a file page by page. Throws SQLite's own error where it is damaged. */
export async function assertSoundPages(db: Database): Promise<void> {
  const rows = await db.all<{ quick_check: string }>(sql`pragma quick_check(1)`);
  if (rows[0]?.quick_check !== "ok") throw Object.assign(new Error("database disk image is malformed"), { code: "SQLITE_CORRUPT" });
}
