import { describe, expect, it } from "vitest";
import type { ChartRows } from "@/lib/charts/contract";
import { ratingChange } from "@/lib/charts/rating-change/contract";
import { layoutChange } from "@/lib/charts/rating-change/layout";
import type { Language } from "@/lib/texts/language";
import { KASHIWARA } from "../../rows";
import { carryOn, joinRows, MARKS } from "./goals";

const show = (rows: ChartRows, focus: string | null, language: Language = "ja") =>
  ratingChange.describe(rows, { filter: {}, of: "goals", measure: "count", by: "year", language, from: 2023, to: 2025, focus });
type Facts = ReturnType<typeof show>;
const brightness = ({ model }: Facts) => layoutChange(model, 640).marks.map(({ bright }) => bright);
const focused = ({ table }: Facts) => table.rows.map((row) => row[table.columns.findIndex(({ name }) => name === "focused")]);

const few = carryOn(
  [2023, 2024, 2025],
  [KASHIWARA, KASHIWARA, KASHIWARA],
  [
    ["A", "B", "B"],
    ["C", "C", "C"],
    ["B", null, "C"],
    [null, "D", "A"],
  ],
);
const idOf = (year: number, number: number) => few.history.items.find((item) => item.fiscalYear === year && item.goalNumber === number)!.goalId;

describe("a line that is brought out", () => {
  it.each([2023, 2024, 2025])("is that of a goal, by its id in the year %i", (year) => {
    const facts = show(few, idOf(year, 2));
    expect(facts.title).toMatch(new RegExp(`^続く重点目標の達成度の動き（令和5年度から令和7年度へ、令和${year - 2018}年度の重点目標2「.*」を濃く表示）$`));
    expect(facts.reading).toMatch(/」を濃く、ほかを薄く示しています：4件のうち1件。$/);
    expect(brightness(facts).toSorted()).toEqual([0, 0, 0, 1]);
    expect(focused(facts)).toEqual([0, 1, 0, 0]);
  });

  it.each([
    ["C", [0, 1, 1, 0], "達成度C 一部達成を濃く、ほかを薄く示しています：4件のうち2件。"],
    ["none", [0, 0, 0, 1], "評価未掲載を濃く、ほかを薄く示しています：4件のうち1件。"],
  ] as const)("begins or ends with the rating %s, not one of the years between", (asked, expected, told) => {
    expect(focused(show(few, asked))).toEqual(expected);
    expect(show(few, asked).reading).toContain(told);
  });

  it("is told in English", () => {
    expect(show(few, "C", "en").title).toBe("Ratings of priority goals that were carried on (FY2023 to FY2025; rating C Partly achieved brought out)");
    expect(show(few, "C", "en").reading).toMatch(/Rating C Partly achieved: brought out, while all else is dimmed \(2 of 4\)\.$/);
  });

  it("has a rating of another scale", () => {
    const rows = carryOn(
      [2023, 2025],
      [MARKS, MARKS],
      [
        ["◎", "○"],
        ["×", "△"],
      ],
    );
    expect(focused(show(rows, "×"))).toEqual([0, 1]);
    expect(focused(show(rows, "◎"))).toEqual([1, 0]);
  });

  it("is none where the chart does not hold it, and a sentence says so", () => {
    for (const asked of ["<x>", "D", "2025-健康部-9"]) {
      const facts = show(few, asked);
      expect(facts.reading).toContain(`濃く示すように指定された「${asked}」は、この図にありません。`);
      expect(facts.title).toBe(show(few, null).title);
      expect(facts.table).toEqual(show(few, null).table);
      expect(brightness(facts)).toEqual([undefined, undefined, undefined, undefined]);
    }
    expect(show({ plans: [], goals: [], history: { items: [], comparisons: [] } }, "C").reading).not.toContain("指定された");
  });
});

describe("of counted bands", () => {
  const letters = ["A", "B", "C", "D", "E", null];
  const rows = joinRows(
    ...["健康部", "建設部"].map((department, at) =>
      carryOn(
        [2023, 2025],
        [KASHIWARA, KASHIWARA],
        Array.from({ length: 20 }, (_, index) => [letters[(index + at) % 6]!, letters[(index * 5 + at) % 6]!]),
        department,
      ),
    ),
  );

  it("all with a rating stand out, and no other", () => {
    const { model } = show(rows, "C");
    const bright = layoutChange(model, 640).marks.filter((mark) => mark.bright === 1);
    const own = model.bands!.filter(({ from, to }) => [from, to].some((row) => model.rows[row]!.rating === "C"));
    expect(bright).toHaveLength(own.length);
    expect(layoutChange(model, 640).marks.filter((mark) => mark.bright === 0)).toHaveLength(model.bands!.length - own.length);
  });

  it("a goal is its share of one, whose count and address stay", () => {
    const item = rows.history.items.find(({ fiscalYear }) => fiscalYear === 2025)!;
    const facts = show(rows, item.goalId);
    const [band, ...others] = facts.model.bands!.filter((each) => each.focused);
    expect(others).toEqual([]);
    expect(band!.focused).toBe(1);
    expect(brightness(facts).filter(Boolean)).toEqual([1 / band!.count]);
    expect(facts.model.bands!.map(({ count, asked }) => [count, asked])).toEqual(show(rows, null).model.bands!.map(({ count, asked }) => [count, asked]));
  });
});
