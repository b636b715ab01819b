import { randomUUID } from "node:crypto";
import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { assertSoundPages, QUICK_CHECK_LIMIT } from "../check/quick-check";
import { homeForm } from "../city-form";
import { CommandError } from "../command";
import { databaseUrl, decisionsFile, documentsFolder, homeMunicipality, replicaUrl } from "../config";
import { databaseFile } from "../connection/client";
import type { Database } from "../connection/database";
import { withStore } from "../connection/open-store";
import { makeFolder } from "../folder";
import { listHeld } from "../intake/intake";
import { migrateDatabase } from "../migrate";
import { describeForeignStore } from "../own-folder";
import { printError, printText } from "../print";
import { printPath } from "../printed-path";
import { type IngestResult, ingestFiles } from "./ingest";
import { describeDecisions, describeHeld, describeOutcome } from "./report";
import { listSourceFiles, MissingPathError } from "./source-files";

/** Throws `CommandError` where the folder of the database file, or of a server's replica, cannot be made or written into. */
export function assertWritable(): void {
  const replica = replicaUrl(databaseUrl());
  if (replica !== null) return assertReplica(replica);
  const file = databaseFile(databaseUrl());
  if (file === null) return;
  assertFolder(file, "DATABASE_URL");
}

function assertReplica(url: string): void {
  const file = readReplicaFile(url);
  if (file === null) throw new CommandError(`DATABASE_REPLICA「${url}」は使えません。file: で始まる場所を指定してください。`);
  assertFolder(file, "DATABASE_REPLICA");
  // libSQL marks what it has copied, and copies over nothing else.
  if (existsSync(file) && !["-client_wal_index", "-info"].some((mark) => existsSync(file + mark))) {
    throw new CommandError(`DATABASE_REPLICA の ${printPath(file)} は、サーバーから写したデータベースではありません。別の場所を指定してください。`);
  }
}

function readReplicaFile(url: string): string | null {
  try {
    return databaseFile(url);
  } catch {
    return null;
  }
}

function assertFolder(file: string, variable: string): void {
  const folder = path.dirname(file);
  try {
    makeFolder(folder);
    const probe = path.join(folder, `.write-test-${randomUUID()}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`データフォルダ ${printPath(folder)} に書き込めません（${code}）。権限を確かめるか、${variable} で別の場所を指定してください。`);
  }
}

/**
 * Brings tables and documents up to date. Prints what was found of each file that is not stored yet, or why the data folder
 * is not taken in.
 */
export async function prepareStore(): Promise<IngestResult> {
  return withStore("write", async (db) => {
    await assertSound(db);
    await migrateDatabase(db);
    const foreign = await describeForeignStore(db);
    if (foreign !== null) printError(foreign);
    const files = await listSourceFiles(foreign === null ? [documentsFolder()] : []).catch((error: unknown) => {
      if (error instanceof MissingPathError) return [];
      throw error;
    });
    const result = await ingestFiles(db, files, {
      municipality: homeMunicipality(),
      form: homeForm(),
      decisionsFile: foreign === null ? decisionsFile() : null,
      onFile: (outcome) => {
        if (outcome.outcome !== "unchanged") printText(describeOutcome(outcome).join("\n"));
      },
    });
    const held = describeHeld(await listHeld(db));
    if (held.length > 0) printText(held.join("\n"));
    if (result.decisions && (result.decisions.outcome !== "unchanged" || result.decisions.messages.length > 0)) {
      printText(describeDecisions(result.decisions).join("\n"));
    }
    return result;
  });
}

/** Throws SQLite's own error, or a `CommandError`, where the file is damaged. */
async function assertSound(db: Database): Promise<void> {
  const file = databaseFile(databaseUrl());
  if (file === null || statSync(file).size > QUICK_CHECK_LIMIT) return;
  await assertSoundPages(db);
}
