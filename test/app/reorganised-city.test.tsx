import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerChart } from "@/app/_read/chart-answer";
import { answerTable } from "@/app/_read/table-answer";
import BriefingPage from "@/app/briefing/page";
import CarriedOnPage from "@/app/carried-on/page";
import ContinuationPage from "@/app/continuations/[predecessor]/[successor]/page";
import ContinuationsPage from "@/app/continuations/page";
import GoalsPage from "@/app/goals/page";
import OverviewPage from "@/app/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { CHARTS } from "@/lib/charts/registry";
import { departmentId } from "@/lib/domain/identifier";
import { chartPlace } from "@/lib/parameters/charts";
import { readView } from "@/lib/parameters/place";
import { createFolder, createStore, ingest, makePlan, removeTemporary, writePlans } from "../db/temporary-store";
import { makeEntries } from "../domain/rating/scales";
import { renderPage } from "./render-page";

const CITY = "架空市";
const SCALE = makeEntries(["A", "達成"], ["B", "概ね達成"], ["C", "一部達成"]);
const REORGANISATIONS = [
  { from: ["市長公室"], to: ["政策推進部"], fiscalYear: 2025, note: "架空" },
  { from: ["健康部", "福祉部"], to: ["健康福祉部"], fiscalYear: 2025 },
  { from: ["総務部"], to: ["総務部", "財務部"], fiscalYear: 2025 },
];
const TITLES = ["消防団の充実", "図書館の蔵書", "水道管の更新"];

/** A plan whose goals are rated so, a letter each; titles tell departments apart. */
function planOf(fiscalYear: number, department: string, about: string, letters: string) {
  const [goal] = makePlan().priorityGoals;
  const priorityGoals = [...letters].map((rating, at) => {
    const title = `${about}に関する${TITLES[at]}を市民とともに進める`;
    return {
      ...goal!,
      number: at + 1,
      title,
      overallRating: rating,
      listedRating: rating,
      targets: [{ text: `${title}。`, achievement: null, rating }],
      initiatives: [{ text: `${title}ための講座`, reportedResult: null, responsibleUnit: "企画課" }],
    };
  });
  return makePlan({ municipality: CITY, department, fiscalYear, stage: "evaluated", ratingScale: SCALE, priorityGoals });
}

const PLANS = [
  planOf(2024, "市長公室", "広報", "BB"),
  planOf(2024, "健康部", "検診", "BB"),
  planOf(2024, "福祉部", "介護", "BB"),
  planOf(2024, "総務部", "文書", "BBB"),
  planOf(2025, "政策推進部", "広報", "AA"),
  planOf(2025, "健康福祉部", "検診", "AAA"),
  planOf(2025, "総務部", "文書", "AA"),
  planOf(2025, "財務部", "予算", "A"),
];

async function openCity(reorganisations: object[]): Promise<void> {
  const folder = createFolder();
  writeFileSync(path.join(folder, "ayumi.json"), JSON.stringify({ municipality: CITY, reorganisations }));
  vi.stubEnv("AYUMI_DATA", folder);
}

beforeAll(async () => {
  const { db, url, folder } = await createStore();
  await ingest(db, writePlans(folder, PLANS), { municipality: CITY });
  vi.stubEnv("DATABASE_URL", url);
  await openCity(REORGANISATIONS);
});
afterAll(() => {
  closeSiteDatabase(0);
  vi.unstubAllEnvs();
  removeTemporary();
});

const textOf = (html: string) => html.replace(/<!-- -->/g, "").replace(/<[^>]+>/g, "");
const distribution = CHARTS["rating-distribution"];
const readChart = async (query: Record<string, string>) =>
  JSON.parse((await answerChart(distribution, readView(chartPlace(distribution), query).view, "json")).body as string) as {
    rows: Record<string, unknown>[];
    sentence: string;
  };
const readGoals = async (query: string) =>
  (JSON.parse((await answerTable(`http://localhost/api/goals.json${query}`, "goals", "json")).body as string) as { rows: Record<string, string>[] }).rows;

