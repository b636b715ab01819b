import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { crawlSite } from "@/db/bake/crawl";

const ID = "a".repeat(64);
const ORIGIN = "https://ayumi.example";
const HEAVY = "/embed/continuation-ribbon.png?width=1600&scale=3";
let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** Bakes an invented site: its answers by address; every other address that it is asked for has an empty page. */
async function crawl(answers: Record<string, { status?: number; type?: string; body: string }>) {
  server = createServer((request, response) => {
    const { status = request.url === "/no-such-page" ? 404 : 200, type = "text/html", body } = answers[request.url!] ?? { body: "<html><head></head><body></body></html>" };
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  answers["/embed/v1.js"] = { type: "text/javascript", body: (await import("@/lib/files/embed-scripts")).HOST_SCRIPT };
  const files = new Map<string, string>();
  const leftOut = await crawlSite({
    site: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    origin: ORIGIN,
    dataset: ID,
    onFile: async ({ name, body }) => {
      expect(files.has(name), name).toBe(false);
      files.set(name, Buffer.from(body).toString());
    },
  });
  return { files, leftOut };
}

const refusal = { status: 400, type: "application/json", body: JSON.stringify({ error: { code: "invalid_value", message: "画像が大きすぎます。", parameter: "scale" } }) };
const escaped = HEAVY.replaceAll("&", "&amp;");

it("a chart that the site refuses is left out and named, with every link to it, its picture for other sites and what quotes it", async () => {
  const page = `<html><head><meta property="og:image" content="${ORIGIN}${escaped}"><meta property="og:title" content="題"></head><body><p><a href="${escaped}">画像</a><a href="/embed/headline.png">小さい画像</a><a href="/embed/continuation-ribbon">図</a></p><dl><div><dt>画像</dt><dd><textarea>&lt;img src="${ORIGIN}${HEAVY.replaceAll("&", "&amp;#38;")}"&gt;</textarea></dd></div><div><dt>枠</dt><dd><textarea>${ORIGIN}/embed/headline</textarea></dd></div></dl></body></html>`;
  const embed = `<html><head></head><body><a href="${escaped}">画像</a><a href="/embed/continuation-ribbon.csv">CSV</a></body></html>`;
  const { files, leftOut } = await crawl({ "/": { body: page }, "/goals": { body: page }, "/embed/continuation-ribbon": { body: embed }, [HEAVY]: refusal });
  expect(leftOut).toEqual([{ href: HEAVY, why: "画像が大きすぎます。" }]);
  for (const name of ["index.html", "goals/index.html"]) {
    const html = files.get(name)!;
    expect(html).toContain(`<p><span>画像</span><a href="/embed/headline.png">小さい画像</a><a href="/embed/continuation-ribbon">図</a></p>`);
    expect(html).not.toMatch(/og:image|width=1600/);
    expect(html).toContain(`<meta property="og:title" content="題">`);
    expect(html).toContain("/embed/headline</textarea>");
  }
  expect(files.get("embed/continuation-ribbon/index.html")).toContain(`<span>画像</span><a href="/embed/continuation-ribbon.csv">CSV</a>`);
  expect(files.has("q/resize=1/embed/continuation-ribbon/index.html")).toBe(true);
  expect([...files.keys()].filter((name) => name.includes("width=1600"))).toEqual([]);
});

it("a chart's page that the site refuses is left out too, and the form that tells its height", async () => {
  const { files, leftOut } = await crawl({ "/": { body: `<a href="/embed/attention?year=1900">図</a><a href="/embed/headline">図</a>` }, "/embed/attention?year=1900": refusal, "/embed/attention?year=1900&resize=1": refusal });
  expect(leftOut.map(({ href }) => href)).toEqual(["/embed/attention?year=1900", "/embed/attention?year=1900&resize=1"]);
  expect(files.get("index.html")).toBe(`<span>図</span><a href="/embed/headline">図</a>`);
});

it("anything else that is not answered ends the bake", async () => {
  await expect(crawl({ "/": { body: `<a href="/embed/headline.png">図</a>` }, "/embed/headline.png": { status: 500, body: "" } })).rejects.toThrow("/embed/headline.png が 500");
  await expect(crawl({ "/": { body: `<a href="/goals/x">目標</a>` }, "/goals/x": { status: 404, body: "" } })).rejects.toThrow("/goals/x が 404");
});
