import { existsSync, renameSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { openDatabase } from "../connection/client";
import { failureKind } from "../connection/failure";
import { assertOwnLog, listLogs, removeFile } from "../connection/left-log";

/**
 * Puts `copy` in the place of `target` while no other process can write, and answers under which name the old file is
 * kept; `null` where there was none. What the old database has not yet in its main file goes with it: beside the new one
 * it would damage it. A log that is not the old one's is kept too, under a name that joins it to neither.
 */
export async function exchangeFile(target: string, copy: string): Promise<string | null> {
  const kept = `${target}.before-restore-${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const isThere = existsSync(target);
  const isOwn = isThere && (await hasOwnLog(target));
  const release = isOwn ? await keepOut(target) : () => {};
  try {
    if (isThere) renameSync(target, kept);
    for (const suffix of listLogs(target)) renameSync(target + suffix, isOwn ? kept + suffix : `${kept}.other${suffix}`);
    removeFile(target);
    renameSync(copy, target);
  } finally {
    await release();
  }
  return isThere ? kept : null;
}

async function hasOwnLog(target: string): Promise<boolean> {
  try {
    await assertOwnLog(target);
    return true;
  } catch (error) {
    if (failureKind(error) === "log") return false;
    throw error;
  }
}

/** Keeps out who writes without our lock; a database too damaged to be locked has no such. */
async function keepOut(target: string): Promise<() => Promise<void>> {
  try {
    const db = await openDatabase(pathToFileURL(target).href);
    try {
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
    if (kind === "broken" || kind === "empty" || kind === "other" || kind === "closed") return async () => {};
    throw error;
  }
}
