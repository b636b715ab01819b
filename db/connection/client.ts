import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Config, createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { authToken, databaseUrl, replicaUrl } from "../config";
import { makeFolder } from "../folder";
import type { Database } from "./database";
import { assertOurs } from "./identity";
import { createRemoteFetch, findServer } from "./remote-fetch";

/** How often an embedded replica asks its server for what is new, in seconds. */
const SYNC_INTERVAL = 2;

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * Opens the store at `url` (`file:…`, `libsql://…`, `http://…`; by default `DATABASE_URL`), making the folder of a
 * file. `reading` is for the web process: it does not wait for locks in SQLite, which would hold up all it serves, and
 * reads from the embedded replica of a server that `DATABASE_REPLICA=file:…` names. Else a file that is not ours is left
 * as it is, with a `StoreError`. Throws what libSQL, the file system or the network throws; `describeFailure` puts that
 * into words.
 */
export async function openDatabase(url: string = databaseUrl(), { reading = false } = {}): Promise<Database> {
  const file = databaseFile(url);
  const replica = reading ? replicaUrl(url) : null;
  const local = file ?? (replica ? databaseFile(replica) : null);
  if (local !== null) makeFolder(path.dirname(local));
  // The native client asks the server before it opens a replica, and holds up the process until it answers.
  if (replica) await findServer(url);
  const client = createClient(clientConfig(url, reading, replica));
  try {
    const db = drizzle(client);
    if (file !== null && !reading) {
      await assertOurs(db);
      await client.execute("PRAGMA journal_mode = WAL");
      await client.execute("PRAGMA synchronous = NORMAL");
      await client.execute("PRAGMA foreign_keys = ON");
    }
    // What the server has now is there before the first read.
    if (replica) await client.sync();
    return db;
  } catch (error) {
    client.close();
    throw error;
  }
}

/**
 * Brings to the disk what `synchronous = NORMAL` left to the system, and empties the log, as far as others let it: a
 * log that lies about can come to lie beside another file.
 */
export async function flushDatabase(db: Database): Promise<void> {
  if (db.$client.protocol === "file") await db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

/**
 * Path of the file that a `file:` URL names; `null` for a server's URL. Throws an error with the code `URL_INVALID` for
 * a URL that names none: what libSQL and others could read in two ways is refused.
 */
export function databaseFile(url: string): string | null {
  if (!/^(?:file)?:/i.test(url)) return null;
  const match = /^file:(?:\/\/(?:localhost)?(?=\/))?([^?#]+)$/i.exec(url);
  const file = match && !match[1]!.startsWith("//") ? decodePath(match[1]!) : null;
  if (file === null) throw Object.assign(new Error(`no file is named by ${url}`), { code: "URL_INVALID" });
  return path.resolve(file);
}

function decodePath(text: string): string | null {
  try {
    const file = decodeURIComponent(text);
    return file.includes("\0") ? null : file;
  } catch {
    return null;
  }
}

function clientConfig(url: string, reading: boolean, replica: string | null): Config {
  // One connection: PRAGMAs hold for every statement, and file statements run one after the other anyway.
  const config: Config = { url: localUrl(url), concurrency: url.startsWith("file:") ? 1 : 20, timeout: reading ? 0 : BUSY_TIMEOUT };
  if (!url.startsWith("file:") && !replica) config.fetch = createRemoteFetch(reading);
  const token = authToken();
  if (token !== null) config.authToken = token;
  if (replica) return { ...config, url: localUrl(replica), syncUrl: url, syncInterval: SYNC_INTERVAL };
  return config;
}

/** A URL of a file as libSQL reads it in one way only. */
function localUrl(url: string): string {
  const file = databaseFile(url);
  return file === null ? url : pathToFileURL(file).href;
}
