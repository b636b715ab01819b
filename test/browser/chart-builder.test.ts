import { readFileSync } from "node:fs";
import { expect, inject, it } from "vitest";
import { CHART_NAMES } from "@/lib/charts/registry";
import { BARE, useBrowser } from "./use-browser";

const site = inject("siteUrl");
const open = useBrowser();

it("/embed sets a chart, shows it live and gives what to copy, without JavaScript", async () => {
  const page = await open("/embed?chart=rating-by-year&theme=dark&year=2025&measure=share", BARE);
  expect(await page.frameLocator("iframe").locator("h1").innerText()).toContain("年度別");
  const texts = await page.locator("textarea").evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value));
  expect(texts.length).toBe(10);
  expect(texts[0]).toContain("/embed/rating-by-year?year=2025&#38;measure=share&#38;theme=dark&#38;resize=1");
  expect(texts[0]).toContain(`<script src="${site}/embed/v1.js" async></script>`);
  expect(texts.map((text) => /dataset=[0-9a-f]{64}/.test(text))).toEqual([...Array(5).fill(false), ...Array(5).fill(true)]);
  expect(texts[3]).toMatch(/ alt="[^"]*年度別[^"]*。[^"]*件[^"]*"/);
  for (const link of await page
    .locator('section[aria-labelledby="snippets-title"] p a')
    .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href)))
    expect((await fetch(link)).status, link).toBe(200);
  await page.goto(`${site}/embed?chart=pie&width=1e9`);
  expect(await page.locator("[role=status]").count()).toBe(2);
});

it("copies where a page has no clipboard, or selects what is to be copied, and says which", async () => {
  for (const [copies, said] of [
    [true, "コピーしました"],
    [false, "選択しました"],
  ] as const) {
    const page = await open("/about");
    await page.addInitScript((can) => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => can;
    }, copies);
    await page.goto(`${site}/embed`);
    const button = page.locator("dd button").nth(2);
    await button.click();
    await expect.poll(() => button.innerText()).toContain(said);
    const [selected, whole] = await page
      .locator("textarea")
      .nth(2)
      .evaluate((field: HTMLTextAreaElement) => [field.value.slice(field.selectionStart, field.selectionEnd), field.value]);
    expect(selected).toBe(whole);
  }
});

it("leads through all charts with a small picture of each, for light and dark", async () => {
  const page = await open("/embed?chart=headline&year=2025", BARE);
  const pictures = await page.locator("ul picture").evaluateAll((all) =>
    all.map((each) => {
      const [source, image] = [each.querySelector("source")!, each.querySelector("img")!];
      return { dark: source.srcset, light: image.src, alt: image.alt, shape: [image.width / image.height > 1.8, image.getAttribute("loading")] };
    }),
  );
  // Its one municipality is none of several.
  expect(pictures.length).toBe(CHART_NAMES.length - 1);
  for (const { dark, light, alt, shape } of pictures) {
    expect([alt.length > 10, ...shape]).toEqual([true, true, "lazy"]);
    const [first, second] = await Promise.all([light, site + dark].map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())));
    expect([first!.readUInt32BE(16), first!.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(first!.equals(second!)).toBe(false);
  }
  expect(await page.locator("a[aria-current=true]").innerText()).toBe("達成度のまとめ");
});

it("lets a figure's picture be saved under a name that tells what it is, without a script too", async () => {
  const page = await open("/?year=2025", BARE);
  expect(await page.getByRole("button", { name: "画像をコピー" }).count()).toBe(0);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("figure").getByRole("link", { name: "画像を保存" }).first().click()]);
  expect(saved.suggestedFilename()).toMatch(/^柏原市_分野別・年度別の重点目標の達成度（件数）：令和7年度_[0-9a-f]{12}\.png$/);
  const png = readFileSync((await saved.path())!);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
});

it.each(["/", "/continuations", "/carried-on", "/embed"])("copies a picture of %s, or says what to do instead", async (path) => {
  const page = await open(path);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const button = page.getByRole("button", { name: "画像をコピー" }).first();
  await expect
    .poll(
      async () => {
        // It works once its script is there.
        const text = await page.locator("button[data-picture]").first().innerText();
        if (text === "画像をコピー") await page.locator("button[data-picture]").first().click();
        return text;
      },
      { timeout: 20_000 },
    )
    .toBe("コピーしました");
  const width = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await createImageBitmap(await item!.getType("image/png"))).width;
  });
  expect(width).toBe(1920);
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.reload();
  await page.waitForLoadState("networkidle");
  await button.click();
  await expect.poll(() => page.locator("button[data-picture]").first().innerText()).toContain("保存した画像をお使いください");
});
