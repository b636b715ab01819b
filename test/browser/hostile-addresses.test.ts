import { describe, expect, inject, it } from "vitest";
import { fetchRaw } from "./fetch-raw";

const site = inject("siteUrl");

/** What a browser sends before another site's page may ask with headers of its own. */
const PREFLIGHT = { origin: "https://other.example", "access-control-request-method": "GET", "access-control-request-headers": "if-none-match,x-own" };

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
    "/embed/municipalities?municipality=*",
    "/embed?chart=municipalities&municipality=*",
    "/goals/2025-policy-promotion-4?dataset=*",
  ],
  ...["limit", "cursor", "year", "sort", "dataset"].map((name) => `/api/goals.json?${name}=*`),
  ...["width", "scale", "theme", "year", "dataset"].map((name) => `/embed/headline.svg?${name}=*`),
  ...["/embed/goal?id=*", "/embed/goal.png?id=*", "/embed?chart=goal&id=*"],
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
    for (const path of ["/api/goals.json", "/embed/headline", "/embed/headline.json", "/embed/headline.csv", "/goals.csv", "/catalog.jsonld"]) {
      const { status, headers } = await fetch(site + path, { method: "OPTIONS", headers: PREFLIGHT });
      expect([path, status]).toEqual([path, 200]);
      expect(Object.fromEntries(headers)).toMatchObject({
        allow: "GET, HEAD, OPTIONS",
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD, OPTIONS",
        "access-control-allow-headers": "*",
        "access-control-max-age": "86400",
      });
    }
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
