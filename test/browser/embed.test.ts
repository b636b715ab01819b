import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { EXAMPLE_GOAL, exampleHref } from "../chart-example";
import { sample } from "../whole";
import { fetchRaw } from "./fetch-raw";
import { useForeignHost } from "./foreign-host";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = inject("siteUrl");
const { openHost, browser } = useForeignHost();

const frameHeight = (page: Page) => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);

describe.each(sample(CHART_NAMES, 3))("/embed/%s", (name) => {
  const url = site + exampleHref(name);
  const attributes = "takesGoal" in CHARTS[name] ? `data-chart="${name}" data-id="${EXAMPLE_GOAL}"` : `data-chart="${name}"`;

  it("is less than 6 kB on the wire, one request, no script, no cookie, no storage", async () => {
    for (const [encoding, decode] of [
      ["gzip", gunzipSync],
      ["br", brotliDecompressSync],
    ] as const) {
      const answer = await fetchRaw(url, { "accept-encoding": encoding });
      expect(answer.body.length).toBeLessThan(6000);
      expect(answer.headers["content-encoding"]).toBe(encoding);
      expect(decode(answer.body).toString()).not.toMatch(/<script|<link rel="?stylesheet|<img|<iframe| on\w+=/);
    }
    // As codes have it, with the script that tells its height, and without what other programs show of a page.
    const framed = await fetchRaw(site + exampleHref(name, "html", { resize: true }), { "accept-encoding": "gzip" });
    expect(framed.body.length).toBeLessThan(6000);
    const context = await browser().newContext();
    const page = await context.newPage();
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(url);
    // A browser asks for an icon of its own accord.
    expect(requests.filter((each) => !each.endsWith("/favicon.ico"))).toEqual([url]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await context.close();
  });

  it("leaves its title to the page that holds it where asked, but for who hears it, and keeps its source", async () => {
    const page = await (await browser().newContext()).newPage();
    await page.goto(site + exampleHref(name, "html", { title: false, fit: true }));
    const box = (await page.locator("h1").boundingBox())!;
    expect([box.width, box.height, await page.getByRole("heading", { level: 1 }).count()]).toEqual([1, 1, 1]);
    expect(await page.locator("p.source").first().isVisible()).toBe(true);
    expect(await page.locator("p.source").first().innerText()).toContain("出典");
    await page.context().close();
  });

  it("has no axe violation and nothing cut from 280 px up, light and dark, its table one press away", async () => {
    const page = await (await browser().newContext({ bypassCSP: true })).newPage();
    await page.goto(url);
    await page.evaluate(axe);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [280, 640, 1200]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBeLessThanOrEqual(0);
        const violations = await page.evaluate(async () => {
          const { violations } = await (
            window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
          ).axe.run();
          return violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 300)}`);
        });
        expect(violations, `${width} px, ${colorScheme}`).toEqual([]);
        const seen = await page.locator("main svg[role=group]:visible").count();
        expect(seen, `${width} px`).toBe(1);
      }
    }
    await page.locator("summary").click();
    expect(await page.locator("table tbody tr").first().isVisible()).toBe(true);
    await page.context().close();
  });

  it.each([640, 320])("stands in a foreign page of %i pixels by its plain frame, also sandboxed, and fits its height", async (width) => {
    const { html } = (await (await fetch(`${site}/api/oembed?url=${encodeURIComponent(url)}&maxwidth=${width}`)).json()) as { html: string };
    const page = await openHost(`${html}${html.replace("<iframe", '<iframe sandbox=""')}`, { width });
    for (const frame of page.frames().slice(1)) {
      expect(await frame.locator("h1").isVisible()).toBe(true);
      // Shrunk in nothing: as it would stand at a height of its own it has room, and little to spare.
      const [content, room] = await frame.evaluate(() => {
        document.documentElement.className = "";
        return [document.body.getBoundingClientRect().height + 16, innerHeight];
      });
      expect(content).toBeLessThanOrEqual(room!);
      expect(room! / content!).toBeLessThan(1.5);
    }
    expect(page.frames().length).toBe(3);
    await page.context().close();
  });

  it("follows its content's height by the script, growing and shrinking; a forged message is ignored", async () => {
    const page = await openHost(`<script src="${site}/embed/v1.js" async ${attributes} data-title="図" data-theme="dark"></script>`);
    const frame = page.frameLocator("iframe");
    await frame.locator("summary").waitFor();
    const fits = async () => {
      const inner = await page.frames()[1]!.evaluate(() => document.body.getBoundingClientRect().height);
      return Math.abs((await frameHeight(page)) - inner) <= 1;
    };
    await expect.poll(fits).toBe(true);
    const closed = await frameHeight(page);
    await frame.locator("summary").click();
    await expect.poll(async () => (await frameHeight(page)) > closed && (await fits())).toBe(true);
    await frame.locator("summary").click();
    await expect.poll(() => frameHeight(page)).toBe(closed);
    await page.evaluate(() => {
      // From the wrong window and origin; then from no frame at all.
      window.postMessage({ type: "ayumi:height", version: 1, height: 5000 }, "*");
      const other = document.body.appendChild(document.createElement("iframe"));
      other.srcdoc = `<script>parent.postMessage({type:"ayumi:height",version:1,height:5000},"*")</script>`;
      return new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(
      await page
        .locator("iframe")
        .first()
        .evaluate((each) => each.getBoundingClientRect().height),
    ).toBe(closed);
    const element = page.locator("iframe").first();
    expect([await element.getAttribute("title"), await element.getAttribute("loading")]).toEqual(["図", "lazy"]);
    await page.context().close();
  });

  it("opens what a mark leads to in a new tab, by a click and by Enter, and stays where it is", async () => {
    const page = await openHost(`<iframe src="${url}" width="640" height="600"></iframe><script src="${site}/embed/v1.js" async ${attributes}></script>`);
    await expect.poll(() => page.locator("iframe").count()).toBe(2);
    for (const at of [0, 1]) {
      const frame = page.frameLocator("iframe").nth(at);
      await frame.locator("summary").waitFor();
      const marks = frame.locator("main svg:visible a[data-mark]");
      // The figures of a summary stand for no goal.
      if (name === "headline") expect(await marks.count()).toBe(0);
      for (const press of name === "headline" ? [] : ["click", "Enter"]) {
        const mark = press === "click" ? marks.first() : marks.last();
        const href = new URL((await mark.getAttribute("href"))!, site).href;
        if (press === "Enter") await mark.focus();
        const act = () => (press === "Enter" ? page.keyboard.press("Enter") : mark.locator(".mark-box, [class^=bar-], text").first().click());
        const [tab] = await Promise.all([page.context().waitForEvent("page"), act()]);
        await tab.waitForLoadState();
        expect([press, tab.url()]).toEqual([press, href]);
        expect(await tab.evaluate(() => window.opener)).toBeNull();
        expect(await tab.locator("h1").count()).toBe(1);
        await tab.close();
        expect(await frame.locator("h1").isVisible()).toBe(true);
      }
    }
    expect(
      page
        .frames()
        .slice(1)
        .map((each) => new URL(each.url()).pathname),
    ).toEqual([`/embed/${name}`, `/embed/${name}`]);
    await page.context().close();
  });

  it("has all its files, of the same facts", async () => {
    const [svg, png, csv, json, metadata, zip] = await Promise.all(
      (["svg", "png", "csv", "json", "metadata.json", "zip"] as const).map((form) =>
        fetchRaw(site + exampleHref(name, form, form === "png" ? { width: 400, scale: 2 } : {})),
      ),
    );
    for (const answer of [svg, png, csv, json, metadata, zip]) expect(answer!.status).toBe(200);
    expect(svg!.headers["content-type"]).toBe("image/svg+xml; charset=utf-8");
    expect(png!.body.readUInt32BE(16)).toBeGreaterThanOrEqual(800);
    expect(csv!.body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse(csv!.body.toString(), { bom: true, columns: true }) as Record<string, string>[];
    const answer = JSON.parse(json!.body.toString()) as { rows: Record<string, unknown>[]; dataset: string };
    expect(rows).toEqual(answer.rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? "" : String(value)]))));
    const about = JSON.parse(metadata!.body.toString()) as {
      columns: { name: string }[];
      documents: unknown[];
      dataset: string;
      citation: { wareki: string; seireki: string };
    };
    expect(about.columns.map((column) => column.name)).toEqual(Object.keys(rows[0]!));
    // Municipalities stand each with one year.
    expect(about.documents.length).toBe(name === "municipalities" ? 1 : 2);
    expect(about.citation.wareki).toContain("令和7年度");
    expect(about.citation.seireki).toContain("2025年度");
    const files = unzipSync(new Uint8Array(zip!.body));
    expect(Object.keys(files).sort()).toEqual(["README.txt", ...["csv", "json", "metadata.json", "png", "svg"].map((form) => `${name}.${form}`)].sort());
    expect(Buffer.from(files[`${name}.csv`]!)).toEqual(csv!.body);
  });
});
