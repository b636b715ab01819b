import { statSync } from "node:fs";
import { databaseFile, openDatabase, type Database } from "./client";
import { databaseUrl, shownDataset } from "./config";
import { failureKind, type FailureKind } from "./failure";
import { findDataset } from "./queries/datasets";
import { watchClient } from "./watched-client";
import type { DatasetRow } from "@/lib/domain/rows";

/** Why the site cannot show data now; `message` is one Japanese sentence. Pages answer it with 503. */
export class SiteUnavailableError extends Error {}

interface Connection {
  db: Promise<Database>;
  /** Device and inode of the file, or the server's URL: another one means another database. */
  identity: string;
}

/** A read that the store failed, as the web process noted it; `at` is in milliseconds of `performance.now()`. */
export interface SiteFailure {
  kind: FailureKind | "missing";
  at: number;
}

// On globalThis, because Next.js may load this module once for each bundle.
const store = globalThis as typeof globalThis & { ayumiConnection?: Connection; ayumiFailure?: SiteFailure };

/** How long readers of a database that was replaced may finish, in milliseconds. */
const CLOSE_DELAY = 10_000;

/**
 * The web process's one connection for reads, opened at first use and opened again where the file was replaced.
 * Throws `SiteUnavailableError` while there is no file.
 */
export async function siteDatabase(): Promise<Database> {
  const url = databaseUrl();
  const identity = findIdentity(url);
  if (store.ayumiConnection?.identity !== identity) {
    closeSiteDatabase();
    store.ayumiConnection = { identity, db: openForReading(url) };
  }
  const connection = store.ayumiConnection!;
  try {
    return await connection.db;
  } catch (error) {
    if (store.ayumiConnection === connection) delete store.ayumiConnection;
    throw error;
  }
}

/** The dataset shown unasked (the newest, as a rule), or the one of that id; `null` where there is none. Read anew at each call. */
export async function readDataset(id?: string): Promise<DatasetRow | null> {
  return findDataset(await siteDatabase(), id ?? shownDataset());
}

/** Lets the next read open the database anew; who reads from the old connection may finish. */
export function closeSiteDatabase(): void {
  const old = store.ayumiConnection;
  delete store.ayumiConnection;
  void old?.db.then((db) => setTimeout(() => db.$client.close(), CLOSE_DELAY).unref(), () => {});
}

/** The last failed read of this process. */
export function lastSiteFailure(): SiteFailure | undefined {
  return store.ayumiFailure;
}

async function openForReading(url: string): Promise<Database> {
  try {
    const db = await openDatabase(url, { reading: true });
    watchClient(db.$client, noteFailure);
    if (databaseFile(url) !== null) await db.$client.execute("PRAGMA query_only = ON");
    return db;
  } catch (error) {
    noteFailure(error);
    throw error;
  }
}

function noteFailure(error: unknown): void {
  const kind = failureKind(error);
  if (kind !== null) store.ayumiFailure = { kind, at: performance.now() };
}

function findIdentity(url: string): string {
  const file = databaseFile(url);
  if (file === null) return url;
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  if (!found) {
    store.ayumiFailure = { kind: "missing", at: performance.now() };
    throw new SiteUnavailableError("データベースがまだありません。npm run ingest で文書を取り込んでください。");
  }
  return `${found.dev}:${found.ino}:${found.birthtimeNs}`;
}
