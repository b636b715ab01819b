import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { databaseFile, openDatabase } from "../client";
import { CommandError } from "../command";
import { databaseUrl } from "../config";
import { describeFailure, failureKind } from "../failure";
import { printPath } from "../printed-path";
import { copyDatabase, flushFile, type CheckedCopy } from "./copy";

/** What was restored, and under which name the database of before is kept; `null` where there was none. */
export interface Restored extends CheckedCopy {
  kept: string | null;
}

/**
 * Puts a checked copy of `backup` in the place of the database, while a site may be serving it: the file is exchanged
 * whole, and the site opens the new one. Throws `CommandError` where the backup is not sound, or another process is
 * writing; then nothing is changed.
 */
export async function restoreDatabase(backup: string): Promise<Restored> {
  const target = databaseFile(databaseUrl());
  if (target === null) throw new CommandError("DATABASE_URL がサーバーを指しています。サーバーのデータは、サーバーの手段で戻してください。");
  if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) throw new CommandError(`バックアップ ${printPath(backup)} がありません。`);
  if (path.resolve(backup) === target) throw new CommandError(`${printPath(backup)} は、いま使っているデータベースです。`);
  const copy = await copyBackup(backup, target);
  try {
    const kept = existsSync(target) ? await exchange(target, copy.file) : (renameSync(copy.file, target), null);
    flushFile(path.dirname(target));
    return { ...copy, file: target, kept };
  } catch (error) {
    rmSync(copy.file, { force: true });
    throw error;
  }
}

async function copyBackup(backup: string, target: string): Promise<CheckedCopy> {
  const url = pathToFileURL(backup).href;
  try {
    const db = await openDatabase(url, { reading: true });
    try {
      return await copyDatabase(db, target, { migrate: true });
    } finally {
      db.$client.close();
    }
  } catch (error) {
    if (error instanceof CommandError) throw new CommandError(`バックアップ ${printPath(backup)} は使えません。${error.message}`);
    if (failureKind(error) === "full") throw error;
    const failure = describeFailure(error, url);
    throw failure === null ? error : new CommandError(`バックアップ ${printPath(backup)} を読めません（${(error as Error).message}）。`);
  }
}

/** Exchanges the files while no other process can write; answers where the old one is kept. */
async function exchange(target: string, copy: string): Promise<string> {
  const kept = `${target}.before-restore-${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const release = await lock(target);
  try {
    renameSync(target, kept);
    // What the old database has not yet in its main file goes with it: beside the new one it would damage it.
    if (statSync(`${target}-wal`, { throwIfNoEntry: false })?.size) renameSync(`${target}-wal`, `${kept}-wal`);
    for (const suffix of ["-wal", "-shm", "-journal"]) rmSync(target + suffix, { force: true });
    renameSync(copy, target);
  } finally {
    await release();
  }
  return kept;
}

/** Keeps writers out of a database; one too damaged to be locked has none. */
async function lock(target: string): Promise<() => Promise<void>> {
  try {
    const db = await openDatabase(pathToFileURL(target).href);
    try {
      await db.$client.execute("pragma wal_checkpoint(passive)");
      const transaction = await db.$client.transaction("write");
      return async () => {
        await transaction.rollback().catch(() => {});
        db.$client.close();
      };
    } catch (error) {
      db.$client.close();
      throw error;
    }
  } catch (error) {
    const kind = failureKind(error);
    if (kind === "broken" || kind === "other" || kind === "closed") return async () => {};
    throw error;
  }
}
