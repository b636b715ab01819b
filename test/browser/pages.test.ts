import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/db/client";
import { findDataset } from "@/db/queries/datasets";
import { listDocuments } from "@/db/queries/documents";
import { listGoals } from "@/db/queries/goals";
import { documentHref, goalHref } from "@/lib/urls";
import { launchChromium } from "./chromium";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = inject("siteUrl");
let browser: Browser;
let paths: string[];

beforeAll(async () => {
  browser = await launchChromium();
  const database = await openDatabase(inject("databaseUrl"));
  const dataset = (await findDataset(database))!;
  const goals = await listGoals(database, dataset);
  const documents = await listDocuments(database, dataset);
  database.$client.close();
  paths = [
    "/",
    "/?of=targets&measure=share&by=policy-goal",
    "/?year=2021",
    "/goals",
    "/goals?area=防災&rating=C",
    "/goals?area=どこにもない分野",
    ...goals.map((goal) => goalHref(goal.id)),
    "/continuations",
    "/continuations?level=initiative&kind=merged&area=防災",
    "/continuations/2021-policy-promotion-5/2025-policy-promotion-4",
    "/continuations/2021-policy-promotion-6-i1/2025-policy-promotion-4-i1",
    "/briefing?year=2025",
    "/briefing?year=2021",
    "/documents",
    ...documents.map((document) => documentHref(document.id)),
    "/about",
    "/no-such-page",
  ];
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
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(site + path, { waitUntil: "load" });
  return { page, complaints: complaints.filter((text) => !EXPECTED.test(text) || (text.includes("404") && path !== "/no-such-page")) };
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

const SETTINGS: [name: string, options: BrowserContextOptions][] = [
  ["320 px, light", { viewport: { width: 320, height: 640 }, colorScheme: "light" }],
  ["320 px, dark", { viewport: { width: 320, height: 640 }, colorScheme: "dark" }],
  ["768 px, light", { viewport: { width: 768, height: 1024 }, colorScheme: "light" }],
  ["768 px, dark", { viewport: { width: 768, height: 1024 }, colorScheme: "dark" }],
  ["1440 px, light", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
  ["1440 px, dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }],
  ["320 px, no script loaded", { viewport: { width: 320, height: 640 }, extraHTTPHeaders: WITHOUT_SCRIPTS }],
  ["1440 px, no script loaded", { viewport: { width: 1440, height: 900 }, extraHTTPHeaders: WITHOUT_SCRIPTS }],
  ["1280 px, forced colours", { viewport: { width: 1280, height: 800 }, forcedColors: "active" }],
];

describe("every page", () => {
  it.each(SETTINGS)("has no axe violation, no console error and nothing cut at %s", { timeout: 180_000 }, async (_name, options) => {
    for (const path of paths) {
      const { page, complaints } = await open(path, options);
      expect(complaints, path).toEqual([]);
      expect(await page.evaluate(findCutText), path).toEqual({ wider: 0, cut: [] });
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
        return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join("\n").slice(0, 600)}`);
      });
      expect(violations, path).toEqual([]);
      expect((await page.evaluate(findCutText)).wider, `${path}, all opened`).toBe(0);
      await page.context().close();
    }
  });

  it("holds with text at 200%", async () => {
    for (const path of paths) {
      const { page } = await open(path, { viewport: { width: 1280, height: 900 } });
      await page.addStyleTag({ content: "html { font-size: 200% !important }" });
      expect(await page.evaluate(findCutText), path).toEqual({ wider: 0, cut: [] });
      await page.context().close();
    }
  });

  it("has one h1, a title of its own and the language", async () => {
    const titles = new Set<string>();
    for (const path of paths) {
      const { page } = await open(path, { javaScriptEnabled: false });
      expect(await page.locator("h1").count(), path).toBe(1);
      expect(await page.getAttribute("html", "lang")).toBe("ja");
      titles.add(await page.title());
      await page.context().close();
    }
    expect(titles.size).toBeGreaterThan(10);
  });
});
