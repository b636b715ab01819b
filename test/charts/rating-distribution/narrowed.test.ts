import { describe, expect, it } from "vitest";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { NONE } from "@/lib/domain/goal-filter";
import { makeGoal, makePlan } from "../../rows";

const plans = [2024, 2025].map((fiscalYear) => makePlan({ fiscalYear }));
const goals = [
  makeGoal({ fiscalYear: 2024, number: 1, overallRating: "C", targetRatings: ["B", "C"] }),
  makeGoal({ fiscalYear: 2025, number: 1, overallRating: "C", targetRatings: ["D"] }),
  makeGoal({ fiscalYear: 2025, number: 2, overallRating: "C", targetRatings: ["C"] }),
];
const show = (of: "goals" | "targets", ratings: string[], chart: "rating-distribution" | "rating-by-year" = "rating-distribution") =>
  describeChart(
    CHARTS[chart],
    { plans, goals, history: { items: [], comparisons: [] } },
    { filter: { ratings }, of, measure: "share", by: chart === "rating-by-year" ? "year" : "area", language: "ja" },
  );

describe("a distribution of goals that were chosen by their rating", () => {
  it.each(["rating-distribution", "rating-by-year"] as const)("counts them in %s, with no share and no comparison, and says so", (chart) => {
    const { model, title, reading, basis, table } = show("goals", ["C"], chart);
    expect(title).toContain("（件数）");
    expect(model.measure).toBe("count");
    expect(model.totals.map(({ total }) => total)).toEqual([1, 2]);
    expect(model.totals.flatMap(({ segments }) => segments.map(({ share }) => share))).toEqual([null, null]);
    expect(table.rows.map((row) => row[table.columns.findIndex(({ name }) => name === "share")])).toEqual(table.rows.map(() => null));
    expect(reading).not.toMatch(/みると|上がって|下がって|ほぼ同じ|どちらとも/);
    expect(basis).toContain("達成度がCの重点目標だけを数え、ほかの達成度のものと評価未掲載のものは含みません。そのため割合と年度の比較は示しません。");
  });

  it("keeps the shares of their targets, which were not chosen", () => {
    const { model, title, basis } = show("targets", ["C"]);
    expect(title).toContain("（割合）");
    expect(model.totals[0]!.segments.map(({ rating, share }) => [rating, share])).toEqual([
      ["B", 0.5],
      ["C", 0.5],
    ]);
    expect(basis).toContain("達成度がCの重点目標の達成目標だけを数え、");
    expect(basis).toContain("そのため年度の比較は示しません。");
  });

  it("says that the not rated are among them where they were asked for", () => {
    expect(show("goals", ["C", NONE]).basis).toContain("達成度がC・評価未掲載の重点目標だけを数え、ほかの達成度のものは含みません。");
    expect(show("goals", []).basis).not.toContain("だけを数え");
  });
});
