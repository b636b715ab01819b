import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { CHART_NAMES } from "@/lib/charts/registry";
import { exampleHref } from "../chart-example";
import { findUnknownClasses } from "../styles/sheet";
import { launchChromium } from "./chromium";
import { listPaths, MISSING } from "./page-paths";
import { findFaults } from "./reader";
import { BARE } from "./use-browser";

const site = inject("siteUrl");
const WIDTHS = [320, 768, 1440, 1920];
let browser: Browser;
let paths: string[];

beforeAll(async () => {
  browser = await launchChromium();
  paths = [...(await listPaths()), ...CHART_NAMES.map((name) => exampleHref(name))];
});
afterAll(() => browser.close());

/** Faults of pages at each width, two pages at a time. `prepare` is given each page before it is opened. */
async function readFaults(
  looked: readonly string[],
  prepare: (page: Page) => Promise<void> = async () => {},
  look: (page: Page) => Promise<void> = async () => {},
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...looked];
  const work = async () => {
    const page = await (await browser.newContext(BARE)).newPage();
    await prepare(page);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await page.goto(site + path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        faults.push(...(await page.evaluate(findFaults)).map((fault) => `${path} at ${width}: ${fault}`));
      }
      await look(page);
    }
    await page.context().close();
  };
  await Promise.all([work(), work()]);
  return faults;
}

describe("what a reader sees", () => {
  it("is set as it is meant, on every page and embed at every width, by utilities alone", { timeout: 300_000 }, async () => {
    const names = new Set<string>();
    const collect = async (page: Page) => {
      if (new URL(page.url()).pathname.startsWith("/embed/")) return;
      for (const name of await page.evaluate(() => [...document.querySelectorAll("[class]")].flatMap((element) => [...element.classList]))) names.add(name);
    };
    expect(await readFaults(paths, undefined, collect)).toEqual([]);
    expect(await findUnknownClasses(names)).toEqual([]);
  });

  /** What once stood in the sheet for one form, and hit titles, texts and lines of the source that carried the same name. */
  it("would not have been missed when one class hit titles, texts and rows", { timeout: 120_000 }, async () => {
    const spoil = async (page: Page) => {
      await page.route("**/*", async (route) => {
        const answer = await route.fetch();
        const html = (await answer.text())
          .replace("</style>", ".field{display:inline-grid;font-size:.875rem}</style>")
          .replace(/<(h1|div|tr)( [^>]*)? id="/g, '<$1$2 class="field" id="');
        const { "content-security-policy": _, ...headers } = answer.headers();
        await route.fulfill({ status: answer.status(), headers, body: html });
      });
    };
    const faults = await readFaults([paths.find((path) => path.startsWith("/goals/"))!, paths.find((path) => path.startsWith("/documents/"))!], spoil);
    for (const width of WIDTHS) {
      expect(faults.filter((fault) => fault.includes(`at ${width}: larger than the h1`)).length).toBeGreaterThan(0);
      expect(faults.filter((fault) => fault.includes(`at ${width}: body text of 14 px: <p`)).length).toBeGreaterThan(0);
      expect(faults.filter((fault) => fault.includes(`at ${width}: row of `)).length).toBeGreaterThan(0);
    }
  });
});

describe("the style sheet", () => {
  it("stands in each page, and holds nothing that a test or a text of this repository names", async () => {
    const named = "mt-[4321px]";
    expect(await findUnknownClasses([named]), "it would be a utility").toEqual([]);
    for (const path of ["/", "/goals", "/no-such-page"]) {
      const html = await (await fetch(site + path)).text();
      const sheets = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, sheet]) => sheet!).join("");
      expect(sheets).toContain("--color-paper:");
      expect(sheets).not.toContain("4321px");
      expect(html.match(/<link rel="stylesheet"[^>]*>/g)!.every((link) => link.includes("disabled"))).toBe(true);
    }
  });
});

describe("what is not there", () => {
  it.each(MISSING)("is told in a whole page without scripts: %s", async (path) => {
    const answer = await fetch(site + path);
    const html = await answer.text();
    expect(answer.status).toBe(404);
    expect(html).toContain('<html lang="ja">');
    expect(html).toMatch(/<h1[^>]*>お探しのページは見つかりませんでした。<\/h1>/);
    expect(html).toContain('href="/goals"');
  });
});
