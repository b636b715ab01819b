import type { Readiness } from "@/db/connection/readiness";

type Reason = Extract<Readiness, { ready: false }>["reason"];

/**
 * Why data cannot be read though nothing says that it changed: its server is away or does not take the token, or
 * another process holds the file. A file that is gone, damaged or empty is another matter: somebody has to see to it,
 * and what it held may have been taken back.
 */
const PASSING: ReadonlySet<Reason> = new Set<Reason>(["unreachable", "unauthorized", "busy"]);

let dataset: string | null = null;

/** Notes what a check found: from now on `staleDataset` goes by it. */
export function noteReadiness(readiness: Readiness): void {
  if (readiness.ready) dataset = readiness.dataset;
  else if (!PASSING.has(readiness.reason)) dataset = null;
}

/**
 * The dataset whose kept answers go on being sent while data cannot be read (as RFC 5861's stale-if-error; a dataset
 * never changes, so for as long as that lasts): the last that was read, where it cannot be read for a passing reason
 * alone; else `null`.
 */
export function staleDataset(reason: Reason): string | null {
  return PASSING.has(reason) ? dataset : null;
}
