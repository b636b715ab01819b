import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { BARE, useBrowser } from "./use-browser";

const site = inject("siteUrl");
const open = useBrowser();
let history: ContinuationHistory;

beforeAll(async () => {
  const database = await openDatabase(inject("databaseUrl"));
  history = await readContinuations(database, (await findDataset(database))!);
  database.$client.close();
});

const hrefsOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")!))].sort());

describe("/continuations", () => {
  it.each(["goal", "initiative"] as const)("draws and lists each link of the %ss, without JavaScript", async (level) => {
    const page = await open(`/continuations?level=${level}`, BARE);
    const links = history.comparisons.flatMap((comparison) => comparison.links).filter((link) => link.level === level);
    const wanted = links.map((link) => `/continuations/${link.predecessorKey}/${link.successorKey}`).sort();
    expect(wanted.length).toBeGreaterThan(3);
    // A band leads to its successor's panel; the table below to the evidence.
    const bands = await page
      .locator('svg a[data-mark*="/"]')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute("data-mark")!, new URL((link as unknown as SVGAElement).href.baseVal, location.href).searchParams.get("goal")]),
      );
    expect([...new Set(bands.map(([mark]) => `/continuations/${mark}`))].sort()).toEqual(wanted);
    for (const [mark, goal] of bands) expect(mark!.split("/")[1]!.replace(/-i\d+$/, "")).toBe(goal);
    expect(await hrefsOf(page, 'table a[href^="/continuations/"]')).toEqual(wanted);
  });

  it("says in a sentence what became of FY2021's goals", async () => {
    const page = await open("/continuations", BARE);
    expect(await page.locator("figure p").first().innerText()).toBe(
      "令和3年度の6件の重点目標のうち、4件に令和7年度の継続の候補があり（うち2件は1件に統合）、2件は後継が見当たりません。令和7年度の4件のうち1件は令和3年度にないものです（自動判定）。 この数を引用する",
    );
  });

  it("filters by area, unit, kind and status in the URL", async () => {
    const page = await open("/continuations?kind=merged", BARE);
    expect(await hrefsOf(page, 'table a[href^="/continuations/"]')).toEqual([
      "/continuations/2021-policy-promotion-5/2025-policy-promotion-4",
      "/continuations/2021-policy-promotion-6/2025-policy-promotion-4",
    ]);
    await page.goto(`${site}/continuations?status=confirmed`);
    expect(await hrefsOf(page, 'table a[href^="/continuations/"]')).toEqual([]);
  });
});

describe("evidence", () => {
  it("is there for each link, with marks that both texts share and its source lines", async () => {
    const page = await open("/", BARE);
    for (const link of history.comparisons.flatMap((comparison) => comparison.links)) {
      const answer = await page.goto(`${site}/continuations/${link.predecessorKey}/${link.successorKey}`);
      expect(answer!.status()).toBe(200);
      const marks = await page.locator('section[aria-labelledby="side-by-side-title"] td mark').allInnerTexts();
      const phrases = link.reasons.filter((reason) => reason.what === "phrase").length;
      if (phrases > 0) expect(marks.length, page.url()).toBeGreaterThan(0);
      expect(await page.locator('a[href^="/documents/"][href*="#"]').count()).toBeGreaterThan(3);
      expect(await page.locator("main dl").first().innerText()).toContain("自動判定による候補（職員未確認）");
    }
  });

  it("of a pair that is no link is not there", async () => {
    expect((await fetch(`${site}/continuations/2021-policy-promotion-3/2025-policy-promotion-4`)).status).toBe(404);
    expect((await fetch(`${site}/continuations/nothing/at-all`)).status).toBe(404);
  });
});

