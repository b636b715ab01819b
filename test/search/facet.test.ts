import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GoalFilter } from "@/lib/domain/goal-filter";
import { rateBy } from "@/lib/domain/rating/value";
import type { SearchEntry } from "@/lib/domain/search";
import { countFacets, filterEntries, type SearchFacets, sortEntries } from "@/lib/search/facet";
import { KASHIWARA } from "../rows";

const rating = fc.option(fc.constantFrom("A", "B").map((letter) => rateBy(KASHIWARA, letter)));
const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values));
const entry: fc.Arbitrary<SearchEntry> = fc
  .record({
    key: fc.nat(99),
    goalId: maybe("g"),
    planId: fc.constant("p"),
    municipality: fc.constantFrom("柏原市", "岡崎市"),
    department: fc.constantFrom("総務部", "会計室"),
    departmentId: fc.constantFrom("a", "b"),
    fiscalYear: fc.constantFrom(2021, 2025),
    number: fc.nat(3),
    policyArea: maybe("防災", "広報"),
    policyGoal: maybe("安全"),
    rating,
    targetRatings: fc.array(rating, { maxLength: 2 }),
    responsibleUnits: fc.uniqueArray(fc.constantFrom("人事課", "総務課"), { maxLength: 2 }),
    areaOrder: fc.constant(0),
  })
  .map((row) => ({ ...row, departmentOrder: row.department === "総務部" ? 0 : 1 }));
const filter: fc.Arbitrary<GoalFilter> = fc.record(
  {
    fiscalYears: fc.uniqueArray(fc.constantFrom(2021, 2025)),
    departments: fc.uniqueArray(fc.constantFrom("a", "b")),
    policyAreas: fc.uniqueArray(fc.constantFrom("防災", "none")),
    responsibleUnits: fc.uniqueArray(fc.constantFrom("人事課", "none")),
    ratings: fc.uniqueArray(fc.constantFrom("A", "none")),
    targetRatings: fc.uniqueArray(fc.constantFrom("A", "none")),
  },
  { requiredKeys: [] },
);

describe("counts beside the filters", () => {
  it("say how many results a choice gives", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), filter, (entries, chosen) => {
        const facets = countFacets(entries, chosen);
        for (const field of Object.keys(facets) as (keyof SearchFacets)[]) {
          for (const [value, count] of facets[field]) {
            const alone = { ...chosen, [field]: [field === "fiscalYears" ? Number(value) : value] };
            expect(filterEntries(entries, alone)).toHaveLength(count);
          }
        }
      }),
    );
  });

  it("leave a basic policy out where a goal's own field is asked for", () => {
    const policy: SearchEntry = {
      key: 1,
      goalId: null,
      planId: "p",
      municipality: "柏原市",
      department: "総務部",
      departmentId: "a",
      departmentOrder: 0,
      areaOrder: 0,
      fiscalYear: 2025,
      number: 0,
      policyArea: null,
      policyGoal: null,
      rating: null,
      targetRatings: [],
      responsibleUnits: [],
    };
    expect(filterEntries([policy], { fiscalYears: [2025] })).toHaveLength(1);
    expect(filterEntries([policy], { policyAreas: ["none"] })).toHaveLength(0);
  });

  it("order results by year, department and number", () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const sorted = sortEntries(entries);
        expect(
          sortEntries([...entries].reverse()).map(({ fiscalYear, municipality, department, number, key }) => [
            fiscalYear,
            municipality,
            department,
            number,
            key,
          ]),
        ).toEqual(sorted.map(({ fiscalYear, municipality, department, number, key }) => [fiscalYear, municipality, department, number, key]));
        for (const [index, each] of sorted.entries()) if (index > 0) expect(each.fiscalYear).toBeLessThanOrEqual(sorted[index - 1]!.fiscalYear);
      }),
    );
  });
});
