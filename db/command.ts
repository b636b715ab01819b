import { existsSync } from "node:fs";
import { databaseFile, openDatabase, type Database } from "./client";
import { databaseUrl } from "./config";
import { describeFailure } from "./failure";
import { printPath } from "./printed-path";

/** What a command prints instead of running: a sentence, and for wrong usage the code 2. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}

/** Runs a command on a store that must be there, and answers its exit code. */
export async function runWithDatabase(work: (db: Database) => Promise<number>): Promise<number> {
  return runCommand(async () => {
    const file = databaseFile(databaseUrl());
    if (file !== null && !existsSync(file)) {
      throw new CommandError(`データベース ${printPath(file)} がありません。先に npm run ingest で文書を取り込んでください。`);
    }
    const db = await openDatabase();
    try {
      return await work(db);
    } finally {
      db.$client.close();
    }
  });
}

/** Runs a command and answers its exit code; a failure that can be put into words is one sentence on stderr. */
export async function runCommand(work: () => Promise<number>): Promise<number> {
  // A reader that went away (`npm run ingest | head`) is no reason to break off.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandError) {
      console.error(error.message);
      return error.exitCode;
    }
    const failure = describeFailure(error, databaseUrl());
    if (failure === null) throw error;
    console.error(failure);
    return 1;
  }
}