describe("/goals/[id]", () => {
  it("shows where two goals that became one came from, and their texts side by side", async () => {
    const page = await open("/goals/2025-policy-promotion-4", BARE);
    const lineage = await page.locator('section[aria-labelledby="lineage-title"]').innerText();
    expect(lineage).toContain("消防団を中核とした地域防災力の充実強化");
    expect(lineage).toContain("指定避難所の機能強化");
    // Less than half of any of their texts is kept: they stand whole, and what both have is marked.
    expect(await page.locator("main td del, main td ins").count()).toBe(0);
    const marked = (side: string) => page.locator(`main td[data-side=${side}] mark`).allInnerTexts();
    for (const side of ["before", "after"]) expect(await marked(side), side).toEqual(expect.arrayContaining(["消防団", "避難所"]));
  });

  it("pairs initiatives by their links, two with the one that they became, and keeps the new text first on a phone", async () => {
    const page = await open("/goals/2025-policy-promotion-4", { ...BARE, viewport: { width: 320, height: 640 } });
    const links = history.comparisons
      .flatMap((comparison) => comparison.links)
      .filter(({ level, kind, successorKey }) => level === "initiative" && kind !== "related" && successorKey.startsWith("2025-policy-promotion-4-"));
    expect(links.length).toBeGreaterThan(3);
    for (const { predecessorKey, successorKey } of links) {
      const hrefOf = (key: string) =>
        key.replace(/^(.*)-i(\d+)$/, (_, goal: string, number: string) => `/goals/${goal}#initiatives-${Number(number) - 1}-text`);
      const row = page.locator("main table tr", { has: page.locator(`td[data-side=after] a[href="${hrefOf(successorKey)}"]`) });
      expect(await row.locator(`td[data-side=before] a[href="${hrefOf(predecessorKey)}"]`).count(), predecessorKey).toBe(1);
      const [older, newer] = [(await row.locator("td[data-side=before]").boundingBox())!, (await row.locator("td[data-side=after]").boundingBox())!];
      expect(older.y).toBeGreaterThanOrEqual(newer.y + newer.height - 1);
      expect([older.x >= 0, older.x + older.width <= 320]).toEqual([true, true]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it("says that a goal ended, and that one is new", async () => {
    const ended = await open("/goals/2021-policy-promotion-4", BARE);
    expect(await ended.locator('section[aria-labelledby="lineage-title"]').innerText()).toContain(
      "令和7年度に後継の目標が見当たりません（自動判定、職員未確認）",
    );
    const begun = await open("/goals/2025-policy-promotion-3", BARE);
    expect(await begun.locator('section[aria-labelledby="lineage-title"]').innerText()).toContain("令和3年度にない目標です（自動判定、職員未確認）");
    expect(await begun.locator("main table").count()).toBe(0);
  });
});

describe("/briefing", () => {
  it.each([2021, 2025])("of %i is exactly one A4 page", async (year) => {
    const page = await open(`/briefing?year=${year}`, BARE);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(
      /\/MediaBox\s*\[\s*0 0 (\S+) (\S+)\s*\]/
        .exec(pdf)!
        .slice(1, 3)
        .map((side) => Math.round(Number(side))),
    ).toEqual([595, 842]);
    expect(await page.locator("main table tbody tr").count()).toBe(year === 2021 ? 6 : 4);
  });
});

describe("the overview", () => {
  /** Figures of the first screen, by what each counts, and where it leads. */
  const readCounts = (page: Page, attribute: string) =>
    page.locator(`a[${attribute}]`).evaluateAll(
      (links, name) =>
        links.map((link) => ({
          what: link.getAttribute(name)!,
          count: parseInt(link.textContent!, 10),
          href: link.getAttribute("href")!,
          bottom: link.getBoundingClientRect().bottom,
        })),
      attribute,
    );

  it("tells above the fold how many of FY2021's initiatives go on, and each count opens exactly its rows", async () => {
    const page = await open("/", BARE);
    const counts = await readCounts(page, "data-count");
    const { links, ended, begun } = history.comparisons[0]!;
    const ofInitiatives = (keys: readonly string[]) => keys.filter((key) => /-i\d+$/.test(key)).length;
    const continuing = new Set(
      links.filter((link) => link.level === "initiative" && link.kind !== "related" && link.status !== "rejected").map(({ predecessorKey }) => predecessorKey),
    ).size;
    expect(counts.map(({ what, count }) => [what, count])).toEqual([
      ["continuing", continuing],
      ["ended", ofInitiatives(ended)],
      ["new", ofInitiatives(begun)],
    ]);
    const [first] = await page.locator('section[aria-labelledby="carried-on-title"] tbody tr').all();
    for (const bottom of [...counts.map((each) => each.bottom), (await first!.boundingBox())!.y + 20]) expect(bottom).toBeLessThan(800);
    for (const { what, count, href } of counts) {
      await page.goto(site + href);
      const side = what === "new" ? "td:nth-child(2)" : "td:nth-child(1)";
      expect(await page.locator(`main table tbody ${side} a`).count(), href).toBe(count);
    }
  });

  it("calls what the machine found candidates", async () => {
    for (const path of ["/", "/briefing?year=2025", "/carried-on", "/continuations"]) {
      const page = await open(path, BARE);
      const text = await page.locator("main").innerText();
      expect(text, path).toMatch(/候補/);
      expect(text, path).not.toMatch(/終わりました|続く4|新しい目標です/);
    }
  });
});
