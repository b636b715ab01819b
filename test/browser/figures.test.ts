import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { findDataset } from "@/db/queries/datasets";
import { listGoals } from "@/db/queries/goals";
import type { GoalRow } from "@/lib/domain/rows";
import { sample } from "../whole";
import { BARE, useBrowser } from "./use-browser";

const site = inject("siteUrl");
const open = useBrowser();
let goals: GoalRow[];

/** Links to lines of the source. */
const SOURCE = 'a[href^="/documents/"][href*="#"]';

beforeAll(async () => {
  const database = await openDatabase(inject("databaseUrl"));
  goals = await listGoals(database, (await findDataset(database))!);
  database.$client.close();
});

/** Ids of the goals that the table of goals shows. */
async function readGoalIds(page: Page): Promise<string[]> {
  const hrefs = await page.locator('td[data-label="重点目標"] a').evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  return hrefs.map((href) => href.replace("/goals/", "")).sort();
}

interface Cell {
  group: string;
  year: string;
  rating: string;
  count: number;
  href: string;
}

/** The figure's table, cell by cell. */
function readTable(page: Page): Promise<Cell[]> {
  return page.evaluate(() => {
    const heads = [...document.querySelectorAll("figure details thead th")].map((head) => head.textContent!.trim());
    let group = "";
    return [...document.querySelectorAll("figure details tbody tr")].flatMap((row) => {
      group = row.querySelector("th[scope=rowgroup]")?.textContent ?? group;
      const year = row.querySelector("th[scope=row]")!.textContent!;
      return [...row.querySelectorAll("td")].flatMap((cell, index) => {
        const link = cell.querySelector("a");
        if (!link) return [];
        return [{ group, year, rating: heads[index + 2]!.split(" ")[0]!, count: Number(link.textContent), href: link.getAttribute("href")! }];
      });
    });
  });
}

const inCell = (cell: Cell) => (goal: GoalRow) =>
  (cell.group === "全体" || goal.policyArea === cell.group) && cell.year === (goal.fiscalYear === 2025 ? "令和7年度" : "令和3年度");

describe("the rating distribution", () => {
  it("shows in table and marks just the numbers of the database, and each leads to exactly its goals", async () => {
    const page = await open("/");
    const cells = await readTable(page);
    expect(cells.filter((cell) => cell.rating !== "計").length).toBeGreaterThanOrEqual(9);
    const list = await open("/goals", BARE);
    for (const cell of sample(cells)) {
      const wanted = goals.filter(inCell(cell)).filter((goal) => cell.rating === "計" || (goal.overallRating?.rating ?? "評価未掲載") === cell.rating);
      expect(cell.count, JSON.stringify(cell)).toBe(wanted.length);
      await list.goto(site + cell.href);
      expect(await readGoalIds(list), cell.href).toEqual(wanted.map((goal) => goal.id).sort());
    }
    const marks = await page
      .locator("[data-drawing=narrow] .mark")
      .evaluateAll((links) =>
        links.map((link) => [/^\/\?goal=(.*)#panel$/.exec(link.getAttribute("href")!)?.[1], link.querySelector("text")?.textContent ?? ""]),
      );
    const expected = goals.map((goal) => [goal.id, goal.overallRating?.rating ?? ""]);
    expect(marks.sort()).toEqual(expected.sort());
  });

  it("counts targets too, and a segment leads to the goals with such a target", async () => {
    const page = await open("/?of=targets&measure=share");
    const segments = await page.locator("[data-drawing=narrow] .mark").evaluateAll((links) =>
      // What of it was carried on is another test's.
      links.map((link) => ({ href: link.getAttribute("href")!, name: link.querySelector("title")!.textContent!.replace(/、うち.*/, "") })),
    );
    const wanted = [
      ["令和3年度 評価未掲載 3件", "行財政運営", null],
      ["令和7年度 A 達成 1件", "行財政運営", "A"],
      ["令和7年度 B 概ね達成 1件", "行財政運営", "B"],
      ["令和3年度 評価未掲載 5件", "防災", null],
      ["令和7年度 B 概ね達成 2件", "防災", "B"],
      ["令和7年度 A 達成 1件", "市政運営", "A"],
      ["令和7年度 B 概ね達成 1件", "市政運営", "B"],
    ] as const;
    expect(segments.map((segment) => segment.name)).toEqual(wanted.map(([name]) => name));
    const list = await open("/goals", BARE);
    for (const [index, [name, area, rating]] of wanted.entries()) {
      await list.goto(site + segments[index]!.href);
      const year = name.startsWith("令和3") ? 2021 : 2025;
      const ids = goals.filter(
        (goal) => goal.fiscalYear === year && goal.policyArea === area && goal.targets.some((target) => (target.rating?.rating ?? null) === rating),
      );
      expect(await readGoalIds(list), segments[index]!.href).toEqual(ids.map((goal) => goal.id).sort());
    }
  });

  it("says the same without JavaScript and in print", async () => {
    const scripted = await open("/");
    const bare = await open("/", BARE);
    // The interactive chart's axes stand before its marks, so the order of its texts is another.
    // What only a script can do is there with one alone.
    const texts = async (page: Page) => {
      await page.locator("[data-picture]").evaluateAll((buttons) => buttons.forEach((button) => button.remove()));
      return (await page.locator("main").innerText()).split("\n").filter(Boolean).sort();
    };
    expect(await texts(bare)).toEqual(await texts(scripted));
    await bare.emulateMedia({ media: "print" });
    expect(await bare.locator("[data-drawing=narrow] svg").isVisible()).toBe(true);
    expect(await bare.locator("header nav").isVisible()).toBe(false);
  });

  it("has every figure's source line within two clicks", { timeout: 180_000 }, async () => {
    const page = await open("/");
    const figures = await page
      .locator("#headline a, figure details td a, [data-drawing=narrow] .mark, section[aria-labelledby=attention-title] a")
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")!))]);
    expect(figures.length).toBeGreaterThan(15);
    const first = await open("/goals", BARE);
    for (const href of sample(figures)) {
      await first.goto(site + href);
      const sources = await first.locator(SOURCE).evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
      const goalsHere = /^\/(?:goals\/|\?goal=)/.test(href) ? 1 : (await readGoalIds(first)).length;
      expect(sources.length, href).toBeGreaterThanOrEqual(goalsHere);
    }
    const list = await open("/goals", BARE);
    for (const goal of sample(goals, 3)) {
      await list.goto(`${site}/goals`);
      await list.locator(`tr:has(a[href="/goals/${goal.id}"]) ${SOURCE}`).click();
      const line = list.locator(`tr[id="${new URL(list.url()).hash.slice(1)}"]`);
      expect(await line.locator("td").nth(2).innerText()).toContain(goal.title);
      await line.locator(`td a[href^="/goals/${goal.id}#"]`).first().click();
      expect(await list.locator("h1").innerText()).toBe(goal.title);
    }
  });
});
