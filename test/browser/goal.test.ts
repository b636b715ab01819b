import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { readTable, type TableJson } from "./read-json";
import { BARE, useBrowser } from "./use-browser";

type Row = TableJson["rows"][number];

const open = useBrowser();
/** Rows of the API, from which all that a page must say is put together anew. */
let goals: Row[];
let targets: Row[];
let initiatives: Row[];
let links: Row[];

beforeAll(async () => {
  [goals, targets, initiatives, links] = (await Promise.all(
    ["goals", "targets", "initiatives", "continuations"].map(async (name) => (await readTable(`/api/${name}.json`)).rows),
  )) as [Row[], Row[], Row[], Row[]];
});

/** What goes on from one item to another, by the API's rows. */
const isStanding = ({ kind, status }: Row) => !["related", "ended", "new"].includes(String(kind)) && status !== "rejected";

/** An element's text and where it stands, with the least size of its text, in CSS pixels. */
async function measure(page: Page, selector: string) {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const texts = [...element.querySelectorAll("p, li"), element].filter((each) => each.children.length === 0 || each.matches("p, li"));
      return {
        top,
        bottom,
        left,
        right,
        text: element.textContent!.trim(),
        size: Math.min(...texts.map((each) => parseFloat(getComputedStyle(each).fontSize))),
      };
    });
}

describe("a goal's first screen at 1280 × 800", () => {
  it("has title, rating, first target beside its achievement and assessment, as the API's rows have them, at 16 px and above the fold", async () => {
    expect(goals).toHaveLength(10);
    for (const goal of goals) {
      const page = await open(`/goals/${goal.goal_id}`, BARE);
      const target = targets.find((row) => row.goal_id === goal.goal_id && row.number === 1)!;
      const wanted: [string, string | number | null][] = [
        ["#title", goal.title!],
        ["#overallRating", goal.overall_rating!],
        ["#targets-0-text", target.text!],
        ["#targets-0-rating", target.rating!],
        ["#targets-0-achievement", target.achievement!],
        ["#overallAssessment", goal.overall_assessment!],
      ];
      for (const [selector, value] of wanted) {
        const { text, size, bottom } = await measure(page, selector);
        if (value !== null) expect(text.replace(/\s/g, ""), `${goal.goal_id} ${selector}`).toContain(String(value).replace(/\s/g, ""));
        expect(size, `${goal.goal_id} ${selector}`).toBeGreaterThanOrEqual(selector === "#overallRating" || selector === "#targets-0-rating" ? 14 : 16);
        expect(bottom, `${goal.goal_id} ${selector}`).toBeLessThanOrEqual(800);
      }
      const [text, achievement] = [await measure(page, "#targets-0-text"), await measure(page, "#targets-0-achievement")];
      expect([achievement.left > text.right, Math.abs(achievement.top - text.top) < 1]).toEqual([true, true]);
    }
  });

  it("tells then and now, and calls what a machine linked a candidate", async () => {
    for (const goal of goals.filter(({ fiscal_year: year }) => year === 2025)) {
      const before = links.filter((row) => row.level === "goal" && row.successor_id === goal.goal_id && isStanding(row));
      const page = await open(`/goals/${goal.goal_id}`, BARE);
      const { text, bottom } = await measure(page, "#ratings");
      expect(bottom).toBeLessThan(300);
      if (before.length === 0) {
        expect(text).toContain("令和3年度にない目標です（自動判定、職員未確認）");
        continue;
      }
      expect(text).toMatch(/^令和3年度（.*の候補.*、職員未確認）/);
      expect(text.indexOf("令和3年度")).toBeLessThan(text.indexOf("令和7年度"));
      // FY2021 is the plan as it was published: not rated.
      expect(text).toContain("評価未掲載");
      if (before.length > 1) expect(text).toContain(`${before.length}件`);
    }
  });

  it("has its facts in one line, and one link to the source for a block", async () => {
    const page = await open("/goals/2025-policy-promotion-4", BARE);
    const facts = page.locator("main header ul").first();
    expect((await facts.boundingBox())!.height).toBeLessThan(28);
    expect((await facts.innerText()).replace(/\s+/g, " ")).toContain("重点目標4 分野：防災");
    const sources = page.locator('main a[href^="/documents/"]');
    // Title, rating, two targets, two initiatives, two narratives and a finding.
    expect(await sources.count()).toBe(9);
    const block = page.locator("[data-block]").first();
    expect(await block.locator('a[href^="/documents/"]').innerText()).toMatch(/原文 150・155行$/);
  });
});

