import { realpathSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { failureKind } from "./failure";

/**
 * What is locked: `lock`, the store itself, by writers beside one another and by `npm run restore` alone; `log.lock`, the
 * log beside it, by writers beside one another and alone by who looks whose log that is. And of a build: `served.lock`, by
 * who serves it and alone by who makes it; `build.lock`, by one after the other of who would make it.
 */
export type LockName = "lock" | "log.lock" | "served.lock" | "build.lock";

/** How often a lock is asked for again by who waits for it, in milliseconds. */
const INTERVAL = 50;

/** Gives a lock back. */
export type Release = () => void;

/**
 * Takes a lock across processes: SQLite's own, on an empty database beside the store, since the store's file itself is
 * exchanged. The system gives it back when the process ends, however it does; the file stays and means nothing. Never
 * waits: answers `null` where others hold it. Throws what SQLite throws where no such file can be made.
 */
export async function lockStore(file: string, name: LockName, mode: "shared" | "exclusive"): Promise<Release | null> {
  const client = createClient({ url: pathToFileURL(`${realFile(file)}.${name}`).href, concurrency: 1, timeout: 0 });
  try {
    const transaction = await client.transaction("deferred");
    // libSQL begins no exclusive transaction by itself, and a deferred one holds nothing before it reads.
    await transaction.executeMultiple(mode === "exclusive" ? "rollback; begin exclusive" : "rollback; begin; select count(*) from sqlite_master");
    return () => {
      transaction.close();
      client.close();
    };
  } catch (error) {
    client.close();
    if (failureKind(error) === "busy") return null;
    throw error;
  }
}

/** Takes a lock, and waits until it can be had. */
export async function awaitLock(file: string, name: LockName, mode: "shared" | "exclusive"): Promise<Release> {
  for (;;) {
    const release = await lockStore(file, name, mode);
    if (release) return release;
    await setTimeout(INTERVAL);
  }
}

/** A file's own path, through symbolic links; one that is not there yet is named by its folder's. */
export function realFile(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return path.join(realpathSync(path.dirname(file)), path.basename(file));
  }
}
