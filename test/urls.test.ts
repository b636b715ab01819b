import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  continuationsHref, COUNTED_UNITS, DIRECTIONS, fieldAnchor, goalHref, goalsHref, GROUPINGS, itemHref, LEVELS,
  LINK_KINDS, MEASURES, overviewHref, parseContinuationsView, parseGoalsView, parseOverviewView, SORT_KEYS, STATUSES,
  type ContinuationsView, type GoalsView, type OverviewView,
} from "@/lib/urls";

/** Parameters as Next.js gives them. */
function parametersOf(href: string): Record<string, string | string[]> {
  const { searchParams } = new URL(href, "http://localhost");
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key);
      return [key, values.length === 1 ? values[0]! : values];
    }),
  );
}

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom("防", "災", "&", "=", "%", " ", "a", "+", "#") }), { minLength: 1, maxLength: 4 });
const years = fc.uniqueArray(fc.integer({ min: 1926, max: 2099 }), { minLength: 1, maxLength: 5 }).map((list) => list.sort((a, b) => a - b));
const dataset = fc.option(fc.stringMatching(/^[0-9a-f]{64}$/));

describe("URLs", () => {
  it("carry every view of the goal table there and back", () => {
    const filter = fc.record(
      { fiscalYears: years, departments: names, policyAreas: names, policyGoals: names, responsibleUnits: names, ratings: names, targetRatings: names },
      { requiredKeys: [] },
    );
    const view: fc.Arbitrary<GoalsView> = fc.record({ filter, sort: fc.constantFrom(...SORT_KEYS), direction: fc.constantFrom(...DIRECTIONS), dataset });
    fc.assert(
      fc.property(view, (wanted) => {
        expect(parseGoalsView(parametersOf(goalsHref(wanted)))).toEqual({ view: wanted, problems: [] });
      }),
    );
  });

  it("carry every view of the overview there and back", () => {
    const view: fc.Arbitrary<OverviewView> = fc.record({
      filter: fc.record({ fiscalYears: years, departments: names }, { requiredKeys: [] }),
      unit: fc.constantFrom(...COUNTED_UNITS),
      measure: fc.constantFrom(...MEASURES),
      by: fc.constantFrom(...GROUPINGS),
      dataset,
    });
    fc.assert(
      fc.property(view, (wanted) => {
        expect(parseOverviewView(parametersOf(overviewHref(wanted)))).toEqual({ view: wanted, problems: [] });
      }),
    );
  });

  it("carry every view of the continuations there and back", () => {
    const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
    const view: fc.Arbitrary<ContinuationsView> = fc.record({
      level: fc.constantFrom(...LEVELS),
      filter: fc.record({ departments: names, policyAreas: names, responsibleUnits: names, kinds: some(LINK_KINDS), statuses: some(STATUSES) }, { requiredKeys: [] }),
      dataset,
    });
    fc.assert(
      fc.property(view, (wanted) => {
        expect(parseContinuationsView(parametersOf(continuationsHref(wanted)))).toEqual({ view: wanted, problems: [] });
      }),
    );
  });

  it("lead from an item to where its goal's page shows it", () => {
    expect(itemHref("2025-policy-promotion-4")).toBe("/goals/2025-policy-promotion-4");
    expect(itemHref("2025-policy-promotion-4-i2")).toBe("/goals/2025-policy-promotion-4#initiatives-1-text");
  });

  it("take a year as people write it", () => {
    for (const year of ["2025", "２０２５", "令和7", "令和7年度", "R7", "令和７"]) {
      expect(parseOverviewView({ year }).view.filter.fiscalYears, year).toEqual([2025]);
    }
  });

  it("report what cannot be read and go on without it", () => {
    const { view, problems } = parseOverviewView({ year: ["-1", "2025"], of: "votes", measure: "" });
    expect(view).toMatchObject({ filter: { fiscalYears: [2025] }, unit: "goals", measure: "count" });
    expect(problems).toEqual([
      { parameter: "year", value: "-1" },
      { parameter: "of", value: "votes" },
    ]);
  });

  it("never fail on any parameters", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string({ unit: "binary" })));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("year", "area", "rating", "sort", "direction", "dataset", "of", "by"), value), (parameters) => {
        parseGoalsView(parameters);
        parseOverviewView(parameters);
      }),
    );
  });

  it("name a goal's field in the page", () => {
    expect(fieldAnchor("/targets/0/text")).toBe("targets-0-text");
    expect(goalHref("2025-policy-promotion-4", null, "/overallRating")).toBe("/goals/2025-policy-promotion-4#overallRating");
  });
});
