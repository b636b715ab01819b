import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { crawlSite } from "@/db/bake/crawl";
import { serveFolder } from "../browser/file-server";
import { walkSite } from "../browser/walk-site";

const ID = "a".repeat(64);
const ORIGIN = "https://ayumi.example";
const HEAVY = "/embed/continuation-ribbon.png?width=1600&scale=3";
let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** Bakes an invented site: its answers by address; every other address that it is asked for has an empty page. */
async function crawl(answers: Record<string, { status?: number; type?: string; link?: string; body: string }>, origin = ORIGIN) {
  server = createServer((request, response) => {
    const {
      status = request.url === "/no-such-page" ? 404 : 200,
      type = "text/html",
      link,
      body,
    } = answers[request.url!] ?? { body: "<html><head></head><body></body></html>" };
    response.writeHead(status, { "content-type": type, ...(link && { link }) }).end(body);
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  answers["/embed/v1.js"] = { type: "text/javascript", body: (await import("@/lib/embeds/scripts")).HOST_SCRIPT };
  const files = new Map<string, string>();
  const leftOut = await crawlSite({
    site: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    origin,
    dataset: ID,
    onFile: async ({ name, body }) => {
      expect(files.has(name), name).toBe(false);
      files.set(name, Buffer.from(body).toString());
    },
  });
  return { files, leftOut };
}

const refusal = {
  status: 400,
  type: "application/json",
  body: JSON.stringify({ error: { code: "invalid_value", message: "画像が大きすぎます。", parameter: "scale" } }),
};
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
  const { files, leftOut } = await crawl({
    "/": { body: `<a href="/embed/attention?year=1900">図</a><a href="/embed/headline">図</a>` },
    "/embed/attention?year=1900": refusal,
    "/embed/attention?year=1900&resize=1": refusal,
  });
  expect(leftOut.map(({ href }) => href)).toEqual(["/embed/attention?year=1900", "/embed/attention?year=1900&resize=1"]);
  expect(files.get("index.html")).toBe(`<span>図</span><a href="/embed/headline">図</a>`);
});

it("anything else that is not answered ends the bake", async () => {
  await expect(crawl({ "/": { body: `<a href="/embed/headline.png">図</a>` }, "/embed/headline.png": { status: 500, body: "" } })).rejects.toThrow(
    "/embed/headline.png が 500",
  );
  await expect(crawl({ "/": { body: `<a href="/goals/x">目標</a>` }, "/goals/x": { status: 404, body: "" } })).rejects.toThrow("/goals/x が 404");
});

it("a copy under a path, on a host that knows nothing but files, leads from each page to the others, and from each part of a table to the next", async () => {
  const part = "/api/goals.json?cursor=abc";
  const { files } = await crawl(
    {
      "/": { body: `<html><head></head><body><a href="/goals?year=2025">年度</a><a href="/api/goals.json">表</a></body></html>` },
      "/goals?year=2025": { body: `<html><head></head><body><a href="/">始め</a></body></html>` },
      "/api/goals.json": { type: "application/json", link: `<${part}>; rel="next"`, body: `{"total":2,"next":"${part}","rows":[]}` },
      [part]: { type: "application/json", body: `{"total":2,"next":null,"rows":[]}` },
    },
    "https://city.example/ayumi",
  );
  const folder = mkdtempSync(path.join(tmpdir(), "ayumi-path-"));
  for (const [name, body] of files) {
    mkdirSync(path.dirname(path.join(folder, "ayumi", name)), { recursive: true });
    writeFileSync(path.join(folder, "ayumi", name), body);
  }
  const host = await serveFolder(folder);
  try {
    const { pages, links, broken } = await walkSite(host.url, { from: "/ayumi/" });
    expect(broken).toEqual([]);
    expect([...pages.keys()]).toEqual(["/ayumi/", "/ayumi/q/year=2025/goals"]);
    expect(links.map(({ to }) => to)).toEqual(["/ayumi/q/year=2025/goals", "/ayumi/api/goals.json", "/ayumi/"]);
    const { next } = (await (await fetch(`${host.url}/ayumi/api/goals.json`)).json()) as { next: string };
    expect(next).toBe("/ayumi/q/cursor=abc/api/goals.json");
    expect(await (await fetch(host.url + next)).json()).toMatchObject({ next: null });
  } finally {
    host.stop();
    rmSync(folder, { recursive: true });
  }
});

it("a sitemap names the copy's own addresses, and brings in what no page links to; robots.txt is read at the top of a host alone", async () => {
  const list = (origin: string) =>
    `<urlset>${["/", "/goals/x", "/documents?municipality=m12345678&#38;page=2", `/?dataset=${ID}`].map((href) => `<url><loc>${origin}${href}</loc></url>`).join("")}</urlset>`;
  const answers = (origin: string) => ({
    "/sitemap.xml": { type: "application/xml", body: list(origin) },
    "/robots.txt": { type: "text/plain", body: `Sitemap: ${origin}/sitemap.xml\n` },
  });
  const { files } = await crawl(answers(ORIGIN));
  expect(files.get("robots.txt")).toBe(`Sitemap: ${ORIGIN}/sitemap.xml\n`);
  expect(files.has("goals/x/index.html")).toBe(true);
  expect(files.get("sitemap.xml")).toContain(`<loc>${ORIGIN}/q/municipality=m12345678&#38;page=2/documents</loc>`);
  server!.close();
  const below = await crawl(answers("https://city.example/ayumi"), "https://city.example/ayumi");
  expect(below.files.has("robots.txt")).toBe(false);
  expect(below.files.get("sitemap.xml")).toContain("<loc>https://city.example/ayumi/</loc><");
});
