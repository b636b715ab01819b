import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { DatasetRow } from "@/lib/domain/rows";
import { checkDatabase } from "../check/check-database";
import { CommandError } from "../command";
import { openDatabase } from "../connection/client";
import type { Database } from "../connection/database";
import { describeFailure } from "../connection/failure";
import { makeFolder } from "../folder";
import { migrateDatabase } from "../migrate";
import { findDataset } from "../queries/datasets";

/** A whole, checked database file under a name of its own, and the newest dataset in it. */
export interface CheckedCopy {
  file: string;
  dataset: DatasetRow | null;
}

/**
 * Copies a store as it is at this moment into a new file beside `target`, while others go on reading and writing it,
 * and checks the copy as `npm run db:check` does. With `migrate`, brings its tables up to date first. Throws
 * `CommandError` where the copy is not sound; then none stays.
 */
export async function copyDatabase(db: Database, target: string, { migrate = false } = {}): Promise<CheckedCopy> {
  makeFolder(path.dirname(target));
  const file = `${target}.part-${randomUUID()}`;
  try {
    await db.$client.execute({ sql: "vacuum into ?", args: [file] });
    const dataset = await checkCopy(file, migrate);
    flushFile(file);
    return { file, dataset };
  } catch (error) {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(file + suffix, { force: true });
    throw error;
  }
}

/** Has the system bring a file or a folder to the disk. */
export function flushFile(file: string): void {
  const handle = openSync(file, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function checkCopy(file: string, migrate: boolean): Promise<DatasetRow | null> {
  const url = pathToFileURL(file).href;
  const db = await openDatabase(url, { reading: true });
  try {
    if (migrate) await migrateDatabase(db);
    const faults = (await checkDatabase(db)).flatMap((result) => result.faults.map((fault) => `${result.name}：${fault}`));
    if (faults.length > 0) throw new CommandError(`写しの内容に異常があります。\n  ${faults.slice(0, 10).join("\n  ")}`);
    return await findDataset(db);
  } catch (error) {
    const failure = error instanceof CommandError ? null : describeFailure(error, url);
    throw failure === null ? error : new CommandError(`写しを確かめられません。${failure}`);
  } finally {
    db.$client.close();
  }
}

/** A dataset as these commands print it. */
export function nameDataset(dataset: DatasetRow | null): string {
  return dataset ? `データ版 ${dataset.id}（文書 ${dataset.documents}件）` : "データ版はまだありません";
}
