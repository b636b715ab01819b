import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { BARE, useBrowser } from "./use-browser";

const site = inject("siteUrl");
const open = useBrowser();

const WORDS = "令和3年度から続く目標（候補）";
const DIMMED = `${WORDS}を濃く、ほかを薄く示しています：令和3年度は6件のうち令和7年度まで続くもの4件、令和7年度は4件のうち3件。`;
/** Lines and veils of the drawing that is shown; a path has as many boxes as it has beginnings. */
const count = (page: Page, name: "carried" | "veil") =>
  page
    .locator(`[data-drawing] path.${name}:visible, svg.wide path.${name}:visible`)
    .evaluateAll((paths) => paths.reduce((sum, path) => sum + path.getAttribute("d")!.split("M").length - 1, 0));
const legendLink = (page: Page) => page.locator(`li:has-text("${WORDS}") a:visible`);

describe("what was carried on from the first year", () => {
  it.each([
    ["with scripts", {}],
    ["without", BARE],
  ] as const)("is marked in the overview's drawing and legend, %s, and a link dims the rest and back, keeping all else", async (_name, options) => {
    const page = await open("/?of=goals&measure=count&year=2021&year=2025", options);
    if (!("javaScriptEnabled" in options)) await page.waitForSelector('[data-interactive="true"]:visible');
    expect([await count(page, "carried"), await count(page, "veil")]).toEqual([7, 0]);
    await legendLink(page).click();
    await page.waitForURL(`${site}/?year=2021&year=2025&carried=2021`);
    if (!("javaScriptEnabled" in options)) await page.waitForSelector('[data-interactive="true"]:visible');
    expect([await count(page, "carried"), await count(page, "veil")]).toEqual([7, 3]);
    expect(await page.locator("main").innerText()).toContain(DIMMED);
    await legendLink(page).click();
    await page.waitForURL(`${site}/?year=2021&year=2025`);
  });

  it("stands out on paper and on the A4 sheet in the same words", async () => {
    const page = await open("/?carried=2021", BARE);
    await page.emulateMedia({ media: "print" });
    expect([await count(page, "carried"), await count(page, "veil")]).toEqual([7, 3]);
    expect(await legendLink(page).count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await page.locator('main a:has-text("印刷用の一枚")').click();
    expect(new URL(page.url()).searchParams.get("carried")).toBe("2021");
    await page.emulateMedia({ media: "print" });
    expect([await count(page, "carried"), await count(page, "veil")]).toEqual([7, 3]);
    expect(await page.locator("main").innerText()).toContain(DIMMED);
  });

  it("is in an embed, whose legend keeps to its frame, and in each of its files", async () => {
    const page = await open("/embed/rating-distribution?theme=light", BARE);
    expect([await count(page, "carried"), await count(page, "veil")]).toEqual([7, 0]);
    await legendLink(page).click();
    expect(page.url()).toBe(`${site}/embed/rating-distribution?carried=2021&theme=light`);
    expect([await count(page, "carried"), await count(page, "veil")]).toEqual([7, 3]);
    const read = async (form: string) => (await fetch(`${site}/embed/rating-distribution${form}?carried=2021`)).text();
    expect(await read(".svg")).toMatch(/<path class="veil" d="M/);
    expect((await read(".svg")).replace(/<[^>]*>/g, "")).toContain("ほかを薄く示しています");
    expect(await read(".csv")).toMatch(/(^|,)carried,carried_confirmed,/m);
    expect(JSON.parse(await read(".metadata.json"))).toMatchObject({ parameters: { carried: ["2021"] } });
    expect((await fetch(`${site}/embed/rating-distribution.svg?carried=x`)).status).toBe(400);
  });

  it("can be set where charts are quoted, and says so where the year has nothing", async () => {
    const page = await open("/embed?chart=rating-distribution", BARE);
    await page.locator('select[name="carried"]').selectOption("2021");
    await page.locator("main form button").click();
    expect(new URL(page.url()).searchParams.get("carried")).toBe("2021");
    expect(
      await page
        .locator("textarea, pre, code")
        .first()
        .evaluate((element) => element.textContent ?? ""),
    ).toContain("carried=2021");
    const other = await open("/?carried=2023", BARE);
    expect(await other.locator("main").innerText()).toContain("令和5年度から続く目標は、示せません");
    expect(await count(other, "veil")).toBe(0);
  });
});
