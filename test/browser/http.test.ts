import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { findDataset } from "@/db/queries/datasets";
import { listDocuments } from "@/db/queries/documents";
import { fetchRaw } from "./fetch-raw";
import { startSite } from "./start-site";

const site = inject("siteUrl");

describe("answers", () => {
  it.each([
    ["/goals/2025-no-such-goal", 404],
    ["/goals/%E3%81%82", 404],
    ["/documents/ffff", 404],
    ["/documents/ffff/source", 404],
    ["/?dataset=0000", 404],
    ["/goals?dataset=%00", 404],
    ["/goals.csv?dataset=0000", 404],
    ["/goals.csv?year=-1", 400],
    ["/%A0", 400],
    ["/?year=%E4%BB%A4%E5%92%8C7", 200],
    ["/?year=abc&of=votes&by=%A0", 200],
    ["/goals?sort=;drop&rating=%27%22%3E%3Csvg&area=%25&area=_", 200],
    [`/goals?${"area=a&".repeat(500)}`, 200],
  ])("%s with %i", async (path, status) => expect((await fetch(site + path)).status).toBe(status));

  it("say what they could not read, and never render it as HTML", async () => {
    const text = await (await fetch(`${site}/?year=${encodeURIComponent("<svg onload=alert(1)>")}`)).text();
    expect(text).toContain("year=&lt;svg onload=alert(1)&gt;");
    expect(text).not.toContain("<svg onload");
  });

  it("give a document's own bytes back", async () => {
    const database = await openDatabase(inject("databaseUrl"));
    const [document] = await listDocuments(database, (await findDataset(database))!);
    database.$client.close();
    const answer = await fetch(`${site}/documents/${document!.id}/source`);
    expect((await answer.arrayBuffer()).byteLength).toBe(document!.byteLength);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("give the CSV of just the rows shown, in their order", async () => {
    const answer = await fetch(`${site}/goals.csv?area=防災&sort=rating`);
    const rows = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.goal_id)).toEqual([
      "2025-policy-promotion-4",
      "2021-policy-promotion-4",
      "2021-policy-promotion-5",
      "2021-policy-promotion-6",
    ]);
    expect(rows[0]).toMatchObject({ overall_rating: "C", target_count: "2", not_rated_reason: "", document_line: "146" });
    expect(rows[1]).toMatchObject({ overall_rating: "", not_rated_reason: "not_yet_evaluated" });
  });

  it("set no cookie", async () => {
    for (const path of ["/", "/goals", "/about", "/goals.csv"]) expect((await fetch(site + path)).headers.get("set-cookie")).toBeNull();
  });
});

const NINES = "9".repeat(400);
const HOSTILE = [
  NINES,
  `-${NINES}`,
  `${NINES}-policy-promotion-4`,
  `m00000000-${NINES}`,
  `2025-policy-promotion-${NINES}`,
  "1e999",
  "NaN",
  "9007199254740993-a-1",
  "0x10",
  "%00",
  "2025%00",
  "%EF%BF%BF",
  "%F3%A0%80%81",
  "%E2%80%AE",
  "'%20or%201=1--",
  "%25s%25n",
  "__proto__",
  "constructor",
  "x".repeat(4000),
  "%E3%81%82".repeat(1000),
];
const HOSTILE_VALUES = [NINES, "%00", "%ED%A0%80", "__proto__", "'%20or%201=1--", "%E3%81%82".repeat(1000)];
const SEGMENTS = [
  "/goals/*",
  "/continuations/*/2025-policy-promotion-4",
  "/continuations/2021-policy-promotion-5/*",
  "/documents/*",
  "/documents/*/source",
  "/api/*",
  "/api/plans/*.json",
  "/api/forms/previous/*.docx",
  "/api/forms/*/2025-policy-promotion.docx",
  "/api/documents/*",
  "/embed/*",
  "/embed/headline.*",
  "/q/*/goals",
  "/q/year=2025/*",
  "/*",
];
const PARAMETERS = [
  ...["year", "of", "measure", "by", "area", "unit", "rating", "municipality", "dataset"].map((name) => `/?${name}=*`),
  ...["sort", "page", "policy-goal", "target-rating", "department"].map((name) => `/goals?${name}=*`),
  ...["q", "page", "field"].map((name) => `/search?${name}=*`),
  ...["level", "department", "year"].map((name) => `/continuations?${name}=*`),
  ...[
    "/documents?page=*",
    "/municipalities?page=*",
    "/briefing?year=*",
    "/data?municipality=*",
    "/about?dataset=*",
    "/embed?chart=*",
    "/goals/2025-policy-promotion-4?dataset=*",
  ],
  ...["limit", "cursor", "year", "sort", "dataset"].map((name) => `/api/goals.json?${name}=*`),
  ...["width", "scale", "theme", "year", "dataset"].map((name) => `/embed/headline.svg?${name}=*`),
  ...["url", "format", "maxwidth"].map((name) => `/api/oembed?url=${encodeURIComponent("http://a.example/embed/headline")}&${name}=*`),
];

