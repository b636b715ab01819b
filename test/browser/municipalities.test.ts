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
import { fetchRaw } from "./fetch-raw";
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

  it("shows all side by side, each by its own name, year and scale, in the order of the list", async () => {
    const names = ["柏原市", ...[0, 1, 2].map(nameMunicipality).sort()];
    for (const width of [320, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${site.url}/embed/municipalities`);
      const marks = page.locator("a[data-mark]:visible");
      expect(await marks.evaluateAll((all) => all.map((mark) => mark.querySelectorAll("text")[0]!.textContent))).toEqual(names);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(await marks.nth(1).getAttribute("href")).toBe(`/?municipality=${municipalityId(names[1]!)}`);
      expect(await marks.evaluateAll((all) => all.filter((mark) => mark.getAttribute("target") !== "_blank"))).toEqual([]);
      const body = await page.locator("body").innerText();
      expect(body).toContain("市町村どうしを比べるものではありません。");
      expect(body).toContain("（架空）と付く市町村は、架空のデータです。");
      expect(body).toMatch(/出典：柏原市「政策推進部 運営方針」（令和7年度）、.*（架空）.*「運営方針」（令和\d年度）/);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    const opened = await page.goto(`${site.url}${await page.locator("a[data-mark]:visible").nth(2).getAttribute("href")}`);
    expect(opened!.status()).toBe(200);
    expect(await page.locator("h1").innerText()).toContain(names[2]);
  });

  it("shows those asked for in the order given, in every form, and says that each rates itself", async () => {
    const other = nameMunicipality(0);
    const query = `municipality=${ID}&municipality=${municipalityId(other)}&year=2024`;
    const read = async (form: string, more = "") => (await fetch(`${site.url}/embed/municipalities${form}?${query}${more}`)).text();
    const json = JSON.parse(await read(".json")) as { title: string; reading: string; rows: { municipality: string; fiscal_year: number; scale: string }[] };
    expect([...new Set(json.rows.map(({ municipality, fiscal_year }) => `${municipality} ${fiscal_year}`))]).toEqual([`${CITY} 2024`, `${other} 2024`]);
    expect(json.title).toBe(`各市町村が自己評価した重点目標の達成度（件数）：${CITY}・${other}・令和6年度`);
    const csv = (await read(".csv")).split("\r\n");
    expect(csv[0]).toBe("municipality,fiscal_year,fiscal_year_ja,rating,rating_label,count,share,rated,total,scale");
    expect(csv[1]).toContain(`${CITY},2024,令和6年度,A,`);
    const svg = await read(".svg");
    expect(svg.replace(/<\/text><text[^>]*>/g, "")).toContain("それぞれの区分で自己評価したものです");
    for (const name of [CITY, other]) expect(svg).toContain(`>${name}</text>`);
    expect(await read("", "&lang=en")).toContain("They are not to be compared with each other.");
    const metadata = JSON.parse(await read(".metadata.json")) as { ratingScales: { municipality: string }[]; documents: { municipality: string }[] };
    expect(new Set(metadata.ratingScales.map(({ municipality }) => municipality))).toEqual(new Set([CITY, other]));
    expect(metadata.documents).toHaveLength(6);
    for (const size of ["og", "16x9", "square"])
      expect((await fetch(`${site.url}/embed/municipalities.png?${query}&size=${size}`)).headers.get("content-type")).toBe("image/png");
    const quoted = await fetch(`${site.url}/api/oembed?url=${encodeURIComponent(`${site.url}/municipalities`)}`);
    expect(((await quoted.json()) as { html: string }).html).toContain("/embed/municipalities?resize=1");
    const { body } = await fetchRaw(`${site.url}/embed/municipalities?${query}&municipality=${encodeURIComponent("柏原市")}`, { "accept-encoding": "gzip" });
    expect(body.length).toBeLessThan(6000);
    expect((await fetch(`${site.url}/embed/municipalities.json?${query}&municipality=m00000000`)).status).toBe(404);
  });

  it("offers the chart of all, and keeps those chosen", async () => {
    await page.goto(`${site.url}/municipalities`);
    await page.getByRole("link", { name: "市町村ごとの達成度を並べた図を引用する" }).click();
    expect(await page.locator("a[aria-current=true]").innerText()).toBe("市町村ごとの達成度");
    await page.getByRole("checkbox", { name: CITY }).check();
    await page.getByRole("checkbox", { name: "柏原市" }).check();
    await page.getByRole("main").getByRole("button", { name: "表示する" }).first().click();
    expect(new Set(new URL(page.url()).searchParams.getAll("municipality"))).toEqual(new Set([ID, municipalityId("柏原市")]));
    expect(await page.locator("iframe").getAttribute("src")).toMatch(/^\/embed\/municipalities\?municipality=\w+&municipality=\w+$/);
    const charts = await page
      .getByRole("list", { name: "図" })
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    expect(charts.at(-1)).toContain("chart=municipalities&municipality=");
    expect(charts.filter((href) => href.split("municipality=").length > 2)).toHaveLength(1);
    await page.goto(`${site.url}/embed?chart=municipalities&municipality=m00000000&municipality=${ID}`);
    // The page is of none of them.
    expect(await page.locator("header").innerText()).toContain("柏原市");
    expect((await page.locator("nav a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!))).join()).not.toContain("municipality");
    expect(await page.locator("main").innerText()).toContain("m00000000");
    expect(await page.locator("iframe").getAttribute("src")).toBe(`/embed/municipalities?municipality=${ID}`);
    const dataset = (await fetch(`${site.url}/embed/municipalities`)).headers.get("x-ayumi-dataset")!;
    const several = `municipality=${ID}&municipality=${municipalityId("柏原市")}`;
    await page.goto(`${site.url}/embed?chart=municipalities&${several}&dataset=${dataset.slice(0, 12)}`);
    expect(await page.locator("iframe").getAttribute("src")).toBe(`/embed/municipalities?${several}&dataset=${dataset}`);
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

  it("offers no chart of several, and answers its address with its own", async () => {
    await page.goto(`${inject("siteUrl")}/embed`);
    expect((await hrefs(page)).filter((href) => href.includes("municipalities"))).toEqual([]);
    await page.goto(`${inject("siteUrl")}/embed/municipalities`);
    expect(await page.locator("a[data-mark]:visible").count()).toBe(1);
    expect(await page.locator("body").innerText()).toContain("柏原市は、令和7年度の4件の重点目標のうち");
  });
});
