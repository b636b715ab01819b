import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { startFaultSite, type FaultSite } from "./fault-site";

let site: FaultSite;
let metrics: string;
let url: string;
let dataset: string;

beforeAll(async () => {
  const store = await createStore();
  ({ url } = store);
  dataset = (await ingest(store.db, REAL_DOCUMENTS)).dataset!;
  store.db.$client.close();
  site = await startFaultSite(url, { LOG_LEVEL: "info", METRICS_PORT: "0" });
  metrics = /メトリクス: (http:\/\/127\.0\.0\.1:\d+\/metrics)/.exec(site.output())![1]!;
});

afterAll(async () => {
  await site.stop();
  removeTemporary();
});

const entries = () =>
  site
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("logs and metrics", () => {
  it("name route, dataset, duration and status of each request, and nothing of who asked for what", async () => {
    const answer = await site.get(`/goals?q=himitsu-no-kotoba&dataset=${"0".repeat(64)}`, { headers: { "x-forwarded-for": "203.0.113.7", cookie: "who=himitsu", "user-agent": "himitsu" } });
    expect(answer.status).toBe(404);
    await site.get("/goals/2025-policy-promotion-4?himitsu=1");
    await site.get("/himitsu");
    await site.get("/readyz");
    await expect.poll(() => entries().map(({ route }) => route)).toEqual(expect.arrayContaining(["/goals", "/goals/[id]", "other", "/readyz"]));
    const entry = entries().find(({ route, status }) => route === "/goals" && status === 404)!;
    expect(entry).toMatchObject({ level: 30, method: "GET", dataset: "0".repeat(64), ms: expect.any(Number) });
    expect(Object.keys(entry).sort()).toEqual(["dataset", "id", "level", "method", "ms", "msg", "route", "status", "time"]);
    expect(entry.id).toBe(answer.headers.get("x-request-id"));
    expect(entries().find(({ route }) => route === "/goals/[id]")).toMatchObject({ dataset });
    expect(site.output()).not.toMatch(/himitsu|203\.0\.113|127\.0\.0\.1:\d+:|remoteAddress/);
  });

  it("are Prometheus metrics on a port of their own, not the site's", async () => {
    const text = await (await fetch(metrics)).text();
    expect(text).toMatch(/^ayumi_ready 1$/m);
    expect(text).toMatch(/^ayumi_http_requests_total\{route="\/goals",method="GET",status="404"\} 1$/m);
    expect(text).toMatch(/^ayumi_http_request_duration_seconds_count\{route="\/goals\/\[id\]"\} 1$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(text).not.toContain("himitsu");
    expect((await site.get("/metrics")).status).toBe(404);
    expect((await fetch(new URL("/", metrics))).status).toBe(404);
  });

  it("are silent unless asked for", async () => {
    const quiet = await startFaultSite(url);
    for (const page of ["/", "/goals", "/himitsu"]) await quiet.get(page);
    expect(await quiet.stop()).toEqual({ code: 0, signal: null });
    expect(quiet.output().trim().split("\n").filter((line) => !/^(?:サイトをビルド|あゆみ: |✓ )/.test(line))).toEqual([]);
  });
});
