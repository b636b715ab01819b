import autocannon, { type Client, type Request, type Result } from "autocannon";

/** What a spell of requests met. Times in milliseconds. */
export interface Volley {
  /** Answers a second. */
  rate: number;
  p50: number;
  p95: number;
  /** Of an open model corrected for requests that had to wait for their turn (autocannon's hdr-histogram). */
  p99: number;
  /** Answers of 5xx, and requests that got none. */
  failed: number;
  /** Answers but 2xx and 3xx. */
  refused: number;
  answers: number;
  /** p95 of each second. */
  seconds: number[];
}

interface FireOptions {
  origin: string;
  /** Paths in turn; `{n}` in one is another number each time, so that no answer kept in memory will do. */
  paths: readonly string[];
  seconds: number;
  connections?: number;
  /**
   * Requests a second over all connections, which send theirs from the beginning of each second on: a burst a second,
   * sterner than requests that come evenly. Without it, each connection asks as soon as it may.
   */
  rate?: number;
  headers?: Record<string, string>;
}

let numbered = 0;

/** Fires requests at a server on the loopback interface. Throws for any other. */
export async function fire({ origin, paths, seconds, connections = 20, rate, headers = {} }: FireOptions): Promise<Volley> {
  if (new URL(origin).hostname !== "127.0.0.1") throw new Error(`${origin} is not on the loopback interface`);
  const times: number[][] = [];
  let failed = 0;
  let refused = 0;
  const began = performance.now();
  const count = (_client: Client, status: number, _bytes: number, time: number) => {
    const second = Math.floor((performance.now() - began) / 1000);
    (times[second] ??= []).push(time);
    if (status >= 500) failed += 1;
    if (status >= 400) refused += 1;
  };
  const requests = paths.map((path): Request => {
    const request: Request = { method: "GET", path, headers: { "accept-encoding": "gzip", ...headers } };
    return path.includes("{n}") ? { ...request, setupRequest: (each) => ({ ...each, path: path.replace("{n}", String((numbered += 1))) }) } : request;
  });
  const result = await new Promise<Result>((resolve, reject) => {
    // Each connection begins at another path; else all would ask for the same at once.
    let started = 0;
    const setupClient = (client: Client) => {
      const first = started++ % requests.length;
      client.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
    };
    const options = { url: origin, connections, duration: seconds, timeout: 10, requests, setupClient, ...(rate !== undefined && { overallRate: rate }) };
    autocannon(options, (error: unknown, found) => (error ? reject(error) : resolve(found))).on("response", count);
  });
  const all = times.flat();
  return {
    rate: all.length / seconds,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    p99: rate === undefined ? percentile(all, 0.99) : result.latency.p99,
    failed: failed + result.errors,
    refused,
    answers: all.length,
    seconds: Array.from({ length: seconds }, (_, second) => percentile(times[second] ?? [], 0.95)),
  };
}

/** The value below which that share of the values lies; `NaN` of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
