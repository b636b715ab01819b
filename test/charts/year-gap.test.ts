import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { usualView } from "@/lib/chart-urls";
import { layoutDistribution, NARROW, WIDE } from "@/lib/charts/rating-distribution/layout";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { findMissingYears, nameMissingYears } from "@/lib/charts/year-gap";
import { chartJa } from "@/lib/texts/chart-ja";
import { makeGoal, makePlan } from "../rows";
import { makeHistory, makeItem } from "./continuation-ribbon/history";

describe("years that there are no documents of", () => {
  it("are those between the first and the last shown, but for those that are held and not shown", () => {
    expect(findMissingYears([2021, 2025], [])).toEqual([2022, 2023, 2024]);
    expect(findMissingYears([2021, 2025], [2023, 2026])).toEqual([2022, 2024]);
    expect(findMissingYears([2025], [2020])).toEqual([]);
    expect(findMissingYears([], [2020])).toEqual([]);
    expect(nameMissingYears([2022, 2023, 2024], chartJa)).toBe("令和4〜6年度の資料はありません（図の点線）。");
    expect(nameMissingYears([], chartJa)).toBe("");
  });

  it("are named once in the words of charts along the years, and not where a filter of years left them out", () => {
    const years = [2021, 2025];
    const rows = { plans: years.map((fiscalYear) => makePlan({ fiscalYear })), goals: years.map((fiscalYear) => makeGoal({ fiscalYear, overallRating: "A" })) };
    for (const name of ["rating-distribution", "rating-by-year"] as const) {
      const describeWith = (held: number[], filter = {}) =>
        describeChart(
          CHARTS[name],
          {
            ...rows,
            history: makeHistory(
              held.map((year) => makeItem(year, "政策推進部", 1)),
              [],
            ),
          },
          { ...usualView(CHARTS[name]), filter },
        ).basis;
      expect(describeWith(years).split("令和4〜6年度の資料はありません")).toHaveLength(2);
      expect(describeWith([2021, 2022, 2023, 2024, 2025], { fiscalYears: years })).not.toContain("資料はありません");
      expect(describeWith(years, { fiscalYears: years })).toContain("令和4〜6年度の資料はありません");
    }
  });
});

test("a drawing has a dotted line for each gap and no other, wide and narrow, of few and many rows", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 2015, max: 2026 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom("rating-distribution", "rating-by-year"),
      fc.constantFrom(WIDE, NARROW),
      (list, areas, name, width) => {
        const years = list.toSorted((a, b) => a - b);
        const plans = years.map((fiscalYear) => makePlan({ fiscalYear }));
        const goals = years.flatMap((fiscalYear) =>
          Array.from({ length: areas }, (_, index) => makeGoal({ fiscalYear, number: index + 1, policyArea: `分野${index}`, overallRating: "A" })),
        );
        const { model } = describeChart(CHARTS[name], { plans, goals, history: { items: [], comparisons: [] } }, usualView(CHARTS[name]));
        const layout = layoutDistribution(model, width);
        const breaks = years.filter((year, index) => index > 0 && years[index - 1] !== year - 1).length;
        expect(layout.gaps).toHaveLength(breaks * (layout.mode === "matrix" ? 1 : model.groups.length));
        for (const { x1, x2, y1, y2 } of layout.gaps) {
          expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(0);
          expect(x2).toBeLessThanOrEqual(width);
          expect(y2).toBeLessThanOrEqual(layout.height);
        }
        // No mark stands on a line.
        for (const { x, y, width: wide, height } of layout.bands.flatMap((band) => band.marks)) {
          expect(layout.gaps.some((gap) => gap.x1 < x + wide && gap.x2 > x && gap.y1 < y + height && gap.y2 > y)).toBe(false);
        }
      },
    ),
  );
});
