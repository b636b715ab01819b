import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutGoal, MOST_PARTS } from "@/lib/charts/goal/layout";
import { makeGoalChart } from "@/lib/charts/goal/model";
import { measureText } from "@/lib/charts/text-fit";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { makeHistory, makeItem, makeLink } from "../continuation-ribbon/history";
import { makeGoalDetail } from "./goal-detail";

const LETTERS = ["A", "B", "C", "D", "E", null] as const;
const OWN = "2025-policy-promotion-1";

/** A lineage of `years` up to 2025, into whose second year `merged` more goals went. */
function makeLineage(years: number, merged: number): ContinuationHistory {
  const items = Array.from({ length: years }, (_, index) => {
    const year = 2025 - years + 1 + index;
    return makeItem(year, "政策推進部", 1, year === 2025 ? { key: OWN, goalId: OWN } : {});
  });
  const more = Array.from({ length: years > 1 ? merged : 0 }, (_, index) => makeItem(items[0]!.fiscalYear, "政策推進部", 2 + index));
  const links = [...items.slice(1).map((item, index) => makeLink(items[index]!, item)), ...more.map((item) => makeLink(item, items[1]!))];
  return makeHistory([...items, ...more], links);
}

const drawings = fc.record({
  width: fc.integer({ min: 264, max: 1568 }),
  title: fc.constantFrom("短い", "とても長い題名の<b>目標</b>で、".repeat(20), "https://example.com/a/very/long/address/that/never/breaks/anywhere"),
  targets: fc.array(fc.constantFrom(...LETTERS), { maxLength: 9 }),
  initiatives: fc.array(fc.constantFrom(...LETTERS, undefined), { maxLength: 14 }),
  years: fc.integer({ min: 1, max: 14 }),
  merged: fc.integer({ min: 0, max: 6 }),
});

describe("a goal's drawing", () => {
  it("holds every text and mark within its edges, none on another, at any width", () => {
    fc.assert(
      fc.property(drawings, ({ width, title, targets, initiatives, years, merged }) => {
        const goal = makeGoalDetail({
          title,
          responsibleUnits: ["企画調整課", title],
          overallRating: "B",
          targetRatings: targets,
          initiativeRatings: initiatives,
        });
        const layout = layoutGoal(makeGoalChart(goal, makeLineage(years, merged)), width);
        const boxes = layout.entries.flatMap(({ badge, lines }) => [
          ...(badge ? [{ x1: badge.x, x2: badge.x + badge.size, y1: badge.y, y2: badge.y + badge.size }] : []),
          ...lines.map(({ x, y, size, text }) => ({ x1: x, x2: x + measureText(text) * size, y1: y - 0.85 * size, y2: y + 0.1 * size })),
        ]);
        const { history } = layout;
        expect(history !== null).toBe(years > 1);
        if (history) boxes.push({ x1: history.x, x2: history.x + history.layout.width, y1: history.y, y2: history.y + history.layout.height - 4 });
        for (const { x1, x2, y1, y2 } of boxes) {
          expect([x1 >= 0, y1 >= 0, x2 <= width + 0.5, y2 <= layout.height + 0.5]).toEqual([true, true, true, true]);
        }
        const laid = boxes.filter((one, at) =>
          boxes.some((other, index) => index < at && one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2),
        );
        expect(laid).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("says how many there are more, and leaves out as many years at every width", () => {
    const goal = makeGoalDetail({ targetRatings: Array(8).fill("A"), initiativeRatings: Array(12).fill(undefined) });
    const chart = makeGoalChart(goal, makeLineage(14, 0));
    for (const width of [264, 640, 1060]) {
      const { entries, history } = layoutGoal(chart, width);
      const texts = entries.flatMap(({ lines }) => lines.map(({ text }) => text));
      expect(texts.filter((text) => text === "ほか2件")).toHaveLength(2);
      expect(texts).toContain("達成目標 8件");
      expect(entries.filter(({ pointer, name }) => pointer && name !== "")).toHaveLength(MOST_PARTS.target + MOST_PARTS.initiative);
      expect(history!.layout.hidden).toBe(4);
    }
  });

  it("numbers initiatives that their form rates not at all, and outlines those that it rates and this one not", () => {
    const badges = (initiativeRatings: (string | null | undefined)[]) =>
      layoutGoal(makeGoalChart(makeGoalDetail({ initiativeRatings }), { items: [], comparisons: [] }), 640)
        .entries.filter(({ pointer }) => pointer?.startsWith("/initiatives"))
        .map(({ badge }) => badge && [badge.tone, badge.text]);
    expect(badges([undefined, undefined])).toEqual([null, null]);
    expect(badges(["A", null])).toEqual([
      ["a", "A"],
      ["none", ""],
    ]);
  });

  it("leads to the goal, and to each part's own place on its page", () => {
    const { entries } = layoutGoal(makeGoalChart(makeGoalDetail({ targetRatings: ["A"], initiativeRatings: [undefined, undefined] }), makeLineage(1, 0)), 640);
    expect(entries.flatMap(({ goalId, pointer }) => (goalId ? [[goalId, pointer]] : []))).toEqual([
      [OWN, undefined],
      [OWN, "/targets/0/text"],
      [OWN, "/initiatives/0/text"],
      [OWN, "/initiatives/1/text"],
    ]);
  });
});
