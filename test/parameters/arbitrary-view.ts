import fc from "fast-check";
import { CHART_NAMES } from "@/lib/charts/registry";
import { LINK_KINDS } from "@/lib/domain/continuing";
import { DIRECTIONS, FATES, HEADERS, LEVELS, MOVES, PICTURE_SIZES, SEARCH_SCOPES, SORT_KEYS, STATUSES, THEMES, type View } from "@/lib/parameters/view";
import { LANGUAGES } from "@/lib/texts/language";

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom("防", "災", "&", "=", "%", " ", "a", "+", "#", "<", '"') }), {
  minLength: 1,
  maxLength: 4,
});
const years = fc.uniqueArray(fc.integer({ min: 1926, max: 2099 }), { minLength: 1, maxLength: 5 }).map((list) => list.sort((a, b) => a - b));
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const one = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** Any view that addresses can ask for. */
export const anyView: fc.Arbitrary<View> = fc.record({
  filter: fc.record(
    {
      municipalities: fc.stringMatching(/^m[0-9a-z]{8}$/).map((id) => [id]),
      fiscalYears: years,
      departments: names,
      policyAreas: names,
      policyGoals: names,
      responsibleUnits: names,
      ratings: names,
      targetRatings: names,
      kinds: some(LINK_KINDS),
      statuses: some(STATUSES),
    },
    { requiredKeys: [] },
  ),
  of: one(["goals", "targets", "initiatives"] as const),
  measure: one(["count", "share"] as const),
  by: one(["area", "policy-goal", "department", "year", null] as const),
  level: one(LEVELS),
  from: fc.option(fc.integer({ min: 1926, max: 2099 })),
  to: fc.option(fc.integer({ min: 1926, max: 2099 })),
  fate: fc.option(one(FATES)),
  move: fc.option(one(MOVES)),
  carried: fc.option(fc.integer({ min: 1926, max: 2099 })),
  focus: fc.option(one(["C", "none", "2025-policy-promotion-4"])),
  before: fc.option(one(["A", "◎", "none"])),
  after: fc.option(one(["B", "計画通り", "none"])),
  sort: one(SORT_KEYS),
  direction: fc.option(one(DIRECTIONS)),
  q: fc.string({ maxLength: 20 }),
  within: one(SEARCH_SCOPES),
  page: fc.integer({ min: 1, max: 999 }),
  goal: fc.option(fc.stringMatching(/^[0-9a-z-]{1,40}$/)),
  chart: one(CHART_NAMES),
  theme: one(THEMES),
  language: one(LANGUAGES),
  header: one(HEADERS),
  width: fc.option(fc.integer({ min: 280, max: 1600 })),
  height: fc.option(fc.integer({ min: 200, max: 2000 })),
  scale: one([1, 1.5, 3]),
  size: fc.option(one(PICTURE_SIZES)),
  title: fc.boolean(),
  resize: fc.boolean(),
  fit: fc.boolean(),
  dataset: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
});