/** Asks for addresses as they are written, a few at a time; answers those that the server failed or let out without a policy. */
async function findFaults(paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  const left = [...paths];
  const work = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const { status, headers } = await fetchRaw(site + path);
      const policy = String(headers["content-security-policy"]);
      // oEmbed's own answer to a form that it does not have.
      const failed = status >= 500 && !(status === 501 && path.startsWith("/api/oembed?"));
      if (failed || !policy.startsWith("default-src 'none'") || headers["x-content-type-options"] !== "nosniff")
        faults.push(`${status} ${path.slice(0, 200)} ${policy.slice(0, 60)}`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return faults;
}

describe("addresses that nobody was given", () => {
  it("of a goal with a year beyond all numbers lead nowhere", async () => {
    for (const id of [NINES, `${NINES}-policy-promotion-4`, "%00", "9".repeat(20)]) expect((await fetch(`${site}/goals/${id}`)).status).toBe(404);
    expect((await fetch(`${site}/api/plans/${"9".repeat(90)}-a.json`)).status).toBe(404);
  });

  it("fail in no place that takes an id, and every answer has its policy", async () => {
    expect(await findFaults(SEGMENTS.flatMap((path) => HOSTILE.map((value) => path.replace("*", value))))).toEqual([]);
  });

  it("fail by no parameter of a page or file, and every answer has its policy", async () => {
    expect(await findFaults(PARAMETERS.flatMap((path) => HOSTILE_VALUES.map((value) => path.replace("*", value))))).toEqual([]);
  });

  it("are neither framed nor run by scripts that are not the site's, whatever answers", async () => {
    const asset = /"(\/_next\/static\/[^"]+\.js)"/.exec(await (await fetch(site)).text())![1]!;
    const paths = [
      "/",
      "/nothing",
      "/embed/a/b",
      "/embed/nothing.svg",
      "/embed/",
      "/api",
      "/api/a/b/c",
      "/q",
      "/q/year=2025",
      "/goals/",
      "/goals.csv",
      "/icon.svg",
      "/favicon.ico",
      "/healthz",
      "/readyz",
      "/robots.txt",
      "/_not-found",
      "/_error",
      "/404",
      "/500",
      "/_global-error",
      "/index",
      "/_next/image?url=%2Ficon.svg&w=64&q=75",
      "/_next/data/x/goals.json",
      asset,
      `${asset}.map`,
      "/goals?_rsc=1",
      "/documents/x/source",
    ];
    for (const path of paths) {
      const { status, headers, body } = await fetchRaw(site + path);
      expect([path, status < 500, headers["content-security-policy"]]).toEqual([path, true, expect.stringContaining("frame-ancestors 'none'")]);
      expect([path, headers["x-content-type-options"], headers["referrer-policy"]]).toEqual([path, "nosniff", "strict-origin-when-cross-origin"]);
      if (path.startsWith("/_next/") && path !== asset) expect([path, status, body.length < 200]).toEqual([path, 404, true]);
    }
    expect((await fetchRaw(site + asset)).status).toBe(200);
    for (const headers of [{ range: "bytes=99999999-" }, { "if-match": '"x"' }, { "sec-fetch-dest": "image" }]) {
      for (const path of [asset, "/icon.svg", "/nothing"])
        expect(String((await fetchRaw(site + path, headers)).headers["content-security-policy"])).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    }
  });

  it("are only read", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const answer = await fetch(`${site}/goals`, { method });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    }
    expect((await fetch(`${site}/api/goals.csv`, { method: "OPTIONS" })).headers.get("allow")).toContain("GET");
  });

  it("send the site's own scripts in a form that the reader takes", async () => {
    const asset = /"(\/_next\/static\/chunks\/[^"]+\.js)"/.exec(await (await fetch(site)).text())![1]!;
    for (const [accepted, wanted] of [
      ["gzip", ["gzip", "br"]],
      ["gzip;q=0", [undefined]],
      ["identity", [undefined]],
      ["gzip;q=0, br;q=0, deflate;q=0, *", [undefined]],
    ] as const) {
      for (const path of [asset, "/", "/api/goals.csv"]) {
        const { headers } = await fetchRaw(site + path, { "accept-encoding": accepted });
        expect(wanted, `${accepted} ${path}`).toContain(headers["content-encoding"]);
      }
    }
  });
});

