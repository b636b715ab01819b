import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { launchChromium } from "./chromium";

/** Without JavaScript: what a reader without it sees, and quicker. */
export const BARE: BrowserContextOptions = { javaScriptEnabled: false };

/** Opens a path of the site in a fresh context, 1280 × 800 unless told otherwise. */
export type OpenPage = (path: string, options?: BrowserContextOptions) => Promise<Page>;

/** A browser for the tests of a file: started before them, cleared after each, and closed in the end. */
export function useBrowser(): OpenPage {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(() => browser.close());
  return async (path, options = {}) => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
    await page.goto(inject("siteUrl") + path);
    return page;
  };
}
