import type { Browser, Page } from "playwright-core";
import { recordTransfer, withPage } from "./page-load";

/** What one gesture on the chart fetched, in bytes on the wire, and how long until the interactive chart stood, in milliseconds. */
export interface Gesture {
  name: string;
  bytes: number;
  milliseconds: number;
  /** Whether the interactive chart took the static one's place. */
  interactive: boolean;
}

const BOX = "[data-interactive]:visible";
const INTERACTIVE = "[data-interactive=true]";

/** Longest wait for the interactive chart, in milliseconds. */
const PATIENCE = 8000;

/** Number of chart marks that a reader without JavaScript sees. */
export async function countMarksWithoutScript(browser: Browser, url: string): Promise<number> {
  return withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(url);
    return page.locator("[data-mark] rect:visible").count();
  });
}

/** Those of the scripts that hold the charting library. */
export async function findRecharts(scripts: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
  return scripts.filter((_, index) => texts[index]!.includes("recharts"));
}

/** Points at, focuses and touches the chart, each in a new browser context. */
export async function tryGestures(browser: Browser, url: string): Promise<Gesture[]> {
  const point = (page: Page) => page.locator(BOX).first().hover();
  const focus = (page: Page) => page.locator(`${BOX} a`).first().focus();
  const touch = (page: Page) =>
    page
      .locator(BOX)
      .first()
      .tap({ position: { x: 4, y: 4 } });
  return [
    await tryGesture(browser, url, "pointing", point, false),
    await tryGesture(browser, url, "focus", focus, false),
    await tryGesture(browser, url, "touch", touch, true),
  ];
}

async function tryGesture(browser: Browser, url: string, name: string, gesture: (page: Page) => Promise<void>, hasTouch: boolean): Promise<Gesture> {
  return withPage(browser, { hasTouch }, async (page, session) => {
    const transfer = await recordTransfer(session);
    await page.goto(url, { waitUntil: "networkidle" });
    const before = transfer().all;
    const began = performance.now();
    await gesture(page);
    const interactive = await page.waitForSelector(INTERACTIVE, { timeout: PATIENCE }).then(
      () => true,
      () => false,
    );
    const milliseconds = performance.now() - began;
    await page.waitForLoadState("networkidle");
    return { name, bytes: transfer().all - before, milliseconds, interactive };
  });
}
