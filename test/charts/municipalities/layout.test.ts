import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutMunicipalities, type PlacedPanel } from "@/lib/charts/municipalities/layout";
import { MOST_PANELS, makeMunicipalitiesChart } from "@/lib/charts/municipalities/model";
import { measureText } from "@/lib/charts/text-fit";
import { type City, makeCities, SCALES } from "./cities";

const LONG = "とても長い名前の市とその周辺の町と村による広域連合と<b>事務組合</b>を合わせて一つにした".repeat(2);
const name = fc.constantFrom("柏原市", "青ヶ浜市（架空）", `${LONG}（架空）`, "https://example.com/a/very/long/name/that/never/breaks", "<script>市");
const city = fc
  .record({ name, scale: fc.constantFrom(...(Object.keys(SCALES) as (keyof typeof SCALES)[])), picks: fc.array(fc.option(fc.nat(4)), { maxLength: 30 }) })
  .map(({ picks, scale, ...own }): City => {
    const ratings = picks.map((at) => (at === null ? null : (SCALES[scale][at]?.rating ?? null)));
    return { ...own, scale, years: picks.length === 29 ? {} : { 2025: ratings } };
  });
const drawings = fc.record({
  width: fc.integer({ min: 264, max: 1568 }),
  count: fc.constantFrom(1, 2, 3, 12, 47),
  cities: fc.array(city, { minLength: 47, maxLength: 47 }),
  measure: fc.constantFrom("count" as const, "share" as const),
  language: fc.constantFrom("ja" as const, "en" as const),
});

/** Each by a name of its own. */
const number = (cities: readonly City[]) => cities.map((each, index) => ({ ...each, name: `${index}${each.name}` }));
const lay = (cities: readonly City[], width: number, { measure = "count", language = "ja" }: { measure?: "count" | "share"; language?: "ja" | "en" } = {}) =>
  layoutMunicipalities(makeMunicipalitiesChart(makeCities(cities), { of: "goals", measure, language }), width);

/** Texts, signs and bars of a panel. */
const boxesOf = ({ name: title, notes, rows }: PlacedPanel) => [
  ...[...title, ...notes, ...rows.flatMap(({ label, amount }) => (label.text === "" ? amount : [label, amount]))].map(({ x, y, size, text }) => ({
    x1: x,
    x2: x + measureText(text) * size,
    y1: y - 0.85 * size,
    y2: y + 0.1 * size,
  })),
  ...rows.flatMap(({ badge, bar }) => [
    { x1: badge.x, x2: badge.x + badge.size, y1: badge.y, y2: badge.y + badge.size },
    ...(bar ? [{ x1: bar.x, x2: bar.x + bar.width, y1: bar.y, y2: bar.y + bar.height }] : []),
  ]),
];

describe("the drawing of municipalities", () => {
  it("holds every text and mark within its own panel, none on another, at any width", () => {
    fc.assert(
      fc.property(drawings, ({ width, count, cities, ...how }) => {
        const { panels, height } = lay(number(cities).slice(0, count), width, how);
        expect(panels).toHaveLength(Math.min(count, MOST_PANELS));
        const all = panels.flatMap((placed) => {
          const boxes = boxesOf(placed);
          for (const { x1, x2, y1, y2 } of boxes)
            expect([x1 >= placed.x, y1 >= placed.y, x2 <= placed.x + placed.width + 0.5, y2 <= height + 0.5]).toEqual([true, true, true, true]);
          expect(placed.x + placed.width).toBeLessThanOrEqual(width + 0.5);
          return boxes;
        });
        const laid = all.filter((one, at) =>
          all.some((other, index) => index < at && one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2),
        );
        expect(laid).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("has bars to a scale of each municipality's own: the same whatever stands beside it", () => {
    const own: City = { name: "柏原市", years: { 2025: ["A", "B", "B", null] } };
    const barsBeside = (other: City) => lay([own, other], 640).panels[0]!.rows.map(({ bar, amount }) => [bar?.width, amount.text]);
    const few = barsBeside({ name: "甲市（架空）", scale: "marks", years: { 2025: ["◎"] } });
    expect(few).toEqual(barsBeside({ name: "乙市（架空）", years: { 2025: Array(200).fill("B") } }));
    expect(few.map(([, text]) => text)).toEqual(["1件", "2件", "0件", "0件", "0件", "1件"]);
    expect([few[0]![0], few[2]![0]]).toEqual([(few[1]![0] as number) / 2, undefined]);
  });

  it("writes each scale's own signs and words, of words their first letters, and what is not rated as such", () => {
    const signs = (scale: keyof typeof SCALES) =>
      lay([{ name: "甲市（架空）", scale, years: { 2025: [SCALES[scale][0]!.rating, null] } }], 640).panels[0]!.rows.map(
        ({ badge, label }) => `${badge.tone}:${badge.text}:${label.text}`,
      );
    expect(signs("marks")).toEqual(["a:◎:計画以上", "b:○:計画通り", "c:△:計画未満", "d:×:未実施", "none::評価未掲載"]);
    expect(signs("words")).toEqual(["a:以:計画以上", "b:通:計画通り", "d:未:計画未満", "e:不:評価不能", "none::評価未掲載"]);
    expect(signs("others")[4]).toBe("e:Z:評価困難");
    const words: City = { name: "甲市（架空）", scale: "words", years: { 2025: ["計画以上"] } };
    const labelsAt = (width: number) => lay([words], width, { language: "en" }).panels[0]!.rows.map(({ label }) => label.text);
    expect(labelsAt(640)[0]).toBe("計画以上 (Better than planned)");
    expect(labelsAt(264)).toEqual(["Better than planned", "As planned", "Less than planned", "Cannot be evaluated"]);
  });

  it("never cuts away that a municipality is invented", () => {
    const [placed] = lay([{ name: `${LONG}（架空）`, years: { 2025: ["A"] } }], 264).panels;
    expect(placed!.name).toHaveLength(3);
    expect(placed!.name.at(-1)!.text).toMatch(/…（架空）$/);
  });

  it("draws of very many ratings those that occur, and says how many are in the table", () => {
    const entries = Array.from({ length: 14 }, (_, index) => String(14 - index));
    const rows = entries.map((rating, at) => ({ rating, label: `${rating} 評点`, tone: "b" as const, count: at % 2, share: 0 }));
    const panel = { id: "m00000000", name: "甲市（架空）", fiscalYear: 2025, total: 7, rated: 7, rows };
    const [placed] = layoutMunicipalities({ language: "ja", unit: "goals", measure: "count", panels: [panel], drawn: 1, others: 0 }, 320).panels;
    expect(placed!.rows.map(({ badge }) => badge.text)).toEqual(["13", "11", "9", "7", "5", "3", "1"]);
    expect(placed!.notes.at(-1)!.text).toBe("ほか7区分は表にあります");
  });
});
