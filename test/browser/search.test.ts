import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { BARE, useBrowser } from "./use-browser";

const site = inject("siteUrl");
const open = useBrowser();

const titles = (page: Page) => page.locator("article h2").allInnerTexts();
const search = (q: string, more = "") => `/search?q=${encodeURIComponent(q)}${more}`;

describe("the search box", () => {
  it.each(["/", "/goals", "/goals/2025-policy-promotion-4", "/continuations", "/documents", "/about", "/search"])(
    "is on %s, and works by keyboard without JavaScript",
    async (path) => {
      const page = await open(path, BARE);
      const box = page.getByRole("search").getByRole("searchbox");
      await box.focus();
      await page.keyboard.type("避難所");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search?q=*");
      expect(await titles(page)).toEqual(["防災対策の充実強化", "政策推進部の基本方針", "指定避難所の機能強化"]);
      expect(await page.getByRole("searchbox").inputValue()).toBe("避難所");
    },
  );

  it.each([320, 768, 1440])("fits at %i px, also with text twice as large", async (width) => {
    const page = await open("/", { viewport: { width, height: 900 } });
    for (const size of ["100%", "200%"]) {
      await page.evaluate((fontSize) => (document.documentElement.style.fontSize = fontSize), size);
      const box = (await page.getByRole("search").boundingBox())!;
      expect([box.x >= 0, box.x + box.width <= width], `${width} px at ${size}`).toEqual([true, true]);
      expect(box.height).toBeGreaterThanOrEqual(24);
    }
  });

  it("keeps the quoted dataset", async () => {
    const page = await open("/", BARE);
    const dataset = /dataset=([0-9a-f]{64})/.exec(await page.content())![1]!;
    await page.goto(`${site}/goals?dataset=${dataset}`);
    await page.getByRole("searchbox").fill("防災");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/search?q=*&dataset=${dataset}`);
    for (const href of await page.locator("article a").evaluateAll((links) => links.map((link) => link.getAttribute("href")!)))
      expect(href).toContain(`dataset=${dataset}`);
  });
});

describe("/search", () => {
  it("marks what was found, with the field, year and rating, and leads to the field and to its line", async () => {
    const page = await open(search("自主防災訓練"), BARE);
    expect(await titles(page)).toEqual(["消防団を中核とした地域防災力の充実強化"]);
    const result = page.locator("article");
    expect(await result.innerText()).toMatch(/令和3年度[^]*評価未掲載[^]*具体的取組 2/);
    expect(await result.locator("mark").allInnerTexts()).toEqual(["自主防災訓練"]);
    await result.locator("dt a").click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe("/goals/2021-policy-promotion-5#initiatives-1-text");
    expect(await page.locator("#initiatives-1-text").innerText()).toContain("自主防災訓練");
    await page.goBack();
    await page.locator('dd a[href^="/documents/"]').click();
    expect(await page.locator(new URL(page.url()).hash).innerText()).toContain("自主防災訓練");
  });

  it("leads from a basic policy to its line", async () => {
    const page = await open(search("情報発信と広聴"), BARE);
    expect(await titles(page)).toEqual(["政策推進部の基本方針"]);
    await page.locator("article dt a").click();
    expect(await page.locator(new URL(page.url()).hash).innerText()).toContain("情報発信と広聴");
  });

  it.each([
    ["full width", "ＳＮＳ", "sns"],
    ["half-width kana", "ｼﾃｨﾌﾟﾛﾓｰｼｮﾝ", "シティプロモーション"],
    ["hiragana", "しょうぼうだん しえすた", "ショウボウダン シエスタ"],
    ["variant kanji", "廣報", "広報"],
    ["full-width quotes and blanks", "＂消防 団＂　訓練", '"消防団" 訓練'],
    ["a full-width minus", "防災　－訓練", "防災 -訓練"],
  ])("takes %s for the same", async (_, one, other) => {
    const page = await open(search(one), BARE);
    const found = await titles(page);
    await page.goto(site + search(other));
    expect(found).toEqual(await titles(page));
  });

  it("wants all words, leaves out what has a minus, and takes a phrase as it stands", async () => {
    const page = await open(search("消防団 訓練"), BARE);
    const both = await titles(page);
    expect(both.length).toBeGreaterThan(0);
    await page.goto(site + search("消防団"));
    const one = await titles(page);
    await page.goto(site + search("消防団 -訓練"));
    expect([...both, ...(await titles(page))].sort()).toEqual(one.sort());
    await page.goto(site + search('"訓練消防団"'));
    expect(await titles(page)).toEqual([]);
  });

  it("filters as on /goals, with counts that come true", async () => {
    const page = await open(search("市民"), BARE);
    const all = (await titles(page)).length;
    const counts = await page
      .locator("main form input[name=year]")
      .evaluateAll((inputs) => inputs.map((input) => [(input as HTMLInputElement).value, (input.closest("label") as HTMLElement).textContent] as const));
    expect(counts.map(([value]) => value)).toEqual(["2021", "2025"]);
    let sum = 0;
    for (const [year, label] of counts) {
      await page.goto(site + search("市民", `&year=${year}`));
      const count = (await titles(page)).length;
      expect(label).toContain(`（${count}）`);
      sum += count;
    }
    expect(sum).toBe(all);
    await page.locator("main details summary").click();
    await page.locator("main form input[name=area][value=防災]").check();
    await page.locator("main form button").click();
    await page.waitForURL("**area=*");
    expect(new URL(page.url()).searchParams.get("q")).toBe("市民");
    expect(await titles(page)).toEqual(["防災対策の充実強化"]);
    await page.goto(site + search("市民", "&area=どこにもない"));
    expect(await page.locator("main").innerText()).toContain("条件を外して");
  });

  it("says kindly when nothing is found, and how to search", async () => {
    const page = await open(search("火星移住計画"), BARE);
    expect(await page.locator("main").innerText()).toMatch(/「火星移住計画」を含む文章は見つかりませんでした[^]*言葉を短くする/);
    await page.goto(`${site}/search`);
    expect(await page.locator("main").innerText()).toContain("探したい言葉を入れてください");
    await page.locator("main dl a").first().click();
    expect((await titles(page)).length).toBeGreaterThan(0);
  });

  it.each(['"', "AND", "OR", "%", "_", "-", "*", "'", "\\", "(", "防\u{e0100}災", "\ufe00", "<svg onload=alert(1)>", "あ".repeat(1000)])(
    "answers %j",
    async (q) => {
      const answer = await fetch(site + search(q));
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain("<svg onload");
    },
  );

  it.each(["%ED%A0%80", "%FF", "%00", "%E9%98", "a&q=b", "&page=0", "x&page=-1", "x&page=9999", "x&year=abc&rating=%22", "x&dataset="])(
    "answers q=%s",
    async (q) => {
      expect((await fetch(`${site}/search?q=${q}`)).status).toBe(200);
    },
  );
});
