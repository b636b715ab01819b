import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { existsSync } from "node:fs";
import { databaseFile } from "../client";
import { databaseUrl } from "../config";
import { siteLog } from "../log";
import { checkReadiness, type Readiness } from "../readiness";
import { lastSiteFailure } from "../site";
import { answerUnavailable, type PlainAnswer, type UnavailableReason } from "./unavailable";

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

/** Writes a whole answer. */
export function writeAnswer(response: ServerResponse, { status, headers, body }: PlainAnswer): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

/**
 * Lets Next.js answer, but where it answers 500 and a read of the store failed meanwhile, 503 in its place: a page
 * cannot set that status itself.
 */
export function guardResponse(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  const { writeHead, write, end } = response;
  let replaced = false;
  const findFailure = (): UnavailableReason | null => {
    const failure = lastSiteFailure();
    return failure && failure.at >= began ? failure.kind : null;
  };
  response.writeHead = ((status: number, ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[])[]) => {
    const reason = status === 500 ? findFailure() : null;
    if (reason === null) return writeHead.call(response, status, ...(rest as [OutgoingHttpHeaders]));
    replaced = true;
    known = null;
    for (const name of response.getHeaderNames()) if (name !== "x-request-id") response.removeHeader(name);
    Object.assign(response, { writeHead, write: () => true, end });
    writeAnswer(response, answerUnavailable(request, reason));
    response.end = () => response;
    return response;
  }) as typeof writeHead;
  // Node writes the head by itself before the first chunk; that must happen before it is known whose chunk it is.
  const openHead = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  response.write = ((...chunk: Parameters<typeof write>) => {
    openHead();
    return replaced ? true : write.apply(response, chunk);
  }) as typeof write;
  response.end = ((...chunk: Parameters<typeof end>) => {
    // Only an error's head is opened early: on its own, Node gives a body in one piece its length.
    if (response.statusCode === 500) openHead();
    return replaced ? response : end.apply(response, chunk);
  }) as typeof end;
}
