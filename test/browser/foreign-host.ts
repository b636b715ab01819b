import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchChromium } from "./chromium";
import { type ForeignSite, serveForeignPages } from "./foreign-site";

interface HostOptions extends BrowserContextOptions {
  headers?: Record<string, string>;
  width?: number;
}

/** A foreign site for the tests of a file, and a browser for it and for pages of our own, whose contexts each test's end clears. */
export interface ForeignHost {
  /** Opens a page of another origin with this in its body, 640 × 900 unless told otherwise. */
  openHost(body: string, options?: HostOptions): Promise<Page>;
  browser(): Browser;
}

export function useForeignHost(): ForeignHost {
  let browser: Browser;
  let host: ForeignSite;
  beforeAll(async () => {
    browser = await launchChromium();
    host = await serveForeignPages();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser.close();
    host.stop();
  });
  return {
    browser: () => browser,
    async openHost(body, { headers = {}, width = 640, ...options } = {}) {
      const page = await (await browser.newContext({ viewport: { width, height: 900 }, ...options })).newPage();
      await page.goto(host.show(body, headers), { waitUntil: "load" });
      return page;
    },
  };
}
