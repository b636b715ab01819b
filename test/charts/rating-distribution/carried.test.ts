import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { usualView } from "@/lib/chart-urls";
import type { ChartSubject } from "@/lib/charts/contract";
import { findCarriedGoals } from "@/lib/charts/rating-distribution/carried";
import { countCarried, nameCarried } from "@/lib/charts/rating-distribution/carried-sentence";
import { layoutDistribution, NARROW, WIDE } from "@/lib/charts/rating-distribution/layout";
import { countRatings } from "@/lib/charts/rating-distribution/model";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { chartJa } from "@/lib/texts/chart-ja";
import { makeGoal, makePlan } from "../../rows";
import { makeHistory, makeItem, makeLink } from "../continuation-ribbon/history";

/** Two goals of FY2021, one of which becomes the first of FY2025, where another is new; FY2026 is a plan that carries on both. */
const YEARS = [2021, 2025, 2026] as const;
const id = (year: number, number: number) => `${year}-policy-promotion-${number}`;
const items = YEARS.flatMap((year) =>
  [1, 2].map((number) =>
    makeItem(year, "政策推進部", number, { key: id(year, number), goalId: id(year, number), policyArea: year === 2025 ? "防災" : "福祉" }),
  ),
);
const find = (year: number, number: number) => items.find(({ key }) => key === id(year, number))!;
const links = [makeLink(find(2021, 1), find(2025, 1)), makeLink(find(2025, 1), find(2026, 1)), makeLink(find(2025, 2), find(2026, 2))];
const rows = {
  plans: YEARS.map((fiscalYear) => makePlan({ fiscalYear, stage: fiscalYear === 2026 ? "plan" : "evaluated" })),
  goals: YEARS.flatMap((fiscalYear) =>
    [1, 2].map((number) =>
      makeGoal({
        fiscalYear,
        number,
        policyArea: fiscalYear === 2025 ? "防災" : "福祉",
        targetRatings: ["A", "B"],
        overallRating: fiscalYear === 2026 ? null : "A",
      }),
    ),
  ),
  history: makeHistory(items, links),
};
const describeWith = (subject: Partial<ChartSubject> = {}, history = rows.history) =>
  describeChart(CHARTS["rating-distribution"], { ...rows, history }, { ...usualView(CHARTS["rating-distribution"]), ...subject });
const statusesOf = (model: ReturnType<typeof describeWith>["model"]) =>
  model.groups.flatMap((group) => group.rows.flatMap((row) => row.segments.flatMap((segment) => segment.units.map((unit) => [unit.goalId, unit.carried]))));

