import { rmSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CommandError } from "../command";
import { databaseUrl } from "../config";
import { databaseFile, openDatabase } from "../connection/client";
import { describeFailure, failureKind } from "../connection/failure";
import { identifyDatabase } from "../connection/identity";
import { assertOwnLog } from "../connection/left-log";
import { StoreError } from "../connection/store-error";
import { inspectFile } from "../connection/store-file";
import { lockStore, realFile } from "../connection/store-lock";
import { makeFolder } from "../folder";
import { printPath } from "../printed-path";
import { type CheckedCopy, copyDatabase, flushFile } from "./copy";
import { exchangeFile } from "./exchange";

/** What was restored, and under which name the database of before is kept; `null` where there was none. */
export interface Restored extends CheckedCopy {
  kept: string | null;
}

/**
 * Puts a checked copy of `backup` in the place of the database, while a site may be serving it: the file is exchanged
 * whole, and the site opens the new one. No other process takes anything in meanwhile. Throws `CommandError` where the
 * backup is not sound or not ours, or another process is writing; then nothing is changed.
 */
export async function restoreDatabase(backup: string): Promise<Restored> {
  const named = databaseFile(databaseUrl());
  if (named === null) throw new CommandError("DATABASE_URL がサーバーを指しています。サーバーのデータは、サーバーの手段で戻してください。");
  if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) throw new CommandError(`バックアップ ${printPath(backup)} がありません。`);
  makeFolder(path.dirname(named));
  const target = realFile(named);
  if (realFile(backup) === target) throw new CommandError(`${printPath(backup)} は、いま使っているデータベースです。`);
  inspectFile(target);
  const release = await lockStore(target, "lock", "exclusive");
  if (!release) throw new CommandError(`データベース ${printPath(target)} を別の処理が使っています。取り込みか復元が終わってから、もう一度実行してください。`);
  try {
    const copy = await copyBackup(backup, target);
    try {
      const kept = await exchangeFile(target, copy.file);
      flushFile(path.dirname(target));
      return { ...copy, file: target, kept };
    } catch (error) {
      rmSync(copy.file, { force: true });
      throw error;
    }
  } finally {
    release();
  }
}

async function copyBackup(backup: string, target: string): Promise<CheckedCopy> {
  const url = pathToFileURL(backup).href;
  try {
    if (inspectFile(backup) === 0) throw new StoreError("STORE_EMPTY");
    await assertOwnLog(backup);
    const db = await openDatabase(url, { reading: true });
    try {
      const { kind } = await identifyDatabase(db);
      if (kind === "new") throw new StoreError("STORE_EMPTY");
      if (kind === "foreign") throw new StoreError("STORE_FOREIGN");
      if (kind === "later") throw new StoreError("STORE_LATER");
      return await copyDatabase(db, target, { migrate: true });
    } finally {
      db.$client.close();
    }
  } catch (error) {
    if (error instanceof CommandError) throw new CommandError(`バックアップ ${printPath(backup)} は使えません。${error.message}`);
    const reason = REASONS[failureKind(error) ?? "other"];
    if (reason) throw new CommandError(`バックアップ ${printPath(backup)} は使えません。${reason}`);
    if (failureKind(error) === "full") throw error;
    const failure = describeFailure(error, url);
    throw failure === null ? error : new CommandError(`バックアップ ${printPath(backup)} を読めません（${(error as Error).message}）。`);
  }
}

const REASONS: Partial<Record<string, string>> = {
  empty: "中身がありません。",
  foreign: "あゆみのデータベースではありません。",
  later: "これより新しい版のあゆみのものです。あゆみを新しくしてください。",
  log: "そばにある書き込みの記録（-wal）が、別のデータベースのものです。",
  broken: "壊れています。",
};
