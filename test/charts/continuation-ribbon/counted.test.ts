import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { continuationRibbon } from "@/lib/charts/continuation-ribbon/contract";
import { countRibbon } from "@/lib/charts/continuation-ribbon/counted";
import { layoutCounted } from "@/lib/charts/continuation-ribbon/counted-layout";
import { listKinds } from "@/lib/charts/continuation-ribbon/kinds";
import { MOST_SINGLE_ITEMS } from "@/lib/charts/continuation-ribbon/many";
import { makeRibbon } from "@/lib/charts/continuation-ribbon/model";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { makeHistory, makeItem, makeLink, readRealHistory } from "./history";

const SLIP = 1e-6;

/** Two departments over three years with `count` goals each; of every three goals the first ends, and some go to the other department. */
function makeCity(count: number): ContinuationHistory {
  const items = [2023, 2024, 2025].flatMap((year) =>
    ["健康部", "総務部"].flatMap((department) => Array.from({ length: count }, (_, index) => makeItem(year, department, index + 1))),
  );
  const find = (year: number, department: string, number: number) =>
    items.find((item) => item.fiscalYear === year && item.department === department && item.goalNumber === number)!;
  const links = [2023, 2024].flatMap((year) =>
    ["健康部", "総務部"].flatMap((department) =>
      Array.from({ length: count }, (_, index) => index + 1)
        .filter((number) => number % 3 !== 1)
        .map((number) =>
          makeLink(
            find(year, department, number),
            find(year + 1, number % 7 === 0 ? "総務部" : department, number),
            number % 5 === 0 ? { status: "confirmed" } : {},
          ),
        ),
    ),
  );
  return makeHistory(items, links);
}

describe("a ribbon of very many", () => {
  const history = makeCity(60);
  const ribbon = makeRibbon(history, { level: "goal", filter: {} });
  const counted = countRibbon(ribbon)!;

  it("is counted by department only where there are several and too many items", () => {
    expect(countRibbon(makeRibbon(readRealHistory(), { level: "initiative", filter: {} }))).toBeNull();
    expect(countRibbon(makeRibbon(history, { level: "goal", filter: { departments: [history.items[0]!.departmentId] } }))).toBeNull();
    expect(countRibbon(makeRibbon(makeCity(MOST_SINGLE_ITEMS / 6), { level: "goal", filter: {} }))).toBeNull();
    expect(countRibbon(makeRibbon(makeCity(MOST_SINGLE_ITEMS / 6 + 1), { level: "goal", filter: {} }))).not.toBeNull();
  });

  it("counts each item once, and what became of it as the comparisons have it", () => {
    for (const { from, to, ended, begun } of history.comparisons) {
      for (const [index, { name, years }] of counted.departments.entries()) {
        const keys = new Set(history.items.filter((item) => item.department === name).map(({ key }) => key));
        const own = (list: readonly string[]) => list.filter((key) => keys.has(key)).length;
        const [before, after] = [years.find(({ fiscalYear }) => fiscalYear === from)!, years.find(({ fiscalYear }) => fiscalYear === to)!];
        expect([before.total, before.ended, after.begun]).toEqual([60, own(ended), own(begun)]);
        const leaving = counted.flows.filter((flow) => flow.from.department === index && flow.from.fiscalYear === from);
        expect(leaving.reduce((sum, flow) => sum + flow.before, 0)).toBe(before.total - before.ended);
      }
    }
  });

  it("is the same from any order of items", () => {
    expect(countRibbon(makeRibbon({ ...history, items: history.items.toReversed() }, { level: "goal", filter: {} }))).toEqual(counted);
  });

  it("is told in words, and its table in files still has every link", () => {
    const facts = continuationRibbon.describe({ plans: [], goals: [], history }, { filter: {}, of: "goals", measure: "count", by: "year", language: "ja" });
    expect(facts.basis).toContain("部と年度ごとに数えて描いています");
    expect(facts.basis).not.toContain("載せていない");
    expect(facts.table.rows.length).toBeGreaterThan(history.comparisons.flatMap(({ links }) => links).length);
    expect(listKinds(facts.model)).toEqual({ ended: "guessed", begun: true, statuses: ["proposed"], related: false, language: "ja" });
  });

  it("draws every year of a department within it, bars as high as they count, and flows on the bars, at any width", () => {
    fc.assert(
      fc.property(fc.integer({ min: 41, max: 90 }), fc.integer({ min: 264, max: 1_900 }), (count, width) => {
        const any = countRibbon(makeRibbon(makeCity(count), { level: "goal", filter: {} }))!;
        const drawn = layoutCounted(any, width);
        const marks = drawn.lineages.flat();
        const nodes = marks.filter((mark) => mark.what === "node");
        expect(nodes).toHaveLength(6);
        for (const { area, bars } of nodes) {
          expect([area.x >= -SLIP, area.y >= 0, area.x + area.width <= drawn.width + SLIP, area.y + area.height <= drawn.height + SLIP]).toEqual([
            true,
            true,
            true,
            true,
          ]);
          for (const bar of bars) expect([bar.y >= area.y - SLIP, bar.y + bar.height <= area.y + area.height + SLIP]).toEqual([true, true]);
        }
        const bars = nodes.flatMap((node) => node.bars).filter(({ what }) => what === "on");
        for (const flow of marks.filter((mark) => mark.what === "flow")) {
          const leaves = bars.find(
            (bar) => Math.abs(bar.x + bar.width - flow.x0) < SLIP && flow.start[0] >= bar.y - SLIP && flow.start[1] <= bar.y + bar.height + SLIP,
          );
          const enters = bars.find((bar) => Math.abs(bar.x - flow.x1) < SLIP && flow.end[0] >= bar.y - SLIP && flow.end[1] <= bar.y + bar.height + SLIP);
          expect([leaves, enters]).not.toContain(undefined);
        }
      }),
      { numRuns: 30 },
    );
  });
});
