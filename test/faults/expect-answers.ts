import { expect } from "vitest";
import type { FaultSite } from "./fault-site";

/** Paths of every kind: pages, a file, a document's source. */
const PATHS = ["/", "/goals", "/continuations", "/about", "/api/goals.csv", "/goals/2025-policy-promotion-4", "/api/nowhere", "/embed/rating-distribution", "/embed/rating-distribution.svg"];

/** Nothing can be served: each path says so in one sentence, and the two health checks tell which part fails. */
export async function expectUnavailable(site: FaultSite, reason: string, sentence: RegExp): Promise<void> {
  const health = await site.get("/healthz");
  expect([health.status, JSON.parse(health.text)]).toEqual([200, { status: "ok" }]);
  const ready = await site.get("/readyz");
  expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: "unavailable", reason, message: expect.stringMatching(sentence) }]);
  expect(ready.headers.get("retry-after")).toMatch(/^\d+$/);
  for (const path of PATHS) {
    const { status, text, headers, ms } = await site.get(path);
    expect([path, status]).toEqual([path, 503]);
    expect(headers.get("retry-after")).toMatch(/^\d+$/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(text).toMatch(sentence);
    expect(text).not.toMatch(/\n\s+at |Error|<svg|SQLITE|\.db/);
    expect(ms).toBeLessThan(5000);
  }
  expect((await site.get("/icon.svg")).status).toBe(200);
}

/** All is well, and this dataset is the newest. */
export async function expectReady(site: FaultSite, dataset: string): Promise<void> {
  const ready = await site.get("/readyz");
  expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { status: "ready", dataset }]);
  for (const path of ["/", "/goals", "/api/goals.csv"]) expect([path, (await site.get(path)).status]).toEqual([path, 200]);
  expect((await site.get("/")).text).toContain(`dataset=${dataset}`);
}
