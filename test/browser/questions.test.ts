import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { writeCountry } from "@/db/generation/generate-command";
import { groupBy } from "@/lib/charts/group-by";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { runCommand } from "../db/run-command";
import { createFolder, removeTemporary } from "../db/temporary-store";
import { startFaultSite } from "../faults/fault-site";
import { WHOLE } from "../whole";
import { BARE, useBrowser } from "./use-browser";

/** Rows of the API, as far as they are asked here. */
interface Goal {
  goal_id: string;
  department: string;
  fiscal_year: number;
  rating: string | null;
}
interface Link {
  kind: string;
  from_fiscal_year: number;
  to_fiscal_year: number;
  predecessor_id: string;
  successor_id: string | null;
}
interface Initiative {
  initiative_id: string;
  fiscal_year: number;
}

/** What Kashiwara's scale says: A is the best, E outside the order. */
const ORDER = ["A", "B", "C", "D"];
/** How many rows an answer holds at most. */
const LIMIT = 1000;

const open = useBrowser();
const stops: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
  removeTemporary();
});

async function serve(files: readonly string[], municipality: string): Promise<string> {
  const folder = createFolder();
  const url = pathToFileURL(path.join(folder, "city.db")).href;
  const env = { AYUMI_MUNICIPALITY: municipality };
  const { code, stderr } = await runCommand("ingest", [...files], { DATABASE_URL: url, ...env });
  expect(code, stderr).toBe(0);
  const site = await startFaultSite(url, env);
  stops.push(() => site.stop());
  return site.url;
}

/** Plans of a folder of their own, each by its name. */
function gather(files: Record<string, string>): string {
  const folder = path.join(createFolder(), "plans");
  mkdirSync(folder);
  for (const [name, from] of Object.entries(files)) copyFileSync(from, path.join(folder, name));
  return folder;
}

/** A plan of FY2026 as one is published in spring, with nothing rated or reported (架空): what FY2021's set out to do. */
async function writeSpringPlan(folder: string): Promise<void> {
  const plan = (await (await fetch(`${inject("siteUrl")}/api/plans/2021-policy-promotion.json`)).json()) as Record<string, unknown>;
  writeFileSync(path.join(folder, "2026.json"), JSON.stringify({ ...plan, fiscalYear: 2026, title: "令和8年度（架空） 政策推進部の運営方針" }));
}

const SETS: [name: string, start: () => string | Promise<string>][] = [
  ["the two documents", () => inject("siteUrl")],
  [
    "three years of which the first was evaluated later (架空)",
    () =>
      serve(
        [
          gather({
            "2021.txt": "test/browser/fixtures/years/2021-policy-promotion-evaluated-kakuu.txt",
            "2024.json": "test/browser/fixtures/years/2024-policy-promotion-kakuu.json",
            "2025.txt": "db/documents/2025-policy-promotion.txt",
          }),
        ],
        "架空市",
      ),
  ],
  [
    "12 departments in 8 years (架空)",
    async () => {
      const folder = createFolder();
      await writeCountry(folder, { municipalities: 1, departments: 12, years: 8, seed: 3 });
      return serve([folder], nameMunicipality(0));
    },
  ],
];

