import { describe, expect, inject, it } from "vitest";
import { pageStyle } from "@/lib/charts/drawing-style";
import { pdf } from "@/lib/document/sources/pdf";
import { fetchRaw } from "./fetch-raw";
import { useForeignHost } from "./foreign-host";
import { bodyHeight, follow, frameOf, heightOf } from "./frame-height";

const site = inject("siteUrl");
const CHART = `${site}/embed/rating-distribution`;
const SCRIPT = `<script src="${site}/embed/v1.js" async></script>`;

const { openHost } = useForeignHost();

describe("a chart in a frame", () => {
  it.each([320, 640, 1200])("is whole at %i px where the page runs no script, also with a further year", async (width) => {
    for (const query of ["?resize=1", "?fit=1", "?fit=1&year=2021&year=2025", "?height=HEIGHT"]) {
      const { height } = (await (await fetch(`${site}/api/oembed?url=${encodeURIComponent(`${CHART}?year=2025`)}&maxwidth=${width}`)).json()) as {
        height: number;
      };
      const page = await openHost(frameOf(CHART + query.replace("HEIGHT", String(height))).replace("300", String(height)), {
        width: width + 16,
        javaScriptEnabled: query !== "?resize=1",
      });
      const frame = page.frames()[1]!;
      const seen = (selector: string) => frame.locator(selector).first().boundingBox();
      const [outer, source, drawing, links] = [
        await page.locator("iframe").boundingBox(),
        await seen(".source"),
        await seen("main svg[role=group]:visible"),
        await seen(".links"),
      ];
      for (const box of [source, drawing, links]) expect(box!.y + box!.height, query).toBeLessThanOrEqual(outer!.y + outer!.height + 1);
      expect(source!.y).toBeLessThan(drawing!.y);
      await page.context().close();
    }
  });

  it("keeps to a height that it is asked for, beside a script that lets frames grow, and when its table is opened", async () => {
    const page = await openHost(frameOf(`${CHART}?height=460`) + SCRIPT);
    const frame = page.frames()[1]!;
    await expect.poll(() => page.locator("iframe").evaluate(({ clientHeight }) => clientHeight)).toBe(460);
    const [source, drawing] = [await frame.locator(".source").first().boundingBox(), await frame.locator("main svg[role=group]:visible").boundingBox()];
    const outer = (await page.locator("iframe").boundingBox())!;
    expect(drawing!.y).toBeGreaterThanOrEqual(source!.y + source!.height);
    expect(drawing!.y + drawing!.height).toBeLessThanOrEqual(outer.y + 460);
    await frame.locator("summary").click();
    await frame.locator("tbody tr").last().scrollIntoViewIfNeeded();
    expect(await page.locator("iframe").evaluate(({ clientHeight }) => clientHeight)).toBe(460);
    expect(await frame.locator("tbody tr").last().isVisible()).toBe(true);
    await page.context().close();
  });

  it("shrinks no drawing below letters that can be read: what has no room then is scrolled to", async () => {
    for (const asked of ["fit=1", "height=300"]) {
      const page = await openHost(frameOf(`${site}/embed/comparison?id=2025-policy-promotion-4&${asked}`));
      const frame = page.frames()[1]!;
      const scale = await frame.locator("main svg[role=group]:visible").evaluate((svg: SVGSVGElement) => svg.getScreenCTM()!.a);
      expect(13 * scale, asked).toBeGreaterThan(6.9);
      await frame.locator(".links a").last().scrollIntoViewIfNeeded();
      expect(await frame.locator(".links a").last().isVisible()).toBe(true);
      await page.context().close();
    }
  });

  it("grows with the letters that a reader's browser asks for", async () => {
    const page = await openHost(frameOf(CHART));
    const frame = page.frames()[1]!;
    expect(await frame.locator("h1").evaluate((title) => parseFloat(getComputedStyle(title).fontSize))).toBe(18);
    expect(await frame.evaluate(() => [...document.styleSheets[0]!.cssRules].some((rule) => /^html .*font: (?:normal )?100%/.test(rule.cssText)))).toBe(true);
    await page.context().close();
  });

  it("prints a drawing that is wider than its frame whole, made smaller", async () => {
    const page = await openHost(`<style>${pageStyle("auto")}</style><div class="scroll"><svg viewBox="0 0 1500 100" width="1500" height="100"></svg></div>`, {
      width: 700,
    });
    const widthOf = () => page.locator("svg").evaluate((svg) => svg.getBoundingClientRect().width);
    expect(await widthOf()).toBe(1500);
    await page.emulateMedia({ media: "print" });
    expect(await widthOf()).toBeLessThanOrEqual(700);
    await page.context().close();
  });

  it("says in a sentence what is wrong, and leads to the site", async () => {
    for (const [path, sentence] of [
      ["/embed/pie", "という図はありません"],
      ["/embed/goal/4", "という図はありません"],
      ["/embed/%A0", "UTF-8ではありません"],
      ["/embed/headline?year=abc", "を指定してください"],
      ["/embed/goal", "「id」で重点目標の識別子を指定してください。"],
      ["/embed/goal?id=2025-none-4", "「2025-none-4」という重点目標はありません。"],
      [`/embed/headline?dataset=${"0".repeat(64)}`, "データ版"],
      ["/embed/headline?dataset=%3Cb%3E", "&#60;b&#62;"],
    ] as const) {
      const answer = await fetchRaw(site + path);
      expect([path, Math.floor(answer.status / 100), answer.headers["content-type"]]).toEqual([path, 4, "text/html; charset=utf-8"]);
      if (sentence.startsWith("&")) expect(answer.body.toString()).not.toContain("<b>");
      const page = await openHost(frameOf(site + path));
      const frame = page.frames()[1]!;
      expect(await frame.locator("h1").innerText()).toBe("この図は表示できません");
      if (!sentence.startsWith("&")) expect(await frame.locator("p").first().innerText()).toContain(sentence);
      const [tab] = await Promise.all([page.context().waitForEvent("page"), frame.locator("a").click()]);
      expect(tab.url()).toBe(`${site}/`);
      await page.context().close();
    }
    const page = await openHost(frameOf(`${site}/embed/headline?year=abc`) + SCRIPT);
    await expect.poll(async () => (await heightOf(page)) - Math.ceil(await bodyHeight(page.frames()[1]!))).toBe(0);
    expect(await heightOf(page)).not.toBe(300);
    expect(JSON.parse((await fetchRaw(`${site}/embed/pie.svg`)).body.toString())).toMatchObject({ error: { code: "not_found" } });
  });

  it.each(["auto", "light", "dark"])("prints with its source once, dark on white, in the theme %s", async (theme) => {
    const page = await openHost(frameOf(`${CHART}?theme=${theme}&resize=1`) + SCRIPT, { colorScheme: "dark" });
    await expect.poll(() => follow(page)).toEqual([true]);
    const frame = page.frames()[1]!;
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = await frame.evaluate(() =>
      [document.documentElement, document.querySelector("main svg[role=group] text")!]
        .map((each) => getComputedStyle(each))
        .flatMap(({ backgroundColor, color, fill }) => [backgroundColor, color, fill]),
    );
    expect(colours[0]).toBe("rgb(255, 255, 255)");
    for (const colour of [colours[1]!, colours[5]!]) expect(Math.max(...colour.match(/\d+/g)!.map(Number)), colour).toBeLessThan(90);
    const { rows } = await pdf.toCells(new Uint8Array(await page.pdf({ format: "A4" })));
    const text = rows
      .flatMap(({ cells }) => cells)
      .join("")
      .replace(/\s/g, "");
    expect(text.split("出典：").length - 1).toBe(1);
    expect(text).toContain("重点目標の達成度（件数）");
  });

  it("lets a keyboard past a drawing to its table, whose figures lead to the same goals", async () => {
    const page = await openHost(frameOf(CHART).replace("300", "900"));
    const frame = page.frames()[1]!;
    await page.keyboard.press("Tab");
    const skip = frame.locator(".skip");
    await expect.poll(() => skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().width > 50)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
    await page.keyboard.press("Enter");
    const hrefs = await frame.locator("table a").evaluateAll((all) => all.map((each) => each.getAttribute("href")!));
    for (const href of hrefs) expect(href).toMatch(/^\/goals\?/);
    expect(hrefs.length).toBeGreaterThan(3);
  });
});

describe("WordPress's frame", () => {
  it("is told its height and its links by WordPress's messages, and by no others", async () => {
    const listening = `<script>window.heard=[];addEventListener("message",({data})=>heard.push(data))</script>`;
    const page = await openHost(listening + frameOf(`${CHART}?resize=1#?secret=abcdefghij`, 'sandbox="allow-scripts" security="restricted"'));
    const heard = () => page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(0);
    expect(await heard()).toEqual([{ message: "height", value: expect.any(Number), secret: "abcdefghij" }]);
    await page.locator("iframe").evaluate((frame) => frame.setAttribute("height", "1200"));
    const mark = page.frameLocator("iframe").locator("main svg:visible a[data-mark]").first();
    const href = await mark.getAttribute("href");
    await mark.focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await heard()).at(-1)).toEqual({ message: "link", value: site + href, secret: "abcdefghij" });
    expect(page.context().pages().length).toBe(1);
  });
});
