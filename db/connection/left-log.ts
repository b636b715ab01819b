import { randomUUID } from "node:crypto";
import { constants, copyFileSync, rmSync, statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { isCoherent } from "../check/check-database";
import { openDatabase } from "./client";
import { failureKind } from "./failure";
import { assertOurs } from "./identity";
import { StoreError } from "./store-error";
import { lockStore, realFile } from "./store-lock";

/** Files beside a database's in which SQLite keeps what is not, or no more, in it. */
const LOGS = ["-wal", "-journal"] as const;

/** How often is asked whether another process is done with looking, in milliseconds. */
const INTERVAL = 50;

/** Names of the logs beside a database file that have something in them. */
export function listLogs(file: string): string[] {
  return LOGS.filter((suffix) => (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0) > 0);
}

/**
 * Looks at a log that lies beside a database though nobody writes: a killed process left it, or the database was
 * replaced by hand. SQLite's log does not say whose it is, and SQLite would write it into any database: so both are
 * tried on copies. Throws `StoreError` where the file is sound without the log, and with it is not or has lost something. Where a writer is at work, it has
 * looked already; where another process is looking, waits for it.
 */
export async function assertOwnLog(named: string): Promise<void> {
  const file = realFile(named);
  while (listLogs(file).length > 0) {
    const release = await lockStore(file, "log.lock", "exclusive");
    if (release) return tryLog(file).finally(release);
    const writing = await lockStore(file, "log.lock", "shared");
    if (writing) return writing();
    await setTimeout(INTERVAL);
  }
}

/** Removes a database file with what SQLite keeps beside it. */
export function removeFile(file: string): void {
  for (const suffix of ["", ...LOGS, "-shm"]) rmSync(file + suffix, { force: true });
}

async function tryLog(file: string): Promise<void> {
  const copy = `${file}.part-${randomUUID()}`;
  try {
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const alone = await listContent(copy);
    removeFile(copy);
    if (!alone) return;
    for (const suffix of ["", ...listLogs(file)]) copyFileSync(file + suffix, copy + suffix, constants.COPYFILE_FICLONE);
    const together = await listContent(copy);
    if (!together || [...alone].some((id) => !together.has(id))) throw new StoreError("STORE_LOG");
  } finally {
    removeFile(copy);
  }
}

/** The documents and datasets in a file that holds together; `null` where it does not. */
async function listContent(file: string): Promise<Set<string> | null> {
  try {
    const db = await openDatabase(pathToFileURL(file).href, { reading: true });
    try {
      const { kind } = await assertOurs(db);
      if (kind === "new") return new Set();
      if (!(await isCoherent(db))) return null;
      const rows = await db.all<{ id: string }>(sql`select id from documents union all select id from datasets`);
      return new Set(rows.map(({ id }) => id));
    } finally {
      db.$client.close();
    }
  } catch (error) {
    const kind = failureKind(error);
    if (kind === "broken" || kind === "foreign" || kind === "empty" || kind === "other") return null;
    throw error;
  }
}