describe("a goal's page", () => {
  it("leads to the goal before and after it, and nowhere beyond the first and the last", async () => {
    const ids = goals
      .filter(({ fiscal_year: year }) => year === 2021)
      .map(({ goal_id: id }) => String(id))
      .sort();
    expect(ids).toHaveLength(6);
    for (const [at, id] of ids.entries()) {
      const page = await open(`/goals/${id}`, BARE);
      const hrefs = await page.locator("main a[rel]").evaluateAll((found) => found.map((link) => [link.getAttribute("rel"), link.getAttribute("href")]));
      const wanted = [ids[at - 1] && ["prev", `/goals/${ids[at - 1]}`], ids[at + 1] && ["next", `/goals/${ids[at + 1]}`]];
      expect(hrefs).toEqual(wanted.filter(Boolean));
    }
  });

  it("says of every initiative what it came from or what became of it, candidates as candidates, with their evidence", async () => {
    let told = 0;
    for (const initiative of initiatives) {
      const page = await open(`/goals/${initiative.goal_id}`, BARE);
      const isLater = initiative.fiscal_year === 2025;
      const [own, other] = isLater ? (["successor_id", "predecessor_id"] as const) : (["predecessor_id", "successor_id"] as const);
      const wanted = links.filter((row) => row.level === "initiative" && row[own] === initiative.initiative_id && isStanding(row));
      const kin = page.locator(`[data-block]:has(#initiatives-${Number(initiative.number) - 1}-text) [data-kin=${isLater ? "origin" : "fate"}]`);
      const text = await kin.innerText();
      const hrefs = await kin.locator("a").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
      if (wanted.length === 0)
        expect(text).toContain(isLater ? "令和3年度にない取組です（自動判定、職員未確認）" : "令和7年度に後継の取組が見当たりません（自動判定、職員未確認）");
      for (const row of wanted) {
        expect(hrefs).toContain(`/continuations/${row.predecessor_id}/${row.successor_id}`);
        const [, goal, number] = /^(.*)-i(\d+)$/.exec(String(row[other]))!;
        expect(hrefs).toContain(`/goals/${goal}#initiatives-${Number(number) - 1}-text`);
        told++;
      }
      expect(text.match(/の候補（職員未確認）/g) ?? []).toHaveLength(wanted.length);
      expect(hrefs).toHaveLength(2 * wanted.length);
      await page.context().close();
    }
    expect(told).toBeGreaterThan(10);
  });

  it("draws the history of its ratings with years that are not held as a gap, and each other goal as a link", async () => {
    const page = await open("/goals/2025-policy-promotion-4", BARE);
    const history = page.locator('section[aria-labelledby="history-title"]');
    const before = links
      .filter((row) => row.level === "goal" && row.successor_id === "2025-policy-promotion-4" && isStanding(row))
      .map((row) => `/goals/${row.predecessor_id}`);
    expect(await history.locator("svg a").evaluateAll((found) => found.map((link) => link.getAttribute("href")))).toEqual(before);
    expect(await history.locator(".status-proposed line").count()).toBe(before.length);
    expect(await history.innerText()).toContain("令和4年度から令和6年度の資料はありません。");
    expect((await history.boundingBox())!.y).toBeLessThan(800);
  });

  it("keeps the dataset in each of its links", async () => {
    const { dataset } = await readTable("/api/goals.json");
    const page = await open(`/goals/2025-policy-promotion-4?dataset=${dataset}`, BARE);
    const hrefs = await page
      .locator('main a[href^="/goals"], main a[href^="/continuations"], main a[href^="/documents"]')
      .evaluateAll((found) => found.map((link) => link.getAttribute("href")!));
    // The notice above leads back to the newest.
    expect(hrefs.filter((href) => !href.includes(`dataset=${dataset}`))).toEqual(["/goals/2025-policy-promotion-4"]);
  });

  it("is one column in the same order on a phone", async () => {
    const page = await open("/goals/2025-policy-promotion-4", { ...BARE, viewport: { width: 320, height: 700 } });
    const tops = [];
    for (const selector of [
      "#title",
      "#overallRating",
      "#targets-0-text",
      "#targets-0-achievement",
      "#overallAssessment",
      "#targets-1-text",
      "#initiatives-0-text",
      "#initiatives-0-reportedResult",
      "#history-title",
      "#lineage-title",
      "#futureConsiderations",
    ]) {
      tops.push((await measure(page, selector)).top);
    }
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });
});
