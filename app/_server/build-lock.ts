import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { CommandError } from "@/db/command";
import { failureKind } from "@/db/connection/failure";
import { awaitLock, lockStore, type Release } from "@/db/connection/store-lock";
import { makeFolder } from "@/db/folder";
import { printPath } from "@/db/printed-path";

/** How long others may hold a build only to look at it, in milliseconds, before they count as serving it. */
const LOOK = 5000;

/** A build in a folder. */
export interface Build {
  folder: string;
  /** Whether the folder holds it whole now. */
  isBuilt(): boolean;
  /** Makes it anew: the folder is emptied first. */
  make(): Promise<void>;
  /** Called once where another process makes it, which is waited for. */
  onWait(): void;
}

/**
 * Sees to it that a build is there, makes it where it is not, and holds it: as long as it is held, by this process or
 * others, nobody makes it anew. Of several processes that want it made one does, and the others wait. Answers whether it
 * was made here, and how to let it go. Throws `CommandError` where it would have to be made while another process holds it.
 */
export async function holdBuild({ folder, isBuilt, make, onWait }: Build, look = LOOK): Promise<{ made: boolean; release: Release }> {
  // Next.js empties all of its folder but the cache.
  const file = path.join(folder, "cache", "ayumi");
  const hold = () => tryLock(() => lockStore(file, "served.lock", "shared"));
  // Looked at before it is held, so that nobody holds, however shortly, what another is about to make anew.
  const holdBuilt = async () => {
    if (!isBuilt()) return null;
    const release = await hold();
    if (release && isBuilt()) return release;
    release?.();
    return null;
  };
  tryFolder(path.dirname(file));
  const found = await holdBuilt();
  if (found) return { made: false, release: found };
  const finish = await tryLock(async () => (await lockStore(file, "build.lock", "exclusive")) ?? (onWait(), await awaitLock(file, "build.lock", "exclusive")));
  try {
    const others = await holdBuilt();
    if (others) return { made: false, release: others };
    const reopen = await awaitAlone(file, look);
    if (!reopen)
      throw new CommandError(
        `${printPath(folder)} のサイトをほかのプロセスが動かしているため、ビルドし直せません。それを止めてから、もう一度実行してください。`,
      );
    try {
      await make();
    } finally {
      reopen();
    }
    // Who makes builds waits for this one to finish, so nobody came between.
    return { made: true, release: (await hold()) ?? (() => {}) };
  } finally {
    finish?.();
  }
}

/** Takes the build from all others, who may be looking at it for a moment; `null` where they go on holding it. */
async function awaitAlone(file: string, look: number): Promise<Release | null> {
  for (const began = performance.now(); ; await setTimeout(50)) {
    const release = await tryLock(() => lockStore(file, "served.lock", "exclusive"));
    if (release || performance.now() - began > look) return release;
  }
}

/** Where no lock can be written, nobody can build either. */
async function tryLock(lock: () => Promise<Release | null>): Promise<Release | null> {
  try {
    return await lock();
  } catch (error) {
    if (failureKind(error) === "closed") return () => {};
    throw error;
  }
}

function tryFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    if (failureKind(error) !== "closed") throw error;
  }
}
