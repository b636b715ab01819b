import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { WHOLE } from "../whole";
import { launchChromium } from "./chromium";
import { listPaths, MISSING } from "./page-paths";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = inject("siteUrl");
let browser: Browser;
let paths: string[];

beforeAll(async () => {
  browser = await launchChromium();
  paths = await listPaths();
});

afterAll(() => browser.close());

/** What the browser says of a page that is not there, and of the scripts that a test keeps out. */
const EXPECTED = /status of 404|ERR_FAILED/;

/** Opens a page and collects what the browser complains of. */
async function open(path: string, options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (options.extraHTTPHeaders === WITHOUT_SCRIPTS) {
    await page.route("**/*", (route) => (route.request().resourceType() === "script" ? route.abort() : route.continue()));
  }
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!EXPECTED.test(text) || (text.includes("404") && !MISSING.includes(path))) complaints.push(text);
  };
  page.on("console", (message) => message.type() === "error" && complain(message.text()));
  page.on("pageerror", (error) => complain(String(error)));
  await page.goto(site + path, { waitUntil: "load" });
  return { page, complaints };
}

/** Elements whose text is cut off, and how far the page is wider than the window. */
function findCutText(): { wider: number; cut: string[] } {
  const cut = [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")]
    .filter((element) => {
      const style = getComputedStyle(element);
      const clips = style.overflowX === "hidden" || style.overflowX === "clip";
      return clips && !element.closest(".sr-only") && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.outerHTML.slice(0, 120));
  return { wider: document.documentElement.scrollWidth - window.innerWidth, cut };
}

/** Marks a context in which script files are not loaded; axe itself needs a page that can run scripts. */
const WITHOUT_SCRIPTS = { "x-test-without-scripts": "1" };

/** What one loaded page is looked at in: widths in px, and what the reader's system asks for. */
const SETTINGS: { name: string; width: number; media: Parameters<Page["emulateMedia"]>[0]; rules: string[] | null }[] = [
  ...[320, 768, 1440].flatMap((width) => [
    { name: `${width} px, light`, width, media: { colorScheme: "light" as const }, rules: null },
    // Only colours differ from the light page.
    { name: `${width} px, dark`, width, media: { colorScheme: "dark" as const }, rules: ["color-contrast", "link-in-text-block"] },
  ]),
  { name: "1280 px, forced colours", width: 1280, media: { colorScheme: "light" as const, forcedColors: "active" as const }, rules: ["color-contrast"] },
];

const SCRIPT_SETTINGS: [name: string, options: BrowserContextOptions][] = [
  ["scripts", {}],
  ["no script loaded", { extraHTTPHeaders: WITHOUT_SCRIPTS }],
];

async function findViolations(page: Page, rules: string[] | null): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run(only ? { runOnly: only } : {});
    return violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .map((node) => node.html)
          .join("\n")
          .slice(0, 600)}`,
    );
  }, rules);
}

/** Does something with every page, two at a time. */
async function forEachPath(look: (path: string) => Promise<void>): Promise<void> {
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await look(path);
  };
  await Promise.all([work(), work()]);
}

describe("every page", () => {
  it.each(SCRIPT_SETTINGS)(
    "has no axe violation, no console error and nothing cut at any width and in any colours, with %s",
    { timeout: 600_000 },
    async (_name, options) => {
      const settings = options.extraHTTPHeaders ? SETTINGS.filter(({ rules, width }) => rules === null && width !== 768) : SETTINGS;
      await forEachPath(async (path) => {
        const { page, complaints } = await open(path, options);
        await page.evaluate(axe);
        for (const { name, width, media, rules } of settings) {
          await page.emulateMedia({ forcedColors: "none", ...media });
          await page.setViewportSize({ width, height: 900 });
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = false)));
          expect(await page.evaluate(findCutText), `${path} at ${name}`).toEqual({ wider: 0, cut: [] });
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
          expect((await page.evaluate(findCutText)).wider, `${path} at ${name}, all opened`).toBe(0);
          expect(await findViolations(page, rules), `${path} at ${name}`).toEqual([]);
        }
        expect(complaints, path).toEqual([]);
        await page.context().close();
      });
    },
  );

  it("has no h1 smaller than an h2, no h2 smaller than an h3, and rows as wide as their table, at any width", { timeout: 600_000 }, async () => {
    let rows = 0;
    await forEachPath(async (path) => {
      const { page } = await open(path, { javaScriptEnabled: false });
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      for (const width of [320, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const found = await page.evaluate(() => {
          const sizes = (name: string) => [...document.querySelectorAll(name)].map((element) => parseFloat(getComputedStyle(element).fontSize));
          const shown = [...document.querySelectorAll<HTMLElement>("tbody tr")].filter((row) => row.getClientRects().length > 0);
          return {
            sizes: ["h1", "h2", "h3"].map((name) => ({ least: Math.min(...sizes(name)), most: Math.max(...sizes(name)) })),
            rows: shown.length,
            narrow: shown
              .filter((row) => row.offsetWidth < row.closest("table")!.offsetWidth - 2)
              .map((row) => `${row.offsetWidth} px: ${row.outerHTML.slice(0, 80)}`),
          };
        });
        const [h1, h2, h3] = found.sizes;
        expect(h1!.least, `${path} at ${width} px`).toBeGreaterThanOrEqual(h2!.most);
        expect(h2!.least, `${path} at ${width} px`).toBeGreaterThanOrEqual(h3!.most);
        expect(found.narrow, `${path} at ${width} px`).toEqual([]);
        rows += found.rows;
      }
      await page.context().close();
    });
    expect(rows).toBeGreaterThan(WHOLE ? 1000 : 300);
  });

  it("holds with text at 200%", { timeout: 180_000 }, async () => {
    await forEachPath(async (path) => {
      const { page } = await open(path, { viewport: { width: 1280, height: 900 } });
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
      expect(await page.evaluate(findCutText), path).toEqual({ wider: 0, cut: [] });
      await page.context().close();
    });
  });

  it("has one h1, a title of its own and the language", { timeout: 180_000 }, async () => {
    const titles = new Set<string>();
    await forEachPath(async (path) => {
      const { page } = await open(path, { javaScriptEnabled: false });
      expect(await page.locator("h1").count(), path).toBe(1);
      expect(await page.getAttribute("html", "lang")).toBe("ja");
      titles.add(await page.title());
      await page.context().close();
    });
    expect(titles.size).toBeGreaterThan(10);
  });
});
