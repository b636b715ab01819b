import { statSync } from "node:fs";
import type { DatasetRow } from "@/lib/domain/rows";
import { databaseUrl, shownDataset } from "../config";
import { findDataset } from "../queries/datasets";
import { databaseFile, openDatabase } from "./client";
import type { Database } from "./database";
import { type FailureKind, failureKind } from "./failure";
import { assertOurs } from "./identity";
import { StoreError } from "./store-error";
import { realFile } from "./store-lock";
import { watchClient } from "./watched-client";

/** Why the site cannot show data now; `message` is one Japanese sentence. Pages answer it with 503. */
export class SiteUnavailableError extends Error {}

interface Connection {
  db: Promise<Database>;
  /** Device and inode of the file, or the server's URL: another one means another database. */
  identity: string;
}

/** A log beside the database's file, and which file it was seen beside. */
interface SeenLog {
  log: string;
  owner: string;
}

/** A read that the store failed, as the web process noted it; `at` is in milliseconds of `performance.now()`. */
export interface SiteFailure {
  kind: FailureKind | "missing";
  at: number;
}

// On globalThis, because Next.js may load this module once for each bundle.
const store = globalThis as typeof globalThis & { ayumiConnection?: Connection; ayumiFailure?: SiteFailure; ayumiLog?: SeenLog };

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
    const isLeft = isLeftLog(url, identity);
    // Two connections of one process to one log would take each other's locks away.
    closeSiteDatabase(isLeft ? 0 : CLOSE_DELAY);
    if (isLeft && readLog(url)!.size > 0) throw noted(new StoreError("STORE_LOG"));
    store.ayumiConnection = { identity, db: openForReading(url) };
  }
  const connection = store.ayumiConnection!;
  try {
    const db = await connection.db;
    if (store.ayumiLog?.owner !== identity) rememberLog(url, identity);
    return db;
  } catch (error) {
    if (store.ayumiConnection === connection) delete store.ayumiConnection;
    throw error;
  }
}

/** The dataset shown unasked (the newest, as a rule), or the one of that id; `null` where there is none. Read anew at each call. */
export async function readDataset(id?: string): Promise<DatasetRow | null> {
  return findDataset(await siteDatabase(), id ?? shownDataset());
}

/** Lets the next read open the database anew; who reads from the old connection may finish within that time. */
export function closeSiteDatabase(delay = CLOSE_DELAY): void {
  const old = store.ayumiConnection;
  delete store.ayumiConnection;
  void old?.db.then(
    (db) => (delay === 0 ? db.$client.close() : setTimeout(() => db.$client.close(), delay).unref()),
    () => {},
  );
}

/**
 * Whether the log that lies beside the database was there beside another file: then that file was replaced by hand, and
 * what SQLite would read of the new one through the log is not its own.
 */
function isLeftLog(url: string, identity: string): boolean {
  const log = readLog(url);
  return log !== null && store.ayumiLog?.log === log.identity && store.ayumiLog.owner !== identity;
}

function rememberLog(url: string, identity: string): void {
  const log = readLog(url);
  if (log) store.ayumiLog = { log: log.identity, owner: identity };
}

function readLog(url: string): { identity: string; size: number } | null {
  const file = databaseFile(url);
  const found = file === null ? undefined : statSync(`${realFile(file)}-wal`, { throwIfNoEntry: false, bigint: true });
  return found ? { identity: `${found.dev}:${found.ino}:${found.birthtimeNs}`, size: Number(found.size) } : null;
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
    await assertOurs(db);
    return db;
  } catch (error) {
    noteFailure(error);
    throw error;
  }
}

function noted(error: StoreError): StoreError {
  noteFailure(error);
  return error;
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
