import { expect } from "vitest";
import { type FaultSite, unkept } from "./fault-site";

/** Paths of every kind: pages, a file, a document's source. */
const PATHS = [
  "/",
  "/goals",
  "/continuations",
  "/about",
  "/api/goals.csv",
  "/goals/2025-policy-promotion-4",
  "/api/nowhere",
  "/embed/rating-distribution",
  "/embed/rating-distribution.svg",
];

/** Those of them that `expectReady` asks for, so that a site has kept them. */
const KEPT = ["/", "/goals", "/api/goals.csv"];

/** Nothing can be served: each path says so in one sentence, and the two health checks tell which part fails. */
export async function expectUnavailable(site: FaultSite, reason: string, sentence: RegExp): Promise<void> {
  const health = await site.get("/healthz");
  expect([health.status, JSON.parse(health.text)]).toEqual([200, { status: "ok" }]);
  const ready = await site.get("/readyz");
  expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: "unavailable", reason, message: expect.stringMatching(sentence) }]);
  expect(ready.headers.get("retry-after")).toMatch(/^\d+$/);
  await expectRefused(site, PATHS, sentence);
}

/** What the site has kept of this dataset goes on; what would have to be made says why it cannot be. */
export async function expectStale(site: FaultSite, dataset: string, reason: string, sentence: RegExp): Promise<void> {
  const ready = await site.get("/readyz");
  expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { status: "stale", dataset, reason, message: expect.stringContaining("前に作成したページ") }]);
  for (const path of KEPT) {
    const { status, ms } = await site.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(ms).toBeLessThan(5000);
  }
  expect((await site.get("/")).text).toContain(`dataset=${dataset}`);
  await expectRefused(site, PATHS.filter((path) => !KEPT.includes(path)).map(unkept), sentence);
}

async function expectRefused(site: FaultSite, paths: readonly string[], sentence: RegExp): Promise<void> {
  for (const path of paths) {
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
  for (const path of KEPT) expect([path, (await site.get(path)).status]).toEqual([path, 200]);
  expect((await site.get("/")).text).toContain(`dataset=${dataset}`);
}
