import { statSync } from "node:fs";
import { databaseFile, openDatabase, type Database } from "./client";
import { databaseUrl } from "./config";
import { findDataset } from "./queries/datasets";
import type { DatasetRow } from "@/lib/domain/rows";

/** Why the site cannot show data now; `message` is one Japanese sentence. Pages answer it with 503. */
export class SiteUnavailableError extends Error {}

interface Connection {
  db: Promise<Database>;
  /** Device and inode of the file, or the server's URL: another one means another database. */
  identity: string;
}

// On globalThis, because Next.js may load this module once for each bundle.
const store = globalThis as typeof globalThis & { ayumiConnection?: Connection };

/**
 * The web process's one connection for reads, opened at first use and opened again where the file was replaced.
 * Throws `SiteUnavailableError` while there is no file.
 */
export async function siteDatabase(): Promise<Database> {
  const url = databaseUrl();
  const identity = findIdentity(url);
  if (store.ayumiConnection?.identity !== identity) {
    void store.ayumiConnection?.db.then((old) => old.$client.close(), () => {});
    store.ayumiConnection = { identity, db: openForReading(url) };
  }
  const connection = store.ayumiConnection;
  try {
    return await connection.db;
  } catch (error) {
    if (store.ayumiConnection === connection) delete store.ayumiConnection;
    throw error;
  }
}

/** The newest dataset, or the one of that id; `null` where there is none. Read anew at each call. */
export async function readDataset(id?: string): Promise<DatasetRow | null> {
  return findDataset(await siteDatabase(), id);
}

async function openForReading(url: string): Promise<Database> {
  const db = await openDatabase(url);
  if (databaseFile(url) !== null) await db.$client.execute("PRAGMA query_only = ON");
  return db;
}

function findIdentity(url: string): string {
  const file = databaseFile(url);
  if (file === null) return url;
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  if (!found) throw new SiteUnavailableError("データベースがまだありません。npm run ingest で文書を取り込んでください。");
  return `${found.dev}:${found.ino}:${found.birthtimeNs}`;
}
