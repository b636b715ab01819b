import { readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { writeCountry } from "@/db/generation/generate-command";
import { municipalityId } from "@/lib/domain/identifier";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { runCommand } from "../db/run-command";
import { launchChromium } from "./chromium";
import { startSite, type TestSite } from "./start-site";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const CITY = nameMunicipality(1);
const ID = municipalityId(CITY);
let site: TestSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await startSite();
  const folder = await mkdtemp(path.join(tmpdir(), "ayumi-country-"));
  await writeCountry(folder, { municipalities: 3, departments: 3, years: 3, seed: 3 });
  const { code, stderr } = await runCommand("ingest", [folder], { DATABASE_URL: site.databaseUrl });
  rmSync(folder, { recursive: true });
  expect(code, stderr).toBe(0);
  browser = await launchChromium();
  page = await browser.newPage({ javaScriptEnabled: false });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const hrefs = (of: Page) => of.locator("a[href^='/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));

describe("a site of several municipalities, without JavaScript", () => {
  it("shows its own first, with the addresses that it had before", async () => {
    await page.goto(`${site.url}/`);
    expect(await page.locator("h1").innerText()).toContain("柏原市 令和7年度");
    expect((await hrefs(page)).filter((href) => href.includes("municipality=") || href.includes("/m"))).toEqual(["/municipalities"]);
  });

  it("lists all, finds one by a part of its name, and leads to its overview", async () => {
    await page.goto(`${site.url}/municipalities`);
    expect(await page.locator("tbody th").allInnerTexts()).toEqual(["柏原市", ...[0, 1, 2].map(nameMunicipality).sort()]);
    await page.getByRole("main").getByRole("searchbox").fill(CITY.slice(0, 2));
    await page.getByRole("main").getByRole("button").click();
    expect(await page.locator("tbody th").allInnerTexts()).toEqual([CITY]);
    await page.getByRole("link", { name: CITY }).click();
    expect(page.url()).toBe(`${site.url}/?municipality=${ID}`);
    expect(await page.locator("h1").innerText()).toContain(`${CITY} 令和7年度`);
  });

  it("stays with the municipality chosen: each page names it, and each link leads to its own", async () => {
    const goal = `${ID}-2025-policy-promotion-1`;
    for (const address of [
      `/?municipality=${ID}`,
      `/goals?municipality=${ID}`,
      `/continuations?municipality=${ID}`,
      `/documents?municipality=${ID}`,
      `/goals/${goal}`,
      `/briefing?municipality=${ID}&year=2025`,
    ]) {
      await page.goto(site.url + address);
      expect(await page.locator("body").innerText(), address).toContain(CITY);
      const astray = (await hrefs(page)).filter((href) => !href.includes(ID) && !/^\/(municipalities|documents\/[0-9a-f]{64}|$)/.test(href));
      expect(astray, address).toEqual([]);
    }
  });

  it("keeps the municipality through the filters of the goals", async () => {
    await page.goto(`${site.url}/goals?municipality=${ID}`);
    const all = await page.locator("tbody tr").count();
    await page.locator("summary").first().click();
    await page.getByRole("checkbox", { name: "令和7年度" }).check();
    await page.getByRole("button", { name: "表示する" }).first().click();
    expect(new URL(page.url()).searchParams.get("municipality")).toBe(ID);
    const some = await page.locator("tbody tr").count();
    expect([some > 0, some < all]).toEqual([true, true]);
    expect((await hrefs(page)).filter((href) => href.startsWith("/goals/") && !href.startsWith(`/goals/${ID}-2025-`))).toEqual([]);
  });

  it("quotes charts of the municipality chosen, in every snippet and by oEmbed", async () => {
    await page.goto(`${site.url}/embed?chart=rating-by-year&municipality=${ID}`);
    for (const text of await page.locator("textarea").evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value)))
      expect(text).toMatch(new RegExp(`municipality=(?:"|)${ID}`));
    for (const address of [`/embed/headline?municipality=${ID}`, `/?municipality=${ID}&year=2025`, `/continuations?municipality=${ID}&level=initiative`]) {
      const { html } = (await (await fetch(`${site.url}/api/oembed?url=${encodeURIComponent(site.url + address)}`)).json()) as { html: string };
      expect(html, address).toContain(`municipality=${ID}`);
      expect(html.includes("of=initiatives"), address).toBe(address.includes("initiative"));
    }
  });

  it("searches the municipality chosen, or all of them", async () => {
    await page.goto(`${site.url}/goals?municipality=${ID}`);
    await page.getByRole("banner").getByRole("searchbox").fill("世代");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?*");
    expect(new URL(page.url()).searchParams.get("municipality")).toBe(ID);
    const found = (await hrefs(page)).filter((href) => href.startsWith("/goals/"));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((href) => !href.startsWith(`/goals/${ID}-`))).toEqual([]);
    await page.getByRole("link", { name: "すべての市町村から探す" }).click();
    expect(await page.locator("main ol").innerText()).toContain("（架空）");
    expect((await hrefs(page)).filter((href) => href.startsWith("/goals/") && !href.startsWith(`/goals/${ID}-`)).length).toBeGreaterThan(0);
  });

  it("says that it knows no such municipality", async () => {
    expect((await page.goto(`${site.url}/?municipality=m00000000`))!.status()).toBe(404);
    expect((await fetch(`${site.url}/embed/rating-distribution?municipality=m00000000`)).status).toBe(404);
    expect((await fetch(`${site.url}/embed/rating-distribution.json?municipality=${ID}`)).status).toBe(200);
  });

  it("is accessible where one chooses, with script too", async () => {
    const scripted = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await scripted.goto(`${site.url}/municipalities`);
    await scripted.addScriptTag({ content: axe }).catch(() => scripted.evaluate(axe));
    const violations = await scripted.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`))");
    expect(violations).toEqual([]);
    expect(await scripted.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await scripted.close();
  });
});

describe("a site of one municipality", () => {
  it("says nothing of municipalities", async () => {
    for (const address of ["/", "/goals", "/continuations", "/documents"]) {
      await page.goto(inject("siteUrl") + address);
      expect(
        (await hrefs(page)).filter((href) => href.includes("municipalit")),
        address,
      ).toEqual([]);
    }
  });
});
