import { expect, inject, it } from "vitest";
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
    const button = page.getByRole("button", { name: "コピー" }).nth(2);
    await button.click();
    await expect.poll(() => button.innerText()).toContain(said);
    const [selected, whole] = await page
      .locator("textarea")
      .nth(2)
      .evaluate((field: HTMLTextAreaElement) => [field.value.slice(field.selectionStart, field.selectionEnd), field.value]);
    expect(selected).toBe(whole);
  }
});
