import { describe, expect, it } from "vitest";
import { layoutDistribution } from "@/lib/charts/rating-distribution/layout";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import type { Status } from "@/lib/domain/decision";
import { makeGoal, makePlan } from "../../rows";
import { makeHistory, makeItem, makeLink } from "../continuation-ribbon/history";

const plans = [2024, 2025].map((fiscalYear) => makePlan({ fiscalYear }));
const goals = [
  makeGoal({ fiscalYear: 2024, number: 1, overallRating: "C" }),
  makeGoal({ fiscalYear: 2025, number: 1, overallRating: "C", title: "防災対策" }),
  makeGoal({ fiscalYear: 2025, number: 2, overallRating: "A" }),
  makeGoal({ fiscalYear: 2025, number: 3 }),
];
const show = (focus: string | null, many = 1) => {
  const all = Array.from({ length: many }, (_, index) => goals.map((goal) => ({ ...goal, id: index === 0 ? goal.id : `${goal.id}-${index}` }))).flat();
  const rows = { plans, goals: all, history: { items: [], comparisons: [] } };
  return describeChart(CHARTS["rating-by-year"], rows, { filter: {}, of: "goals", measure: "count", by: "year", language: "ja", focus });
};
const marksOf = ({ model }: ReturnType<typeof show>) => layoutDistribution(model, 640).bands.flatMap(({ marks }) => marks);

describe("what is brought out", () => {
  it("is one goal, by its id", () => {
    const facts = show(goals[1]!.id);
    expect(facts.title).toContain("（件数、令和7年度の重点目標1「防災対策」を濃く表示）");
    expect(facts.reading).toContain("令和7年度の重点目標1「防災対策」を濃く、ほかを薄く示しています：令和7年度は3件のうち1件。");
    const bright = marksOf(facts).filter(({ focused }) => focused > 0);
    expect(bright.map(({ unit, focused }) => [unit?.goalId, focused])).toEqual([[goals[1]!.id, bright[0]!.width]]);
  });

  it("is a rating, by its letter, or the not rated", () => {
    const facts = show("C");
    expect(facts.reading).toContain("達成度C 一部達成を濃く、ほかを薄く示しています：令和6年度は1件のうち1件、令和7年度は3件のうち1件。");
    expect(show("none").reading).toContain("評価未掲載を濃く");
    const column = facts.table.columns.findIndex(({ name }) => name === "focused");
    expect(facts.table.rows.map((row) => row[column])).toEqual([1, 0, 1, 0]);
  });

  it("is a share of a mark that stands for many", () => {
    const [first, second] = [marksOf(show(goals[1]!.id, 20)), marksOf(show("A", 20))];
    expect(first.filter(({ focused }) => focused > 0).map(({ focused, width }) => Math.round(width / focused))).toEqual([20]);
    expect(second.filter(({ focused }) => focused > 0).every(({ focused, width }) => focused === width)).toBe(true);
  });

  it("is a goal with what it was carried on from and into, beside years alone", () => {
    const [before, after, other] = [makeItem(2024, "d", 1), makeItem(2025, "d", 1), makeItem(2025, "d", 2)];
    const history = (status: Status) => makeHistory([before!, after!, other!], [makeLink(before!, after!, { status })]);
    const own = [before, after, other].map((item) => makeGoal({ id: item!.key, fiscalYear: item!.fiscalYear, title: "防災", overallRating: "B" }));
    const tell = (name: "rating-by-year" | "rating-distribution", status: Status) =>
      describeChart(
        CHARTS[name],
        { plans, goals: own, history: history(status) },
        { filter: {}, of: "goals", measure: "count", by: name === "rating-by-year" ? "year" : "area", language: "ja", focus: before!.key },
      );
    expect(tell("rating-by-year", "proposed").title).toContain("「防災」とその継続を濃く表示");
    expect(tell("rating-by-year", "proposed").reading).toContain(
      "とその継続（候補を含む）を濃く、ほかを薄く示しています：令和6年度は1件のうち1件、令和7年度は2件のうち1件。",
    );
    expect(tell("rating-by-year", "confirmed").reading).toContain("とその継続を濃く、");
    for (const facts of [tell("rating-by-year", "rejected"), tell("rating-distribution", "confirmed")]) {
      expect(facts.reading).toContain("「防災」を濃く、ほかを薄く示しています：令和6年度は1件のうち1件。");
    }
  });

  it("is nothing where the chart does not hold it, and a sentence says so", () => {
    const facts = show("2019-x-9");
    expect(facts.reading).toContain("濃く示すように指定された「2019-x-9」は、この図にありません。");
    expect(facts.title).toBe(show(null).title);
    expect(facts.table).toEqual(show(null).table);
    expect(layoutDistribution(facts.model, 640).focused).toBe(false);
  });
});
