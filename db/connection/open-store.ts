import path from "node:path";
import { databaseUrl } from "../config";
import { makeFolder } from "../folder";
import { databaseFile, openDatabase } from "./client";
import type { Database } from "./database";
import { failureKind } from "./failure";
import { assertOwnLog } from "./left-log";
import { StoreError } from "./store-error";
import { inspectFile } from "./store-file";
import { awaitLock, lockStore, type Release } from "./store-lock";

/**
 * Runs work on the store that `DATABASE_URL` names, as every command does: nothing is touched before it is known to be
 * ours. Who writes keeps `npm run restore` out, for the whole of it. Throws `StoreError` for a store that is not to be
 * used as it stands.
 */
export async function withStore<T>(access: "read" | "write", work: (db: Database) => Promise<T>): Promise<T> {
  const release = await enterStore(access);
  try {
    const db = await openDatabase(databaseUrl());
    try {
      return await work(db);
    } finally {
      db.$client.close();
    }
  } finally {
    release();
  }
}

/** Looks at the store's file, and at a log that was left beside it; who is to write takes the locks. */
export async function enterStore(access: "read" | "write"): Promise<Release> {
  const file = databaseFile(databaseUrl());
  if (file === null) return () => {};
  if (access === "read") {
    const size = inspectFile(file);
    if (size === 0) throw new StoreError("STORE_EMPTY");
    if (size !== null) await assertOwnLog(file).catch(ignoreUnwritable);
    return () => {};
  }
  makeFolder(path.dirname(file));
  const release = await lockStore(file, "lock", "shared");
  if (!release) throw new StoreError("STORE_RESTORING");
  try {
    if (inspectFile(file) !== null) await assertOwnLog(file);
    const releaseLog = await awaitLock(file, "log.lock", "shared");
    return () => {
      releaseLog();
      release();
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Where nothing can be written, no log is written into the store either. */
function ignoreUnwritable(error: unknown): void {
  if (failureKind(error) !== "closed") throw error;
}
