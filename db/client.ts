import path from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, type Client, type Config } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { authToken, databaseUrl, replicaUrl } from "./config";
import { makeFolder } from "./folder";
import { createRemoteFetch, findServer, RemoteError } from "./remote-fetch";

/** How often an embedded replica asks its server for what is new, in seconds. */
const SYNC_INTERVAL = 2;

/** Drizzle over the store; `$client` is the libSQL client under it, `$client.close()` ends it. */
export type Database = LibSQLDatabase & { $client: Client };

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * Opens the store at `url` (`file:…`, `libsql://…`, `http://…`; by default `DATABASE_URL`), making the folder of a
 * file. `reading` is for the web process: it does not wait for locks in SQLite, which would hold up all it serves, and
 * reads from the embedded replica of a server that `DATABASE_REPLICA=file:…` names. Throws what libSQL, the file system
 * or the network throws; `describeFailure` puts that into words.
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
    if (file !== null && !reading) {
      await client.execute("PRAGMA journal_mode = WAL");
      await client.execute("PRAGMA synchronous = NORMAL");
      await client.execute("PRAGMA foreign_keys = ON");
    }
    // What the server has now is there before the first read.
    if (replica) await client.sync();
    return drizzle(client);
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Brings to the disk what `synchronous = NORMAL` left to the system. */
export async function flushDatabase(db: Database): Promise<void> {
  if (db.$client.protocol === "file") await db.$client.execute("PRAGMA wal_checkpoint(PASSIVE)");
}

/** Path of the file that a `file:` URL names, without its query; `null` for a server's URL. */
export function databaseFile(url: string): string | null {
  if (!url.startsWith("file:")) return null;
  const plain = url.replace(/[?#].*$/, "");
  return plain.startsWith("file:///") ? fileURLToPath(plain) : path.resolve(decodeURIComponent(plain.slice("file:".length)));
}

function clientConfig(url: string, reading: boolean, replica: string | null): Config {
  // One connection: PRAGMAs hold for every statement, and file statements run one after the other anyway.
  const config: Config = { url, concurrency: url.startsWith("file:") ? 1 : 20, timeout: reading ? 0 : BUSY_TIMEOUT };
  if (!url.startsWith("file:") && !replica) config.fetch = createRemoteFetch(reading);
  const token = authToken();
  // What no header can carry would end up in an error's message.
  if (token !== null && !/^[\x21-\x7e]+$/.test(token)) throw new RemoteError("REMOTE_UNAUTHORIZED", "空白や全角文字を含みます");
  if (token !== null) config.authToken = token;
  if (replica) return { ...config, url: replica, syncUrl: url, syncInterval: SYNC_INTERVAL };
  return config;
}
