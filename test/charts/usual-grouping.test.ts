import { describe, expect, it } from "vitest";
import { usualView } from "@/lib/chart-urls";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { usualGrouping } from "@/lib/charts/usual-grouping";
import { chartPlace } from "@/lib/parameters/charts";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref, readView } from "@/lib/parameters/place";
import { makeGoal, makePlan } from "../rows";

const plan = (fiscalYear: number, department: string) => makePlan({ fiscalYear, department, departmentId: department });

describe("what ratings are by unasked", () => {
  it("is the department where a year has several, else the area, also where a department is renamed", () => {
    expect(usualGrouping([plan(2024, "総務部"), plan(2024, "健康部")])).toBe("department");
    expect(usualGrouping([plan(2021, "市長公室"), plan(2025, "政策推進部")])).toBe("area");
    expect(usualGrouping([])).toBe("area");
  });

  it("is the same for a page and its embed, whose addresses say nothing of it; what is asked for stays in the address", () => {
    const plans = [plan(2025, "総務部"), plan(2025, "健康部")];
    const goals = plans.map(({ department, departmentId }) => makeGoal({ department, departmentId }));
    for (const place of [PAGES.overview, chartPlace(CHARTS["rating-distribution"])]) {
      const byOf = (query: Record<string, string>, shown = plans) => {
        const { view } = readView(place, query);
        return [
          describeChart(CHARTS["rating-distribution"], { plans: shown, goals, history: { items: [], comparisons: [] } }, view).model.by,
          placeHref(place, view),
        ];
      };
      expect(byOf({})).toEqual(["department", place.path]);
      expect(byOf({ by: "area" })).toEqual(["area", `${place.path}?by=area`]);
      expect(byOf({ by: "department" }, plans.slice(1))).toEqual(["department", `${place.path}?by=department`]);
      expect(byOf({}, plans.slice(1))).toEqual(["area", place.path]);
    }
    expect(usualView(CHARTS["rating-by-year"]).by).toBe("year");
  });
});