describe("a new dataset", () => {
  it("is on the site within 5 seconds of ingest ending, while a quoted one stays as it was", async () => {
    const own = await startSite();
    const folder = mkdtempSync(join(tmpdir(), "ayumi-new-"));
    try {
      const before = await (await fetch(own.url)).text();
      const dataset = /dataset=([0-9a-f]{64})/.exec(before)![1];
      const fetchQuoted = (form: string) =>
        fetch(`${own.url}/embed/rating-distribution${form}?dataset=${dataset}`).then(async (answer) => Buffer.from(await answer.arrayBuffer()));
      const forms = [".svg", ".png", ".csv", ".json", ".metadata.json", ".zip"];
      const quotedBefore = await Promise.all(forms.map(fetchQuoted));
      const pageBefore = (await fetchQuoted("")).toString();
      expect(await (await fetch(`${own.url}/embed/headline`)).text()).toContain("令和7年度");
      const file = join(folder, "new.txt");
      writeFileSync(file, "令和8年度 架空部の運営方針\n\n重点目標 1\t架空の目標\n\n今年度の達成目標\n架空の達成目標です。\n\n全体の達成度\nA 達成\n");
      await promisify(execFile)(process.execPath, ["node_modules/tsx/dist/cli.mjs", "db/commands/ingest.ts", file], {
        env: { ...process.env, DATABASE_URL: own.databaseUrl },
      });
      await expect.poll(async () => (await fetch(own.url)).text(), { timeout: 5000, interval: 200 }).toContain("架空部");
      const quoted = await (await fetch(`${own.url}/?dataset=${dataset}`)).text();
      expect(quoted).not.toContain("架空部");
      expect(quoted).toContain("令和7年度（2025年度）");
      expect(await Promise.all(forms.map(fetchQuoted))).toEqual(quotedBefore);
      const pageAfter = (await fetchQuoted("")).toString();
      const newer = /<p class="newer"><a href="\/embed\/rating-distribution">新しい版があります<\/a><\/p>/;
      expect(pageBefore).not.toMatch(newer);
      expect(pageAfter).toMatch(newer);
      expect(pageAfter.replace(newer, "")).toBe(pageBefore);
      await expect.poll(async () => (await fetch(`${own.url}/embed/headline`)).text(), { timeout: 5000, interval: 200 }).toContain("令和8年度");
    } finally {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
