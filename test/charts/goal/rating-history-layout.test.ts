import { describe, expect, it } from "vitest";
import { layoutRatingHistory } from "@/lib/charts/goal/rating-history-layout";
import type { LinkKind } from "@/lib/domain/continuation";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import type { Status } from "@/lib/domain/decision";

const department = {
  municipality: "架空市",
  department: "総務部",
  departmentId: "general-affairs",
  departmentOrder: 0,
  policyArea: null,
  areaOrder: 0,
  policyGoal: null,
  responsibleUnits: [],
  initiatives: 0,
  rating: null,
};

/** A goal by its year and number: `2021-1`. */
function makeGoal(key: string): ContinuationItem {
  const [fiscalYear, goalNumber] = key.split("-").map(Number) as [number, number];
  const ref = { municipality: "架空市", department: "総務部", fiscalYear, pointer: `/priorityGoals/${goalNumber - 1}` };
  return { ...department, key, level: "goal", ref, goalId: key, goalNumber, goalTitle: key, text: key, fiscalYear };
}

function makeHistory(
  pairs: [from: number, to: number][],
  links: [before: string, after: string, kind?: LinkKind, status?: Status, score?: number][],
): ContinuationHistory {
  const items = [...new Set(links.flatMap(([before, after]) => [before, after]))].map(makeGoal);
  const refOf = (key: string) => items.find((item) => item.key === key)!.ref;
  const all = links.map(([predecessorKey, successorKey, kind = "continued", status = "proposed", score = 0.6]): ContinuationLink => {
    return {
      level: "goal",
      predecessor: refOf(predecessorKey),
      successor: refOf(successorKey),
      predecessorKey,
      successorKey,
      kind,
      status,
      score,
      parts: null,
      reasons: [],
      changes: [],
      record: null,
    };
  });
  return {
    items,
    comparisons: pairs.map(([from, to]) => ({ from, to, links: all.filter(({ predecessor }) => predecessor.fiscalYear === from), ended: [], begun: [] })),
  };
}

describe("a goal's ratings through the years", () => {
  it("stand at their years, with an opening where there are no documents", () => {
    const history = makeHistory(
      [[2021, 2025]],
      [
        ["2021-5", "2025-4", "merged", "proposed", 0.7],
        ["2021-6", "2025-4", "merged", "proposed", 0.5],
      ],
    );
    const layout = layoutRatingHistory(history, "2025-4")!;
    expect(layout.ticks.map(({ year, held }) => [year, held])).toEqual([
      [2021, true],
      [2022, false],
      [2023, false],
      [2024, false],
      [2025, true],
    ]);
    expect(layout.gaps.map(({ from, to }) => [from, to])).toEqual([[2022, 2024]]);
    expect(layout.runs).toHaveLength(2);
    expect(layout.runs[0]!.x2).toBeLessThan(layout.gaps[0]!.x1 + 20);
    const at = new Map(layout.marks.map((mark) => [mark.item.key, mark]));
    expect([at.get("2021-5")!.y, at.get("2025-4")!.own]).toEqual([at.get("2025-4")!.y, true]);
    expect(at.get("2021-6")!.y).toBeGreaterThan(at.get("2021-5")!.y);
    expect(layout.lines).toHaveLength(2);
    for (const { x1, x2 } of layout.lines) expect(x1).toBeLessThan(x2);
  });

  it("tell nothing of what is only related or was rejected, and are none where there is one year", () => {
    const history = makeHistory(
      [[2024, 2025]],
      [
        ["2024-1", "2025-1", "related"],
        ["2024-2", "2025-1", "continued", "rejected"],
      ],
    );
    const layout = layoutRatingHistory(history, "2025-1")!;
    expect([layout.marks.map(({ item }) => item.key), layout.lines]).toEqual([["2025-1"], []]);
    expect(layoutRatingHistory({ items: history.items, comparisons: [] }, "2025-1")).toBeNull();
  });

  it("stay within a phone's page however many years there are, about the goal's own, and count what is left out", () => {
    const years = Array.from({ length: 25 }, (_, index) => 2001 + index);
    const pairs = years.slice(1).map((year): [number, number] => [year - 1, year]);
    const history = makeHistory(
      pairs,
      pairs.map(([from, to]) => [`${from}-1`, `${to}-1`]),
    );
    for (const own of [2001, 2012, 2025]) {
      const layout = layoutRatingHistory(history, `${own}-1`)!;
      expect(layout.width).toBeLessThanOrEqual(288);
      expect(layout.ticks.some(({ year }) => year === own)).toBe(true);
      expect([layout.ticks.length, layout.marks.length, layout.hidden]).toEqual([11, 11, 14]);
      for (const { x, size } of layout.marks) expect([x - size / 2 >= 0, x + size / 2 <= layout.width]).toEqual([true, true]);
    }
  });

  it("never lie on each other", () => {
    const many = Array.from({ length: 9 }, (_, index): [string, string, LinkKind] => [`2024-${index + 1}`, "2025-1", "merged"]);
    const layout = layoutRatingHistory(makeHistory([[2024, 2025]], many), "2025-1")!;
    expect(new Set(layout.marks.map(({ x, y }) => `${x} ${y}`)).size).toBe(layout.marks.length);
    expect(layout.hidden).toBe(9 - 4);
  });
});
