import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import Database from "libsql";

/** Says what is wrong with a statement; `null` where nothing is. */
export type StatementCheck = (sql: string) => string | null;

/** Answers whatever it is asked with 404: as a server of an embedded replica, one that knows nothing. */
const NO_SERVER = `
  const { createServer } = require("node:http");
  const { parentPort } = require("node:worker_threads");
  const server = createServer((_, response) => response.writeHead(404).end());
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`;

let started: Promise<StatementCheck> | null = null;

/**
 * The parser that a libSQL server and an embedded replica put before SQLite. It is older: an ORDER BY within an
 * aggregate, which SQLite takes, it refuses. It is reached through a replica, which parses a statement before it looks
 * whether it is to be run here or there; the server that it asks is in a thread, since it asks without yielding.
 */
export function startStatementCheck(): Promise<StatementCheck> {
  return (started ??= start());
}

async function start(): Promise<StatementCheck> {
  const worker = new Worker(NO_SERVER, { eval: true });
  worker.unref();
  const port = await new Promise<number>((resolve, reject) => worker.once("message", resolve).once("error", reject));
  const folder = mkdtempSync(path.join(tmpdir(), "ayumi-parser-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const replica = new Database(path.join(folder, "replica.db"), { syncUrl: `http://127.0.0.1:${port}` } as object);
  const known = new Map<string, string | null>();
  return (sql) => {
    let fault = known.get(sql);
    if (fault === undefined) known.set(sql, (fault = findFault(replica, sql)));
    return fault;
  };
}

function findFault(replica: InstanceType<typeof Database>, sql: string): string | null {
  try {
    replica.prepare(sql);
    return null;
  } catch (error) {
    // That there is no such table here, or no server to write to, comes after parsing.
    const { message } = error as Error;
    return /^Sqlite3(?:ParserError|SyntaxError|UnsupportedStatement)/.test(message) ? message : null;
  }
}