describe("a city whose departments were renamed, merged and split", () => {
  it("is compared whole: the renamed as one, the merged and the split together, which the page says", async () => {
    const text = textOf(await renderPage(OverviewPage));
    expect(text).toContain("令和6年度は9件（B9）、令和7年度は8件（A8）です。");
    expect(text).toContain("再編前の健康部・福祉部は、再編後の健康福祉部と合わせて比べています。");
    expect(text).toContain("再編前の総務部は、再編後の総務部・財務部と合わせて比べています。");
    expect(textOf(await renderPage(BriefingPage, { year: "2025" }))).toContain("令和6年度は9件（B9）、令和7年度は8件（A8）です。");
  });

  it("tells on a department's own sheet where its goals came from, also where that was another department", async () => {
    const read = async (department: string, year: string) => textOf(await renderPage(BriefingPage, { year, department: departmentId(department) }));
    const merged = await read("健康福祉部", "2025");
    expect(merged).toMatch(/健康部の重点目標1を継続（候補）/);
    const split = await read("総務部", "2025");
    expect(split).toMatch(/重点目標1を継続（候補）/);
    expect(split).not.toContain("総務部の重点目標1を");
  });

  it("has one row and one choice for a renamed department, which names its former name once", async () => {
    const { rows } = await readChart({ by: "department" });
    const groups = [...new Set(rows.map(({ group }) => group))];
    expect(groups).toEqual(["政策推進部（旧：市長公室）", "健康部", "福祉部", "総務部", "健康福祉部", "財務部"]);
    for (const page of [OverviewPage, GoalsPage, CarriedOnPage, ContinuationsPage]) {
      const choices = [...(await renderPage(page)).matchAll(/name="department" value="([^"]+)"[^>]*>([^<]+)/g)].map(([, value, label]) => [value, label]);
      expect(choices.filter(([, label]) => label!.includes("市長公室"))).toEqual([["policy-promotion", "政策推進部（旧：市長公室）"]]);
      expect(choices).toHaveLength(6);
    }
  });

  it("gives both names' goals for either of its addresses, each under its own document's name", async () => {
    for (const id of ["policy-promotion", departmentId("市長公室")]) {
      const rows = await readGoals(`?department=${id}`);
      expect(rows.map(({ department, department_id: of }) => [department, of])).toEqual([
        ...Array(2).fill(["政策推進部", "policy-promotion"]),
        ...Array(2).fill(["市長公室", "policy-promotion"]),
      ]);
      const page = textOf(await renderPage(GoalsPage, { department: id }));
      expect([page.includes("市長公室"), page.includes("健康福祉部のうち")]).toEqual([true, false]);
      expect((await readChart({ by: "year", department: id })).rows).toEqual((await readChart({ by: "year", department: "policy-promotion" })).rows);
    }
  });

  it("counts what was carried on under one department, and tells a renaming as one", async () => {
    const page = textOf(await renderPage(CarriedOnPage, { level: "goal", department: "policy-promotion" }));
    expect(page).toMatch(/2件/);
    const old = `2024-${departmentId("市長公室")}-1`;
    const link = textOf(await renderPage(ContinuationPage, {}, { predecessor: old, successor: "2025-policy-promotion-1" }));
    expect(link).toContain("部が「市長公室」から「政策推進部」に改称された（同じ部として数える）");
  });

  it("lists nothing of a department that has gone into another as what needs a look", async () => {
    const text = textOf(await renderPage(OverviewPage, {}));
    expect(text).not.toMatch(/令和6年度 (健康部|福祉部) /);
  });

  it("says plainly what is left out where nobody said what became of what", async () => {
    await openCity([]);
    const text = textOf(await renderPage(OverviewPage));
    expect(text).toContain("総務部でみると（令和6年度に評価のない3部を除く）");
    expect(text).not.toContain("旧：");
    await openCity(REORGANISATIONS);
  });
});
