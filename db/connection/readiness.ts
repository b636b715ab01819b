import { statSync } from "node:fs";
import { assertSoundPages, QUICK_CHECK_LIMIT } from "../check/quick-check";
import { databaseUrl } from "../config";
import { databaseFile, openDatabase } from "./client";
import { type FailureKind, failureKind } from "./failure";
import { closeSiteDatabase, lastSiteFailure, readDataset, SiteUnavailableError, siteDatabase } from "./site";

/** Whether the newest dataset can be read now, and which one that is; or why not. */
export type Readiness = { ready: true; dataset: string } | { ready: false; reason: FailureKind | "missing" };

/** Largest file that is checked page by page whenever it changed, in bytes. */
const CHECK_LIMIT = 4 * 1024 * 1024;

/** How long a check may take before the answer is no, in milliseconds. */
const TIMEOUT = 3000;

let running: Promise<Readiness> | null = null;
/** The file as it was when it was last found sound. */
let soundFile = "";
/** When the last check of the whole file began, in milliseconds of `performance.now()`. */
let checkedAt = 0;

/** Reads the newest dataset's id as the site would. Calls at the same time share one check; never throws. */
export async function checkReadiness(): Promise<Readiness> {
  running ??= probe().finally(() => (running = null));
  let timer: NodeJS.Timeout;
  const late = new Promise<Readiness>((resolve) => (timer = setTimeout(() => resolve({ ready: false, reason: "unreachable" }), TIMEOUT)));
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

async function probe(): Promise<Readiness> {
  try {
    await checkFile();
    const dataset = await readDataset();
    return dataset ? { ready: true, dataset: dataset.id } : { ready: false, reason: "empty" };
  } catch (error) {
    if (error instanceof SiteUnavailableError) return { ready: false, reason: "missing" };
    return { ready: false, reason: failureKind(error) ?? "other" };
  }
}

/**
 * Checks a file that was written to, or that a read found damaged, on a connection of its own, since the site's may
 * remember pages that are no longer there. Throws SQLite's own error where it is damaged.
 */
async function checkFile(): Promise<void> {
  const url = databaseUrl();
  const file = databaseFile(url);
  const found = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
  if (!found) return;
  const failure = lastSiteFailure();
  const isSuspect = failure?.kind === "broken" && failure.at > checkedAt;
  const state = `${found.ino}:${found.size}:${found.mtimeMs}`;
  if ((state === soundFile && !isSuspect) || found.size > (isSuspect ? QUICK_CHECK_LIMIT : CHECK_LIMIT)) return;
  // Refuses a file whose log is another's; a connection that is closed would write the one into the other.
  await siteDatabase();
  closeSiteDatabase();
  const db = await openDatabase(url, { reading: true });
  try {
    await assertSoundPages(db);
    checkedAt = performance.now();
    soundFile = state;
  } finally {
    db.$client.close();
  }
}
