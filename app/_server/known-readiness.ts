import { existsSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { databaseUrl } from "@/db/config";
import { databaseFile } from "@/db/connection/client";
import { checkReadiness, type Readiness } from "@/db/connection/readiness";
import { lastSiteFailure } from "@/db/connection/site";
import { siteLog } from "@/db/log";
import type { PlainAnswer } from "./plain-answer";
import { noteReadiness } from "./stale-dataset";
import { answerUnavailable } from "./unavailable-answer";

/** How long an answer to "can data be read?" holds, in milliseconds. */
const LIFETIME = 1000;
const SERVER_LIFETIME = 10_000;

let known: { readiness: Readiness; at: number } | null = null;

/**
 * Whether data can be read, as it was at most a second ago. Of a server, what was known in the last ten seconds will do
 * while it is asked again: each question is a way there and back, or a time-out.
 */
export async function readReadiness(): Promise<Readiness> {
  const file = findDatabaseFile();
  if (file !== null && !existsSync(file)) return { ready: false, reason: "missing" };
  const age = known ? performance.now() - known.at : Infinity;
  if (known && age < LIFETIME) return known.readiness;
  const fresh = refreshReadiness();
  return known && file === null && age < SERVER_LIFETIME ? known.readiness : fresh;
}

let place: { url: string; file: string | null } | null = null;

/** Where the database lies, worked out once: this is asked for each request. */
function findDatabaseFile(): string | null {
  const url = databaseUrl();
  if (place?.url !== url) place = { url, file: databaseFile(url) };
  return place.file;
}

/** Checks anew whether data can be read. */
export async function refreshReadiness(): Promise<Readiness> {
  const readiness = await checkReadiness();
  logChange(readiness);
  noteReadiness(readiness);
  known = { readiness, at: performance.now() };
  return readiness;
}

let logged: string | null = null;

function logChange(readiness: Readiness): void {
  const state = readiness.ready ? "ready" : readiness.reason;
  if (state === logged) return;
  if (!readiness.ready) siteLog().warn({ reason: readiness.reason }, "data cannot be read");
  else if (logged !== null) siteLog().warn({ dataset: readiness.dataset }, "data can be read again");
  logged = state;
}

/** What was last known, without a check. */
export function lastReadiness(): Readiness | null {
  return known?.readiness ?? null;
}

/**
 * What to answer in the place of a page made since `began` (milliseconds of `performance.now()`), where a read of the
 * store failed meanwhile: 503, which a page cannot set itself.
 */
export function answerFailedRead(request: Pick<IncomingMessage, "url">, status: number, began: number): PlainAnswer | null {
  const failure = lastSiteFailure();
  if ((status !== 200 && status !== 500) || !failure || failure.at < began) return null;
  known = null;
  return answerUnavailable(request, failure.kind);
}
