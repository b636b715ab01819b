import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchChromium } from "./chromium";

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
  let host: Server;
  let shown: { body: string; headers: Record<string, string> };
  beforeAll(async () => {
    browser = await launchChromium();
    host = createServer((_, response) => {
      for (const [name, value] of Object.entries(shown.headers)) response.setHeader(name, value);
      response
        .setHeader("content-type", "text/html; charset=utf-8")
        .end(`<!doctype html><html lang=ja><meta charset=utf-8><title>記事</title><body style="margin:0">${shown.body}`);
    });
    await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser.close();
    host.close();
  });
  return {
    browser: () => browser,
    async openHost(body, { headers = {}, width = 640, ...options } = {}) {
      shown = { body, headers };
      const page = await (await browser.newContext({ viewport: { width, height: 900 }, ...options })).newPage();
      await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`, { waitUntil: "load" });
      return page;
    },
  };
}
