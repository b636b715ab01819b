import { describe, expect, inject, it } from "vitest";
import { CHART_NAMES } from "@/lib/charts/registry";
import { exampleHref } from "../chart-example";
import { errorAnswer } from "../error-answer";
import { fetchRaw } from "./fetch-raw";

const site = inject("siteUrl");

describe("answers of charts", () => {
  it("say how long they may be kept, and 304 where the reader has them", async () => {
    const newest = await fetch(`${site}/embed/headline`);
    expect(newest.headers.get("cache-control")).toMatch(/max-age=60, stale-while-revalidate/);
    expect(newest.headers.get("access-control-allow-origin")).toBe("*");
    // `*` would be network addresses alone: no page from disk, in an app, or without an origin of its own.
    expect(newest.headers.get("content-security-policy")).not.toContain("frame-ancestors");
    expect(newest.headers.get("x-content-type-options")).toBe("nosniff");
    const etag = newest.headers.get("etag")!;
    const again = await fetch(`${site}/embed/headline`, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    const dataset = newest.headers.get("x-ayumi-dataset")!;
    const frozen = await fetch(`${site}/embed/headline.svg?dataset=${dataset}`);
    expect(frozen.headers.get("cache-control")).toContain("immutable");
    expect((await fetch(`${site}/embed/headline?dataset=${"0".repeat(64)}`)).status).toBe(404);
    for (const path of ["/", "/goals", "/about", "/embed"])
      expect((await fetch(site + path)).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it.each([
    ["/embed/headline", 200],
    ["/embed/headline.svg", 200],
    ["/embed/headline?year=abc", 400],
    ["/embed/%A0", 400],
    ["/embed/pie", 404],
    [`/embed/headline?area=${"a".repeat(4200)}`, 414],
  ])("may be held in a frame by any page, also %s with %i", async (path, status) => {
    const answer = await fetch(site + path);
    const read = (name: string) => answer.headers.get(name);
    expect([answer.status, read("cross-origin-embedder-policy"), read("cross-origin-resource-policy")]).toEqual([status, "require-corp", "cross-origin"]);
    expect(read("content-security-policy")).toMatch(/^default-src 'none';(?!.*frame-ancestors)/);
  });

  it.each([
    ["/embed/pie.svg", 404, "not_found", null],
    ["/embed/%A0.svg", 400, "invalid_encoding", null],
    ["/embed/headline.json?width=1e9", 400, "invalid_value", "width"],
    ["/embed/headline.json?height=199", 400, "invalid_value", "height"],
    ["/embed/headline.json?theme=%22%3E%3Csvg%20onload=alert(1)%3E", 400, "invalid_value", "theme"],
    ["/embed/headline.json?theme=dark&theme=light", 400, "repeated_parameter", "theme"],
    ["/embed/goal.json", 400, "invalid_value", "id"],
    ["/embed/goal.json?id=2025-none-4", 404, "not_found", "id"],
    ["/embed/goal.json?id=m00000000-2025-policy-promotion-4", 404, "not_found", "id"],
    ["/embed/goal.json?id=2025-policy-promotion-4&id=2025-policy-promotion-3", 400, "repeated_parameter", "id"],
    ["/embed/municipalities.json?municipality=%E6%9F%8F%E5%8E%9F%E5%B8%82&municipality=m00000000", 404, "not_found", "municipality"],
    ["/embed/headline.json?municipality=a&municipality=b", 400, "repeated_parameter", "municipality"],
    ["/embed/headline.json?area=%A0", 400, "invalid_encoding", null],
    ["/embed/headline.json?year=-1", 400, "invalid_value", "year"],
    ["/embed/headline.json?department=asked-1", 404, "not_found", "department"],
    ["/embed/headline.json?dataset=x", 404, "unknown_dataset", "dataset"],
    [`/embed/headline.json?area=${"a".repeat(4200)}`, 414, "query_too_long", null],
    ["/embed/continuation-ribbon.png?width=1600&scale=4", 400, "invalid_value", "scale"],
    ["/api/oembed", 400, "invalid_value", "url"],
    ["/api/oembed?url=https%3A%2F%2Fexample.com%2Fembed%2Fheadline", 404, "not_found", "url"],
    ["/api/oembed?format=yaml&url=x", 501, "not_implemented", "format"],
  ])("refuse %s with %i %s", async (path, status, code, parameter) => {
    const answer = await fetch(site + path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual(errorAnswer(code, parameter));
  });

  it("never fail on a query too long for the server, nor on another method", async () => {
    expect((await fetch(`${site}/embed/headline?area=${"a".repeat(65_536)}`)).status).toBe(431);
    expect((await fetch(`${site}/embed/headline`, { method: "POST", body: "x" })).status).toBe(405);
    expect((await fetch(`${site}/embed/headline?year=${encodeURIComponent("令和7")}`)).status).toBe(200);
  });

  it.each(CHART_NAMES)("draw %s to the pixel where a width and a height are asked for, however small", async (name) => {
    for (const [width, height] of [
      [280, 200],
      [600, 400],
      [900, 1100],
    ] as const) {
      const svg = await (await fetch(site + exampleHref(name, "svg", { width, height }))).text();
      expect(/^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg.slice(svg.indexOf("<svg")))!.slice(1), name).toEqual([String(width), String(height)]);
      expect(svg.replace(/<\/text>\s*<text[^>]*>/g, "")).toMatch(/出典：/);
      const png = Buffer.from(await (await fetch(site + exampleHref(name, "png", { width, height, scale: 2 }))).arrayBuffer());
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([2 * width, 2 * height]);
    }
  });

  it("take a department's name for its id", async () => {
    const read = async (department: string) => (await fetch(`${site}/embed/headline.csv?department=${encodeURIComponent(department)}`)).text();
    expect(await read("政策推進部")).toBe(await read("policy-promotion"));
  });

  it("show in words that a filter leaves nothing", async () => {
    const text = await (await fetch(`${site}/embed/headline?area=${encodeURIComponent("どこにもない")}`)).text();
    expect(text).toMatch(/条件に合う重点目標はありません|記載はありません/);
    expect(text).not.toContain("<svg");
  });

  it("describe themselves by oEmbed, whatever host a request claims", async () => {
    const url = `${site}/embed/headline?theme=dark`;
    const forged = { headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" } };
    const json = (await (await fetch(`${site}/api/oembed?url=${encodeURIComponent(url)}&maxwidth=400`, forged)).json()) as Record<string, string | number>;
    expect(json).toMatchObject({ version: "1.0", type: "rich", width: 400, provider_name: "あゆみ" });
    expect(JSON.stringify(json)).not.toContain("evil");
    const xml = await (await fetch(`${site}/api/oembed?format=xml&url=${encodeURIComponent(url)}`, forged)).text();
    expect(xml).toContain("<type>rich</type>");
    expect(xml).not.toContain("<iframe");
    const page = await (await fetch(site, forged)).text();
    expect(page).not.toContain("evil.example");
    const discovery = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page)![1]!.replaceAll("&amp;", "&");
    expect(await (await fetch(discovery)).json()).toMatchObject({ type: "rich" });
    const image = /<meta property="og:image" content="([^"]+)"/.exec(page)![1]!.replaceAll("&amp;", "&");
    expect((await fetch(image)).headers.get("content-type")).toBe("image/png");
  });

  it("are described by oEmbed as their address asks for them: without their title, and of a dataset that it names shortly", async () => {
    const dataset = (await fetch(`${site}/embed/headline`)).headers.get("x-ayumi-dataset")!;
    const ask = (path: string) => fetch(`${site}/api/oembed?url=${encodeURIComponent(site + path)}`, { redirect: "manual" });
    const frameOf = async (answer: Response) => {
      const { html } = (await answer.json()) as { html: string };
      return /<iframe src="([^"]+)"/
        .exec(html)![1]!
        .replace(site, "")
        .replace(/&(?:amp|#38);/g, "&");
    };
    expect(await frameOf(await ask("/embed/headline?title=0&fit=1"))).toBe("/embed/headline?title=0&resize=1");
    expect(await (await fetch(`${site}/embed/headline?title=0&resize=1`)).text()).toContain(encodeURIComponent("/embed/headline?title=0"));
    for (const path of ["/embed/headline", "/", "/goals", "/continuations"]) {
      const answer = await ask(`${path}?dataset=${dataset.slice(0, 8)}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(new URL(await frameOf(answer), site).searchParams.get("dataset")).toBe(dataset);
    }
    expect((await ask("/embed/headline?dataset=00000000")).status).toBe(404);
  });

  it("have a script of less than 2 kB", async () => {
    expect((await fetchRaw(`${site}/embed/v1.js`, { "accept-encoding": "gzip" })).body.length).toBeLessThan(2000);
  });
});