describe("what was carried on, in the distribution", () => {
  it("is marked from the first year to the leading one, and in a newer plan, and nothing is dimmed unasked", () => {
    const { model, reading } = describeWith();
    expect(model.carried).toEqual({ from: 2021, to: 2025, only: false, count: 3, confirmed: 0 });
    expect(Object.fromEntries(statusesOf(model).filter(([, status]) => status))).toEqual({
      [id(2021, 1)]: "candidate",
      [id(2025, 1)]: "candidate",
      [id(2026, 1)]: "candidate",
    });
    expect(nameCarried(model.carried!, "goals", chartJa)).toBe("令和3年度から続く目標（候補）");
    expect(reading).not.toContain("薄く");
  });

  it("is told in words, year by year, where it alone is to stand out", () => {
    const { model, reading, title } = describeWith({ carried: 2021 });
    expect(model.carried!.only).toBe(true);
    expect(title).toBe("分野別・年度別の重点目標の達成度（件数、令和3年度から続く目標を濃く表示）");
    expect(reading).toContain(
      "令和3年度から続く目標（候補）を濃く、ほかを薄く示しています：令和3年度は2件のうち令和7年度まで続くもの1件、令和7年度は2件のうち1件、令和8年度は2件のうち1件。",
    );
  });

  it("is called confirmed only as far as planners decided", () => {
    const decided = links.map((link, index) => ({ ...link, status: index === 0 ? ("confirmed" as const) : link.status }));
    expect(nameCarried(describeWith({}, makeHistory(items, decided)).model.carried!, "goals", chartJa)).toBe(
      "令和3年度から続く目標（候補。一部は職員確認済み）",
    );
    const all = links.map((link) => ({ ...link, status: "confirmed" as const }));
    expect(nameCarried(describeWith({}, makeHistory(items, all)).model.carried!, "goals", chartJa)).toBe("令和3年度から続く目標（職員確認済み）");
    expect(nameCarried(describeWith({ of: "targets" }).model.carried!, "targets", chartJa)).toBe("令和3年度から続く重点目標の達成目標（候補）");
  });

  it("is a column of the table, blank in years before it", () => {
    const told = (subject: Partial<ChartSubject>) => {
      const { columns, rows: cells } = describeWith(subject).table;
      const at = (name: string) => columns.findIndex((column) => column.name === name);
      return cells
        .filter((row) => row[at("count")])
        .map((row) => [row[at("fiscal_year")], row[at("count")], row[at("carried")], row[at("carried_confirmed")]])
        .sort(([a], [b]) => Number(a) - Number(b));
    };
    expect(told({})).toEqual([
      [2021, 2, 1, 0],
      [2025, 2, 1, 0],
      [2026, 2, 1, 0],
    ]);
    expect(told({ of: "targets" })).toEqual([
      [2021, 2, 1, 0],
      [2021, 2, 1, 0],
      [2025, 2, 1, 0],
      [2025, 2, 1, 0],
      [2026, 2, 1, 0],
      [2026, 2, 1, 0],
    ]);
    expect(told({ carried: 2024 })).toEqual([
      [2021, 2, null, null],
      [2025, 2, null, null],
      [2026, 2, null, null],
    ]);
  });

  it("follows goals through areas that a filter leaves out, and years that it does not show", () => {
    const subject = { ...usualView(CHARTS["rating-distribution"]), filter: { fiscalYears: [2025], policyAreas: ["防災"] } };
    const history = makeHistory([...items.slice(2), ...items.slice(0, 2).map((item) => ({ ...item, policyArea: "防災" }))], links);
    expect(findCarriedGoals(history, subject, 2025, false)!.status.get(id(2025, 1))).toBe("candidate");
  });

  it("says why where nothing can be told of the year that is asked for", () => {
    for (const carried of [2022, 2025, 2030]) {
      const { model, reading } = describeWith({ carried });
      expect(model.carried).toBeNull();
      expect(reading).toContain("から続く目標は、示せません");
    }
  });
});

test("a drawing's lines are as long as what was carried on, in any form", () => {
  const carried = fc.array(fc.boolean(), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(carried, fc.constantFrom("count", "share"), fc.constantFrom(WIDE, NARROW), fc.integer({ min: 1, max: 9 }), (flags, measure, width, years) => {
      const fiscalYears = Array.from({ length: years }, (_, index) => 2025 - index);
      const plans = fiscalYears.map((fiscalYear) => makePlan({ fiscalYear }));
      const goals = fiscalYears.flatMap((fiscalYear) =>
        flags.map((_, index) => makeGoal({ fiscalYear, number: index + 1, policyArea: `分野${index % 5}`, overallRating: "ABE"[index % 3]! })),
      );
      const status = new Map(goals.flatMap((goal, index) => (flags[index % flags.length] ? [[goal.id, "candidate" as const]] : [])));
      const chart = countRatings(plans, goals, {
        filter: {},
        unit: "goals",
        measure,
        by: "area",
        carried: { from: 2017, to: 2025, only: true, status, initiatives: new Map() },
      });
      expect(chart.totals.map(countCarried)).toEqual(fiscalYears.map(() => flags.filter(Boolean).length));
      for (const mark of layoutDistribution(chart, width).bands.flatMap((band) => band.marks)) {
        expect(mark.carried).toBeGreaterThanOrEqual(0);
        expect(mark.carried).toBeLessThanOrEqual(mark.width + 1e-9);
        expect(mark.carried / mark.width).toBeCloseTo(mark.unit ? Number(mark.unit.carried !== undefined) : (mark.segment.carried ?? 0) / mark.segment.count);
      }
    }),
  );
});
