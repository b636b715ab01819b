import fc from "fast-check";
import { expect, it } from "vitest";
import { CARD_SHAPES, layoutCard, shownShape } from "@/lib/charts/card-layout";
import { measureText } from "@/lib/charts/text-fit";
import { runs } from "../whole";

const shape = fc.oneof(
  fc.constantFrom(...Object.values(CARD_SHAPES)),
  fc.tuple(fc.integer({ min: 280, max: 1600 }), fc.integer({ min: 200, max: 2000 })).map(([width, height]) => shownShape(width, height)),
);
const text = fc.string({ unit: fc.constantFrom("令", "和", "7", "年", "度", "の", "達", "成", "、", "。", "A", " "), minLength: 1, maxLength: 200 });
const drawing = fc.record({ width: fc.integer({ min: 280, max: 3000 }), height: fc.integer({ min: 40, max: 9000 }) });

it("every part of a card stands within it, title and source among them, in letters that can be read", () => {
  fc.assert(
    fc.property(shape, text, text, text, fc.array(text, { maxLength: 6 }), fc.array(drawing, { maxLength: 7 }), (asked, ...given) => {
      const [title, reading, source, names, drawings] = given;
      const legend = names.map((name) => ({ text: name.slice(0, 20), width: 32 }));
      const { layout, taken } = layoutCard({ title, reading, source, legend }, drawings, asked);
      for (const line of layout.lines) {
        expect(line.size).toBeGreaterThanOrEqual(20);
        expect(line.x + measureText(line.text) * line.size).toBeLessThanOrEqual(layout.width - 32);
        expect(line.y).toBeLessThanOrEqual(layout.height - 20);
      }
      if (title.trim()) expect(layout.lines.some(({ what }) => what === "strong")).toBe(true);
      if (source.trim()) expect(layout.lines.some(({ what }) => what === "soft")).toBe(true);
      expect(layout.drawing === null).toBe(taken === -1);
      if (layout.drawing === null) return;
      const { width, height } = drawings[taken]!;
      const { x, y, scale } = layout.drawing;
      expect(scale).toBeGreaterThanOrEqual(asked.drawn.least);
      expect(x + width * scale).toBeLessThanOrEqual(layout.width - 47.9);
      expect(y).toBeGreaterThan(Math.max(...layout.legend.map((entry) => entry.y), 0));
      const below = layout.lines.filter((line) => line.what !== "strong").map((line) => line.y - line.size);
      expect(y + height * scale).toBeLessThanOrEqual(Math.min(layout.height, ...below) + 4);
    }),
    { numRuns: runs(1000) },
  );
});

it("a drawing that could not be read in the shape gives way to its sentence, all of it where there is room", () => {
  const texts = { title: "重点目標の継続", reading: "あ".repeat(120), source: "出典：柏原市。", legend: [{ text: "継続", width: 32 }] };
  const { layout } = layoutCard(texts, [{ width: 1060, height: 4000 }], CARD_SHAPES.og);
  expect([layout.drawing, layout.legend]).toEqual([null, []]);
  expect(
    layout.lines
      .filter(({ what }) => what === "plain")
      .map((line) => line.text)
      .join(""),
  ).toBe(texts.reading);
});

it("a source too long for its lines keeps its last sentence, which names the data version", () => {
  const cities = Array.from({ length: 12 }, (_, index) => `架空${index + 1}市（架空）`).join("・");
  for (const source of [
    `出典：${cities}「運営方針」（令和7年度）。データ版 0123456789ab。`,
    `Source: self-evaluation of ${cities}, FY2025. Data version 0123456789ab.`,
  ]) {
    const lines = layoutCard({ title: "題", reading: "", source, legend: [] }, [], CARD_SHAPES.og).layout.lines.filter(({ what }) => what === "soft");
    const text = lines.map((line) => line.text).join("");
    expect(lines).toHaveLength(2);
    expect(text).toMatch(/架空3市（架空）.*….*0123456789ab[。.]$/);
  }
});

it("a drawing as wide as the shape has its sentence where there is room below it", () => {
  const shapeOf = (height: number) =>
    layoutCard({ title: "題", reading: "読み。", source: "出典。", legend: [] }, [{ width: 1060, height }], CARD_SHAPES.square).layout;
  expect(shapeOf(500).lines.some(({ what }) => what === "plain")).toBe(true);
  expect(shapeOf(930).lines.some(({ what }) => what === "plain")).toBe(false);
});
