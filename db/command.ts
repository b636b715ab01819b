import { statSync } from "node:fs";
import { ConfigurationError, checkVariables } from "@/lib/config";
import { DataFolderError } from "./city-file";
import { databaseUrl } from "./config";
import { databaseFile } from "./connection/client";
import type { Database } from "./connection/database";
import { describeFailure } from "./connection/failure";
import { withStore } from "./connection/open-store";
import { printError } from "./print";
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
export async function runWithDatabase(access: "read" | "write", work: (db: Database) => Promise<number>): Promise<number> {
  return runCommand(() => {
    assertThere();
    return withStore(access, work);
  });
}

/** Throws `CommandError` where the store's file is not there. */
export function assertThere(): void {
  const file = databaseFile(databaseUrl());
  if (file !== null && statSync(file, { throwIfNoEntry: false }) === undefined) {
    throw new CommandError(`データベース ${printPath(file)} がありません。先に npm run ingest で文書を取り込んでください。`);
  }
}

/** Runs a command, once the variables are known to be sound, and answers its exit code; a failure that can be put into words is one sentence on stderr. */
export async function runCommand(work: () => Promise<number>): Promise<number> {
  // A reader that went away (`npm run ingest | head`) is no reason to break off.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    checkVariables();
    return await work();
  } catch (error) {
    if (error instanceof CommandError) {
      printError(error.message);
      return error.exitCode;
    }
    if (error instanceof DataFolderError || error instanceof ConfigurationError) {
      printError(error.message);
      return 1;
    }
    const failure = describeFailure(error, databaseUrl());
    printError(failure ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return 1;
  }
}
