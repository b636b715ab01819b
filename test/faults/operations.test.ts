import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRaw } from "../app/_server/send-raw";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { type FaultSite, startFaultSite, unkept } from "./fault-site";

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
    const answer = await site.get(`/goals?q=himitsu-no-kotoba&dataset=${"0".repeat(64)}`, {
      headers: { "x-forwarded-for": "203.0.113.7", cookie: "who=himitsu", "user-agent": "himitsu" },
    });
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

  it("hold nothing of what was asked for, nor of statements, whatever fails", async () => {
    const own = await createStore();
    await ingest(own.db, REAL_DOCUMENTS);
    const other = await startFaultSite(own.url, { LOG_LEVEL: "info" });
    const port = Number(new URL(other.url).port);
    const ask = () =>
      Promise.all([
        ...[
          "/goals/himitsu",
          "/documents/himitsu",
          "/search?q=himitsu",
          "/himitsu%1b%5b31m%0a%7b%7d",
          "/embed/himitsu.svg",
          "/api/goals.json?area=himitsu",
          "/goals?area=himitsu&unit=himitsu",
          "/_next/image?url=%2Fhimitsu%1b%0a&w=64&q=75",
          "/_next/himitsu",
          "/continuations/himitsu/himitsu",
          `/goals/${"9".repeat(400)}`,
        ].map((path) => other.get(unkept(path), { headers: { "next-action": "himitsu", "x-himitsu": "himitsu" } })),
        ...[
          "GET /himitsu%zz HTTP/1.1\r\nHost: himitsu\r\n",
          "GET http://himitsu:himitsu/ HTTP/1.1\r\nHost: a\r\n",
          "HIMITSU / HTTP/1.1\r\nHost: a\r\n",
          "GET /himitsu HTTP/1.1\r\nHost: himitsu himitsu\r\n",
        ].map((head) => sendRaw(port, `${head}Connection: close\r\n\r\n`)),
      ]);
    await ask();
    const id = String((await own.db.$client.execute("select id from documents limit 1")).rows[0]!.id);
    // Reads fail in the middle, while the newest dataset can be read.
    for (const table of ["messages", "initiatives"]) await own.db.$client.execute(`alter table ${table} rename to himitsu_${table}`);
    expect((await other.get(unkept(`/documents/${id}`))).status).toBe(503);
    expect((await other.get(unkept("/goals?unit=himitsu"))).status).toBe(503);
    await ask();
    own.db.$client.close();
    expect((await other.stop()).code).toBe(0);
    const lines = other
      .output()
      .trim()
      .split("\n")
      .filter((line) => !/^(?:サイトをビルド|あゆみ: |✓ )/.test(line));
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.join("\n")).not.toMatch(/himitsu|select |params|[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it("are silent unless asked for", async () => {
    const quiet = await startFaultSite(url);
    for (const page of ["/", "/goals", "/himitsu"]) await quiet.get(page);
    expect(await quiet.stop()).toEqual({ code: 0, signal: null });
    expect(
      quiet
        .output()
        .trim()
        .split("\n")
        .filter((line) => !/^(?:サイトをビルド|あゆみ: |✓ )/.test(line)),
    ).toEqual([]);
  });
});
