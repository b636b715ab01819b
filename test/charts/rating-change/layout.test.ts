import { describe, expect, it } from "vitest";
import type { ChartRows } from "@/lib/charts/contract";
import { ratingChange } from "@/lib/charts/rating-change/contract";
import type { DrawnChange } from "@/lib/charts/rating-change/drawn";
import { layoutChange } from "@/lib/charts/rating-change/layout";
import { measureText } from "@/lib/charts/text-fit";
import { KASHIWARA } from "../../rows";
import { carryOn, MARKS } from "./goals";

const LETTERS = ["A", "B", "C", "D", "E", null];
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const many = (count: number, years: readonly number[]) =>
  carryOn(
    years,
    years.map(() => KASHIWARA),
    Array.from({ length: count }, (_, index) => years.map((year) => LETTERS[(index * 7 + year * 3 + ((index * year) % 5)) % 6]!)),
  );
const modelOf = (rows: ChartRows, from: number, to: number) =>
  ratingChange.describe(rows, { filter: {}, of: "goals", measure: "count", by: "year", language: "ja", from, to }).model;

const CASES = [
  ["one goal", modelOf(many(1, [2024, 2025]), 2024, 2025)],
  ["24 goals", modelOf(many(24, [2024, 2025]), 2024, 2025)],
  ["24 goals over eight years", modelOf(many(24, YEARS), 2018, 2025)],
  ["60 goals", modelOf(many(60, [2024, 2025]), 2024, 2025)],
  ["600 goals", modelOf(many(600, [2024, 2025]), 2024, 2025)],
  [
    "scales that cannot be compared",
    modelOf(
      carryOn(
        [2024, 2025],
        [KASHIWARA, MARKS],
        [
          ["A", "×"],
          ["D", "◎"],
        ],
      ),
      2024,
      2025,
    ),
  ],
] as const;

/** Boxes of all texts of a drawing, at 13 px. */
function listTexts({ years, marks, captions, head }: DrawnChange) {
  const box = (text: string, x: number, y: number, anchor: string) => {
    const width = measureText(text) * 13;
    return { text, left: anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2, width, top: y - 10, bottom: y + 2 };
  };
  return [
    ...years.map(({ text, x, anchor }) => box(text, x, head - 11, anchor)),
    ...captions.map(({ text, x, y }) => box(text, x, y, "start")),
    ...marks.flatMap(({ labels }) => labels.map(({ text, x, y, anchor }) => box(text, x, y, anchor))),
  ];
}

describe.each(CASES)("the drawing of %s", (_name, model) => {
  it.each([264, 288, 456, 640, 700])("lets no text overlap another, leave it, or be drawn over by a rating, at %d px", (width) => {
    const drawn = layoutChange(model, width);
    const texts = listTexts(drawn);
    const badges = drawn.rows.flatMap((row) => row.badges);
    for (const [index, one] of texts.entries()) {
      expect([one.text, one.left >= -0.5, one.left + one.width <= width + 0.5, one.bottom <= drawn.height]).toEqual([one.text, true, true, true]);
      for (const other of texts.slice(index + 1))
        expect([
          one.text,
          other.text,
          one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.bottom && other.top < one.bottom,
        ]).toEqual([one.text, other.text, false]);
      expect(badges.filter(({ x, y, size }) => x < one.left + one.width && one.left < x + size && y < one.bottom && one.top < y + size)).toEqual([]);
    }
  });

  it("places each mark within the rows that it stands in, in the order of ranks", () => {
    const drawn = layoutChange(model, 640);
    drawn.rows.forEach(({ y }, index) => index > 0 && expect(y).toBeGreaterThanOrEqual(drawn.rows[index - 1]!.y + drawn.rows[index - 1]!.height));
    const rowAt = ({ y }: { y: number }, thickness: number) =>
      drawn.rows.findIndex((row) => y - thickness / 2 >= row.y - 0.01 && y + thickness / 2 <= row.y + row.height + 0.01);
    const told = drawn.marks.map(({ points, thickness, course }) => [rowAt(points[0]!, thickness), rowAt(points.at(-1)!, thickness), course].join());
    const wanted = model.bands
      ? model.bands.map(({ from, to, course }) => [from, to, course].join())
      : model.lines.map(({ stops, course }) => [stops[0]!.row, stops.at(-1)!.row, course].join());
    expect(told.toSorted()).toEqual(wanted.toSorted());
    for (const { points } of drawn.marks) expect([points[0]!.x, points.at(-1)!.x]).toEqual([drawn.plot.left, drawn.plot.right]);
  });
});

describe("bands", () => {
  it("are as thick as they count, and write it", () => {
    const model = CASES[3][1];
    const drawn = layoutChange(model, 456);
    const unit = drawn.marks[0]!.thickness / model.bands![0]!.count;
    for (const [index, { thickness, labels }] of drawn.marks.entries()) {
      const { count, course } = model.bands![index]!;
      expect(thickness).toBeCloseTo(Math.max(2, unit * count), 5);
      expect(labels.map(({ text }) => text)).toEqual([`${{ up: "↑", down: "↓", same: "→" }[course as "up"] ?? ""}${count}`]);
    }
  });
});
