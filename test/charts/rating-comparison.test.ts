import { describe, expect, it } from "vitest";
import { compareLeadingYear, findLeadingYear, isComparison, type Observed } from "@/lib/charts/rating-comparison";
import { KASHIWARA_FORM } from "@/lib/domain/rating/form";
import { rateBy, readScale } from "@/lib/domain/rating/value";
import type { DepartmentChange } from "@/lib/domain/reorganisation";
import { KASHIWARA } from "../rows";

/** Goals of a department and year, a letter each; `-` is not rated. */
const observe = (fiscalYear: number, department: string, letters: string, scale = KASHIWARA): Observed[] =>
  [...letters].map((letter) => ({
    municipality: "架空市",
    department,
    departmentId: department,
    fiscalYear,
    value: rateBy(scale, letter === "-" ? null : letter),
  }));
const plansOf = (observed: readonly Observed[]) => observed.map(({ fiscalYear }) => ({ fiscalYear }));
const compareAfter = (changes: DepartmentChange[], ...lists: Observed[][]) =>
  compareLeadingYear(
    plansOf(lists.flat()).map((plan) => ({ ...plan, changes })),
    lists.flat(),
  );
const compare = (...lists: Observed[][]) => compareLeadingYear(plansOf(lists.flat()), lists.flat());
const letters = (values: readonly { rating: string }[]) => values.map(({ rating }) => rating).join("");

describe("the leading year", () => {
  it("is the newest in which anything is rated, a newer plan or not", () => {
    expect(
      findLeadingYear(
        [{ fiscalYear: 2021 }, { fiscalYear: 2025 }, { fiscalYear: 2026 }],
        [...observe(2021, "a", "--"), ...observe(2025, "a", "AB"), ...observe(2026, "a", "---")],
      ),
    ).toBe(2025);
    expect(findLeadingYear([{ fiscalYear: 2025 }, { fiscalYear: 2026 }], observe(2026, "a", "--"))).toBe(2026);
    expect(findLeadingYear([], [])).toBeNull();
  });
});

describe("the comparison of years", () => {
  it("takes the departments that are rated in both years alone, and says which are left out", () => {
    const result = compare(
      observe(2024, "a", "AAB"),
      observe(2024, "b", "CC"),
      observe(2024, "c", "--"),
      observe(2025, "a", "ABB"),
      observe(2025, "b", "---"),
      observe(2025, "c", "A"),
      observe(2025, "d", "A"),
    );
    if (!isComparison(result)) throw new Error("compared");
    expect([result.from, result.to, result.departments.map(({ id }) => id)]).toEqual([2024, 2025, ["a"]]);
    expect([letters(result.before), letters(result.after), result.direction]).toEqual(["AAB", "ABB", "down"]);
    expect(result.leftOut).toEqual({ notRated: ["b"], notBefore: ["c", "d"], otherScale: [] });
  });

  it("counts of a half-rated department what is rated", () => {
    const result = compare(observe(2024, "a", "AB-"), observe(2025, "a", "A--"));
    expect(result).toMatchObject({ before: [{ rating: "A" }, { rating: "B" }], after: [{ rating: "A" }] });
  });

  it("goes back past a year that is not rated, and to the newest with a department in common", () => {
    expect(compare(observe(2022, "a", "A"), observe(2023, "a", "-"), observe(2024, "b", "A"), observe(2025, "a", "B"))).toMatchObject({ from: 2022, to: 2025 });
  });

  it("is refused where nothing, or one year alone, is rated", () => {
    expect(compare(observe(2024, "a", "--"), observe(2025, "a", "-"))).toEqual({ why: "not-rated", years: [2024, 2025] });
    expect(compare(observe(2021, "a", "---"), observe(2025, "a", "AB"), observe(2026, "a", "--"))).toEqual({ why: "one-year", years: [2021] });
    expect(compare(observe(2025, "a", "AB"))).toEqual({ why: "one-year", years: [] });
  });

  it("is refused where the scales mean something else, and not where they say the same in other words", () => {
    const changed = (change: (entry: (typeof KASHIWARA_FORM.entries)[number]) => object) =>
      readScale(KASHIWARA_FORM.entries.map((entry) => ({ ...entry, ...change(entry) })));
    const stricter = changed(({ rating }) => (rating === "B" ? { min: 60 } : {}));
    expect(compare(observe(2024, "a", "B", stricter), observe(2025, "a", "B"))).toEqual({ why: "scales", years: [2024, 2025] });
    const spelled = changed(({ max, min }) => (min === null && max !== null ? { min: 0 } : min === 0 && max !== 0 ? { min: null } : {}));
    expect(compare(observe(2024, "a", "B", spelled), observe(2025, "a", "B"))).toMatchObject({ direction: "same" });
    const both = compare(observe(2024, "a", "B"), observe(2024, "b", "B", stricter), observe(2025, "a", "B"), observe(2025, "b", "B"));
    expect(both).toMatchObject({ departments: [{ id: "a" }], leftOut: { otherScale: ["b"] } });
  });
});

describe("the comparison of years across a reorganisation", () => {
  const merged: DepartmentChange[] = [{ from: ["a", "b"], to: ["c"], fiscalYear: 2025 }];
  const split: DepartmentChange[] = [{ from: ["a"], to: ["a", "b"], fiscalYear: 2025 }];

  it("takes what was merged together, and says so", () => {
    const result = compareAfter(merged, observe(2024, "a", "AB"), observe(2024, "b", "C"), observe(2025, "c", "AAB"));
    if (!isComparison(result)) throw new Error("compared");
    expect([letters(result.before), letters(result.after), result.direction]).toEqual(["ABC", "AAB", "up"]);
    expect([result.departments.map(({ id }) => id), result.joined]).toEqual([["c"], [{ before: ["a", "b"], after: ["c"] }]]);
  });

  it("takes what was split together", () => {
    const result = compareAfter(split, observe(2024, "a", "ABC"), observe(2025, "a", "A"), observe(2025, "b", "BC"));
    if (!isComparison(result)) throw new Error("compared");
    expect([letters(result.before), letters(result.after), result.direction, result.joined]).toEqual([
      "ABC",
      "ABC",
      "same",
      [{ before: ["a"], after: ["a", "b"] }],
    ]);
  });

  it("leaves all of it out where a part is not rated, or not held, in either year", () => {
    const other = [observe(2024, "d", "A"), observe(2025, "d", "B")];
    const basis = (result: ReturnType<typeof compareAfter>) =>
      isComparison(result) ? [letters(result.before), letters(result.after), result.leftOut.reorganised] : null;
    expect(basis(compareAfter(split, observe(2024, "a", "AB"), observe(2025, "a", "A"), observe(2025, "b", "--"), ...other))).toEqual(["A", "B", ["a", "b"]]);
    expect(basis(compareAfter(split, observe(2024, "a", "AB"), observe(2025, "a", "A"), ...other))).toEqual(["A", "B", ["a"]]);
    expect(basis(compareAfter(merged, observe(2024, "a", "AB"), observe(2025, "c", "A"), ...other))).toEqual(["A", "B", ["c"]]);
  });

  it("is as without it where nothing changed within the span", () => {
    const lists = [observe(2024, "a", "A"), observe(2024, "b", "B"), observe(2025, "a", "A"), observe(2025, "b", "C")];
    const earlier = split.map((change) => ({ ...change, fiscalYear: 2024 }));
    expect(compareAfter(earlier, ...lists)).toEqual(compare(...lists));
  });
});
