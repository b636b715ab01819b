import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { DomUtils, parseDocument } from "htmlparser2";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { CHART_NAMES, CHARTS, type ChartName } from "@/lib/charts/registry";
import { embedJa } from "@/lib/texts/embed-ja";
import { ja } from "@/lib/texts/ja";
import { exampleHref } from "../chart-example";
import { type Ended, runCommand } from "../db/run-command";
import { launchChromium } from "./chromium";
import { serveFolder } from "./file-server";
import { walkSite } from "./walk-site";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const live = inject("siteUrl");
const scratch = mkdtempSync(path.join(tmpdir(), "ayumi-bake-"));
const folder = path.join(scratch, "site");
const environment = { DATABASE_URL: inject("databaseUrl"), AYUMI_URL: "https://ayumi.example" };
let ended: Ended;
let files: string[];
let baked: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;

beforeAll(async () => {
  ended = await runCommand("bake", ["--out", folder], environment);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  baked = await serveFolder(folder);
  browser = await launchChromium();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  baked?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const isOfGoal = (name: ChartName) => "takesGoal" in CHARTS[name];
/** Charts that a site of one municipality links to, bare. */
const BARE_CHARTS = CHART_NAMES.filter((name) => !isOfGoal(name) && !("takesMunicipalities" in CHARTS[name]));
const getText = async (url: string) => (await fetch(url)).text();
const getBytes = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

/** What links that quote or save a figure are called. */
const TOOLS = [embedJa.quote, embedJa.title, embedJa.picture.save];

/** What a page says, without its controls. */
function readFacts(html: string): string {
  const tree = parseDocument(html);
  const gone = DomUtils.findAll(
    ({ name, attribs }) => /^(?:form|script|style|button)$/.test(name) || (/\bprint:hidden\b/.test(attribs.class ?? "") && name !== "a"),
    tree.children,
  );
  gone.push(...DomUtils.findAll((element) => element.name === "p" && DomUtils.textContent(element).startsWith("これは動くサーバーのない写し"), tree.children));
  // A copy offers what it holds: the live site offers more to quote and to save.
  gone.push(...DomUtils.findAll(({ name, children }) => name === "a" && TOOLS.some((text) => text === DomUtils.textContent(children)), tree.children));
  gone.forEach(DomUtils.removeElement);
  const [main] = DomUtils.findAll(({ name }) => name === "main" || name === "body", tree.children).reverse();
  return DomUtils.textContent(main!).replaceAll(ja.controls.dim, "").replace(/\s+/g, " ").trim();
}

describe("the baked site", () => {
  it("holds no more than its rule allows, of each goal ten files to quote it by among them, and ten of its 新旧対照", () =>
    expect(files.filter((file) => !/\.(?:gz|br)$/.test(file)).length).toBeLessThanOrEqual(1100));

  it("is told in a line", () =>
    expect(ended.stdout).toMatch(/に書き出しました：\d+ ファイル、[\d.]+ MB（圧縮形を含めて [\d.]+ MB）、[\d.]+ 秒\nデータ版 [0-9a-f]{64}\n$/));

  it("has no broken link, no script, no form and no query, and every page is reached", async () => {
    const { links, pages, broken } = await walkSite(baked.url);
    expect(broken).toEqual([]);
    expect(links.filter(({ to }) => to.includes("?"))).toEqual([]);
    expect(links.filter(({ to, fragment }) => fragment !== "" && pages.has(to) && !pages.get(to)!.ids.has(decodeURIComponent(fragment)))).toEqual([]);
    for (const [address, { html }] of pages) {
      expect(html, address).not.toMatch(/<(?:script(?! type="application\/ld\+json")|form|button)\b|\son\w+="/);
      expect(html, address).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'none'; style-src 'sha256-`);
    }
    const reached = new Set([...pages.keys()].map((address) => path.join(decodeURIComponent(address), "index.html").slice(1)));
    const unreached = files.filter((file) => file.endsWith("index.html") && file !== "embed/index.html" && !reached.has(file));
    // Links name its year; the sitemap and its canonical address name the briefing of the leading one without.
    const asked = unreached.filter((file) => !/^(?:q\/[^/]+\/)?briefing\/index\.html$/.test(file));
    // Only other sites' scripts ask for these, and they hold the one script that tells their height.
    for (const file of asked) expect(file).toMatch(/^q\/(?:.*&)?resize=1\/embed\//);
    expect(unreached.length).toBeGreaterThanOrEqual(CHART_NAMES.length);
    expect(pages.size).toBeGreaterThan(100);
  });

  it("says what the live site says", async () => {
    const { pages } = JSON.parse(
      await getText(`${live}/api/goals.json`).then((text) =>
        JSON.stringify({ pages: (JSON.parse(text) as { rows: { goal_id: string }[] }).rows.map((row) => `/goals/${row.goal_id}`) }),
      ),
    ) as { pages: string[] };
    expect(pages.length).toBe(10);
    const plain = [...pages, "/", "/goals", "/continuations", "/documents", "/about", ...BARE_CHARTS.map((name) => `/embed/${name}`)];
    const views = [
      "/?year=2025",
      "/?by=policy-goal",
      "/?year=2021&of=targets",
      "/goals?year=2025&area=%E9%98%B2%E7%81%BD",
      "/goals?target-rating=B",
      "/continuations?level=initiative",
      "/briefing?year=2025",
      "/embed/rating-distribution?of=targets",
      exampleHref("goal"),
    ];
    for (const address of [...plain, ...views]) {
      const [at, query] = address.split("?");
      const file = query === undefined ? at! : `/q/${encodeURIComponent(query)}${at}`;
      const answer = await fetch(baked.url + file);
      expect([file, answer.status]).toEqual([file, 200]);
      const facts = readFacts(await answer.text());
      expect(facts.length, address).toBeGreaterThan(100);
      expect(facts, address).toBe(readFacts(await getText(live + address)));
    }
  });

  it("has every chart in every form, as the live site has it", async () => {
    for (const form of ["svg", "png", "csv", "json", "metadata.json"] as const) {
      const [at, query] = exampleHref("goal", form).split("?");
      expect((await fetch(`${baked.url}/q/${encodeURIComponent(query!)}${at}`)).status, form).toBe(200);
    }
    for (const name of BARE_CHARTS) {
      for (const form of ["svg", "png", "csv"])
        expect(await getBytes(`${baked.url}/embed/${name}.${form}`), `${name}.${form}`).toEqual(await getBytes(`${live}/embed/${name}.${form}`));
      const rows = async (url: string) => (JSON.parse(await getText(`${url}/embed/${name}.json`)) as { rows: unknown[] }).rows;
      expect(await rows(baked.url)).toEqual(await rows(live));
      expect((JSON.parse(await getText(`${baked.url}/embed/${name}.metadata.json`)) as { dataset: string }).dataset).toMatch(/^[0-9a-f]{64}$/);
      expect(Object.keys(unzipSync(await getBytes(`${baked.url}/embed/${name}.zip`))).length).toBe(6);
    }
    for (const table of ["goals.csv", "targets.csv", "ratings.json", "plans.csv"]) expect((await fetch(`${baked.url}/api/${table}`)).status).toBe(200);
    expect(await getBytes(`${baked.url}/api/goals.csv`)).toEqual(await getBytes(`${live}/api/goals.csv`));
  });

  it("tells machines of itself as the live site does, at its own address", async () => {
    for (const path of ["/robots.txt", "/sitemap.xml", "/catalog.jsonld", "/feed.atom"]) {
      const text = await getText(baked.url + path);
      expect(text, path).toContain("https://ayumi.example/");
      expect(text, path).not.toMatch(/127\.0\.0\.1|localhost/);
    }
    const listed = [...(await getText(`${baked.url}/sitemap.xml`)).matchAll(/<loc>https:\/\/ayumi\.example([^<]*)/g)].map(([, path]) => path!);
    expect(listed.length).toBeGreaterThan(20);
    for (const path of listed) expect([path, (await fetch(baked.url + path)).status]).toEqual([path, 200]);
    const html = await getText(`${baked.url}/goals/2025-policy-promotion-4`);
    expect(html).toContain('<link rel="canonical" href="https://ayumi.example/goals/2025-policy-promotion-4"');
    const [, picture] = /<meta property="og:image" content="https:\/\/ayumi\.example([^"]+)"/.exec(html)!;
    expect((await fetch(baked.url + picture!.replaceAll("&amp;", "&"))).status).toBe(200);
    // Of a view it is its chart's own.
    const view = await getText(`${baked.url}/q/year=2021/continuations`);
    expect(/<meta property="og:image" content="https:\/\/ayumi\.example([^"]+)"/.exec(view)![1]).toBe("/q/size=og/embed/continuation-ribbon.png");
    const data = await getText(`${baked.url}/data`);
    expect(JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(data)![1]!)).toMatchObject({ url: "https://ayumi.example/data" });
    for (const icon of ["/favicon.ico", "/apple-icon.png"]) expect((await fetch(baked.url + icon)).status).toBe(200);
    expect((await fetch(`${baked.url}/.well-known/security.txt`)).status).toBe(404);
  });

  it("has the compressed forms of each text beside it", () => {
    const texts = files.filter((file) => /\.(?:html|csv|json|js|svg)$/.test(file) && file !== "ayumi-bake.json");
    for (const file of texts) {
      const body = readFileSync(path.join(folder, file));
      if (body.byteLength < 200) continue;
      expect(gunzipSync(readFileSync(path.join(folder, `${file}.gz`))).equals(body), file).toBe(true);
      expect(brotliDecompressSync(readFileSync(path.join(folder, `${file}.br`))).equals(body), file).toBe(true);
    }
    expect(texts.length).toBeGreaterThan(200);
  });

  it("has no axe violation and breaks no policy of its own", async () => {
    for (const address of ["/", "/q/of=targets/", "/goals", "/search", "/embed", "/continuations", "/embed/headline"]) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && complaints.push(message.text()));
      await page.goto(baked.url + address);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
      });
      expect([address, complaints, violations]).toEqual([address, [], []]);
      await context.close();
    }
  });

  it("stands in a foreign page by its script and follows its content's height", async () => {
    const host = createServer((_, response) => {
      response
        .writeHead(200, { "content-type": "text/html; charset=utf-8" })
        .end(
          `<!doctype html><title>記事</title><body><script src="${baked.url}/embed/v1.js" async data-chart="rating-distribution" data-of="targets" data-title="図"></script>`,
        );
    });
    await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    const frame = page.frameLocator("iframe");
    await frame.locator("h1").waitFor();
    expect(await frame.locator("h1").innerText()).toContain("達成目標");
    const fits = async () => {
      const inner = await page.frames()[1]!.evaluate(() => document.body.getBoundingClientRect().height);
      const outer = await page.locator("iframe").evaluate((each) => each.getBoundingClientRect().height);
      return Math.abs(outer - inner) <= 1;
    };
    await expect.poll(fits).toBe(true);
    await frame.locator("summary").click();
    await expect.poll(fits).toBe(true);
    await page.context().close();
    host.close();
    host.closeAllConnections();
  });

  it("quotes addresses that the live site answers with the same", async () => {
    const page = await getText(`${baked.url}/q/chart=rating-distribution&of=targets/embed`);
    const quoted = [
      ...new Set(
        [...page.matchAll(/https:\/\/ayumi\.example(\/[\w\-.~:/?#@!$&*+,;=%]*)/g)].map(([, address]) =>
          address!.replaceAll("&amp;", "&").replaceAll("&#38;", "&"),
        ),
      ),
    ];
    expect(quoted.filter((address) => address.startsWith("/q/of=targets/embed/rating-distribution")).length).toBeGreaterThan(1);
    // A picture for previews is its chart's own, not the view's.
    for (const address of quoted.filter((each) => each.startsWith("/q/") && !each.includes("size="))) {
      const answer = await fetch(live + address);
      expect([address, answer.status]).toEqual([address, 200]);
      expect(new URL(answer.url).searchParams.toString(), address).toContain("of=targets");
    }
  });
});