describe.each(WHOLE ? SETS : SETS.slice(0, 2))("the first screen of %s, without a script, answers by figures that the API's rows give", (_name, start) => {
  let site = "";
  let goals: Goal[] = [];
  let links: Link[] = [];
  let initiatives: Initiative[] = [];
  let leading = 0;
  let first = 0;
  const read = async <Row>(table: string): Promise<Row[]> => ((await (await fetch(`${site}/api/${table}.json?limit=${LIMIT}`)).json()) as { rows: Row[] }).rows;
  const readAll = async <Row>(table: string, query: string): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let next: string | null = `/api/${table}.json?limit=${LIMIT}${query}`; next; ) {
      const answer = (await (await fetch(site + next)).json()) as { rows: Row[]; next: string | null };
      rows.push(...answer.rows);
      next = answer.next;
    }
    return rows;
  };
  const visit = async (at: string) => {
    const page = await open("/", BARE);
    await page.goto(site + at);
    return page;
  };

  beforeAll(async () => {
    site = await start();
    goals = await read<Goal>("goals");
    initiatives = await readAll<Initiative>("initiatives", "");
    links = await readAll<Link>("continuations", "");
    const rated = goals.filter(({ rating }) => rating !== null).map(({ fiscal_year }) => fiscal_year);
    leading = Math.max(...rated);
    first = Math.min(...goals.map(({ fiscal_year }) => fiscal_year));
  }, 300_000);

  it("more or less, and where: a headline of the leading year's ratings, and the departments rated in both years", async () => {
    const page = await visit("/");
    const headline = page.locator("#headline");
    const own = goals.filter(({ fiscal_year }) => fiscal_year === leading);
    expect(Number(/^(\d+)件/.exec(await headline.innerText())![1])).toBe(own.length);
    for (const rating of ["A", "B", "C", "D", "E"]) {
      const count = own.filter((goal) => goal.rating === rating).length;
      const told = await headline.locator(`a[aria-label^="${rating} "]`).allInnerTexts();
      expect(told.map(Number), rating).toEqual(count > 0 ? [count] : []);
    }
    for (const box of [headline, page.locator("#distribution-title")]) expect((await box.boundingBox())!.y).toBeLessThan(800);
    const before = Math.max(...goals.filter((goal) => goal.fiscal_year < leading && goal.rating !== null).map(({ fiscal_year }) => fiscal_year), 0);
    const text = await page.locator("main").innerText();
    if (before === 0) return expect(text).toContain("評価未掲載のため、達成度は比較できません");
    const ratedIn = (year: number) => new Set(goals.filter((goal) => goal.fiscal_year === year && goal.rating !== null).map(({ department }) => department));
    const both = [...ratedIn(leading)].filter((department) => ratedIn(before).has(department));
    for (const year of [before, leading]) {
      const same = goals.filter((goal) => goal.fiscal_year === year && both.includes(goal.department) && goal.rating !== null);
      expect(text).toContain(`令和${year - 2018}年度は${same.length}件（`);
    }
  });

  it("what slipped: the goals that were carried on and fell, first of what needs a look", async () => {
    const page = await visit("/");
    const told = Object.fromEntries(
      await page.locator("[data-move]").evaluateAll((links) => links.map((link) => [link.getAttribute("data-move")!, parseInt(link.textContent!, 10)])),
    );
    const before = Math.max(...goals.filter((goal) => goal.fiscal_year < leading && goal.rating !== null).map(({ fiscal_year }) => fiscal_year), 0);
    const rank = new Map(goals.map(({ goal_id, rating }) => [goal_id, rating]));
    const moves: Record<string, number> = {};
    for (const [from, to] of follow("goal", before, leading)) {
      const [was, is] = [rank.get(from)!, rank.get(to)!];
      if (was === null || is === null) continue;
      const move =
        ORDER.includes(was) !== ORDER.includes(is)
          ? "outside"
          : was === is || !ORDER.includes(was)
            ? "same"
            : ORDER.indexOf(is) < ORDER.indexOf(was)
              ? "up"
              : "down";
      moves[move] = (moves[move] ?? 0) + 1;
    }
    const rows = Object.values(moves).reduce((sum, count) => sum + count, 0);
    if (rows === 0) return expect(told).toEqual({});
    for (const move of ["up", "down"]) expect(told[move] ?? 0, move).toBe(moves[move] ?? 0);
    for (const [move, count] of Object.entries(told)) {
      const list = await visit((await page.locator(`[data-move="${move}"]`).first().getAttribute("href"))!);
      expect(await list.locator("main table tbody tr").count(), move).toBe(count);
    }
  });

  it("what has been carried on since the first year: its initiatives, candidates called so, each count opening exactly its rows", async () => {
    const page = await visit("/");
    expect((await page.locator("#carried-on-title").boundingBox())!.y).toBeLessThan(800);
    const told = Object.fromEntries(
      await page.locator("[data-count]").evaluateAll((links) => links.map((link) => [link.getAttribute("data-count")!, parseInt(link.textContent!, 10)])),
    );
    const reached = new Set(follow("initiative", first, leading).map(([from]) => from));
    const before = initiatives.filter(({ fiscal_year }) => fiscal_year === first).length;
    expect(told.continuing).toBe(reached.size);
    expect(told.ended ?? 0).toBe(before - reached.size);
    expect(await page.locator("main").innerText()).toMatch(/自動判定による候補です（つながり\d+件のうち職員が確認したもの0件）/);
  });

  it("on paper too, on just one A4 page, whatever the year", async () => {
    const page = await visit("/briefing");
    for (const year of new Set(goals.map(({ fiscal_year }) => fiscal_year))) {
      await page.goto(`${site}/briefing?year=${year}`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g), String(year)).toHaveLength(1);
    }
  });

  /** Pairs of an item of one year and one that it leads to in the other, over the links of years and the next that continue. */
  function follow(level: "goal" | "initiative", from: number, to: number): [string, string][] {
    const isGoal = (id: string) => !/-i\d+$/.test(id);
    const own = links.filter((link) => link.successor_id !== null && isGoal(link.predecessor_id) === (level === "goal") && link.kind !== "related");
    const next = groupBy(own, ({ predecessor_id }) => predecessor_id);
    const yearOf = new Map(
      own.flatMap(
        (link) =>
          [
            [link.predecessor_id, link.from_fiscal_year],
            [link.successor_id!, link.to_fiscal_year],
          ] as const,
      ),
    );
    const reach = (id: string): string[] => (yearOf.get(id) === to ? [id] : (next.get(id) ?? []).flatMap(({ successor_id }) => reach(successor_id!)));
    return [...next.keys()].filter((id) => yearOf.get(id) === from).flatMap((id) => [...new Set(reach(id))].map((end): [string, string] => [id, end]));
  }
});

describe("April: a plan of the next year beside the two documents", () => {
  it("empties no headline, paper or embed, and only adds what it plans", async () => {
    const folder = gather({ "2021.txt": "db/documents/2021-policy-promotion.txt", "2025.txt": "db/documents/2025-policy-promotion.txt" });
    await writeSpringPlan(folder);
    const april = await serve([folder], "柏原市");
    const page = await open("/", BARE);
    for (const selector of ["#headline", "h1"]) {
      await page.goto(inject("siteUrl"));
      const told = await page.locator(selector).innerText();
      await page.goto(april);
      expect(await page.locator(selector).innerText()).toBe(told);
    }
    expect(await page.locator("main").innerText()).toContain("令和8年度（計画）");
    const counts = async (site: string) => {
      await page.goto(site);
      return page.locator("[data-count]").allInnerTexts();
    };
    expect(await counts(april)).toEqual(await counts(inject("siteUrl")));
    await page.goto(`${april}/briefing`);
    expect(await page.locator("h1").innerText()).toContain("令和7年度");
    await page.goto(`${april}/embed/headline`);
    expect(await page.locator("body").innerText()).toContain("令和7年度");
  });
});
