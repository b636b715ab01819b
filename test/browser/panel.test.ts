import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { BARE, useBrowser } from "./use-browser";

const site = inject("siteUrl");
const open = useBrowser();
const GOAL = "2025-policy-promotion-4";
const PANEL = `[data-panel="${GOAL}"]`;
const MARK = `[data-interactive]:visible [data-mark="${GOAL}"]`;

/** Presses a mark where it is drawn, once the interactive chart has taken its place: of a node, between its bar and its label nothing is. */
async function press(page: Page): Promise<void> {
  await page.waitForSelector('[data-interactive="true"]:visible [data-mark]');
  const box = page.locator(`${MARK} :is(.mark-box, .bar-on)`).first();
  // The line that tells what is pointed at lies over the bottom of the window.
  await box.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await box.click({ force: true });
}

/** The chart's box and the panel's, measured at one moment: a page that is still being scrolled to its fragment moves between two questions. */
async function measure(page: Page): Promise<{ chart: DOMRect; panel: DOMRect }> {
  return page.evaluate((panel) => {
    const box = (element: Element) => element.getBoundingClientRect().toJSON() as DOMRect;
    const charts = [...document.querySelectorAll("[data-interactive]")].filter((element) => element.getClientRects().length > 0);
    return { chart: box(charts[0]!), panel: box(document.querySelector(panel)!) };
  }, PANEL);
}

/** Whether a box lies within a window of that height. */
const inView = (box: { y: number; height: number } | null, window: number) => box !== null && box.y >= 0 && box.y + box.height <= window;

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("data-mark"));

describe.each(["/", "/continuations"])("the panel at %s", (path) => {
  it("opens beside the chart above the fold, keeps all else as asked, and leads on at the second press", async () => {
    const page = await open(`${path}?year=2021&year=2025`);
    await press(page);
    await page.waitForSelector(PANEL);
    expect(new URL(page.url()).search).toBe(`?year=2021&year=2025&goal=${GOAL}`);
    expect(await focused(page)).toBe("panel");
    const { chart, panel } = await measure(page);
    expect(panel.x).toBeGreaterThanOrEqual(chart.right);
    for (const part of [
      page.locator("#panel"),
      page.getByRole("link", { name: "この目標を開く" }),
      page.locator(`${PANEL} #ratings`),
      page.locator(`${PANEL} #targets-0-text`),
    ]) {
      await expect.poll(async () => inView(await part.boundingBox(), 800)).toBe(true);
    }
    await press(page);
    await page.waitForURL(`${site}/goals/${GOAL}`);
  });

  it("opens by Enter, and Esc closes it and gives the focus back to the mark", async () => {
    const page = await open(path);
    await page.waitForSelector('[data-interactive="true"]:visible [data-mark]');
    await page.locator(MARK).first().focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(PANEL);
    await expect.poll(() => focused(page)).toBe("panel");
    await page.keyboard.press("Escape");
    await page.waitForURL(site + path);
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe(GOAL);
    expect(await page.locator("[data-panel]").count()).toBe(0);
  });

  it("closes by its link, with the focus on the mark again", async () => {
    const page = await open(`${path}?goal=${GOAL}`);
    await page.getByRole("link", { name: "閉じる" }).click();
    await page.waitForURL(site + path);
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe(GOAL);
  });

  it("is whole without a script, and on a phone stands below the chart without anything scrolled sideways", async () => {
    const page = await open(path, { ...BARE, viewport: { width: 320, height: 640 } });
    await page.goto(site + (await page.locator(MARK).first().getAttribute("href"))!);
    for (const text of ["防災対策の充実強化", "一部達成", "マンホールトイレ事業", "能登半島地震", "消防団を中核とした地域防災力の充実強化"])
      expect(await page.locator(PANEL).innerText()).toContain(text);
    const { chart, panel } = await measure(page);
    expect(panel.y).toBeGreaterThan(chart.bottom);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await expect.poll(async () => inView(await page.locator("#panel").boundingBox(), 640)).toBe(true);
    await page.getByRole("link", { name: "閉じる" }).click();
    expect(page.url()).toBe(site + path);
  });
});

describe("a chart in another page", () => {
  it("has no panel: its marks lead to goals, in a new tab", async () => {
    const page = await open("/embed/rating-distribution", BARE);
    const marks = await page
      .locator("a[data-mark]")
      .evaluateAll((links) => links.map((link) => [link.getAttribute("href")!.includes("/goals/"), link.getAttribute("target")]));
    expect(marks.length).toBeGreaterThan(9);
    expect(new Set(marks.map(String))).toEqual(new Set(["true,_blank"]));
  });
});
