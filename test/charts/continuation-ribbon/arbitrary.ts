import fc from "fast-check";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import { makeHistory, makeItem, makeLink } from "./history";

const DEPARTMENTS = [
  "政策推進部",
  "総務部",
  "財務部",
  "市民部",
  "健康こども部",
  "福祉部",
  "都市デザイン部",
  "上下水道部",
  "教育部",
  "消防本部",
  "議会事務局",
  "市立柏原病院事務局",
];

interface Draw {
  from: number;
  to: number;
  kind: "continued" | "merged" | "split" | "related";
  status: "proposed" | "confirmed" | "added" | "rejected";
  score: number;
}

/** Histories of 1–8 years and 1–12 departments with up to six goals each, linked at random between successive years. */
export const histories: fc.Arbitrary<ContinuationHistory> = fc
  .record({
    years: fc.uniqueArray(fc.integer({ min: 2012, max: 2026 }), { minLength: 1, maxLength: 8 }),
    departments: fc.integer({ min: 1, max: 12 }),
    sizes: fc.array(fc.record({ goals: fc.integer({ min: 0, max: 6 }), initiatives: fc.integer({ min: 0, max: 40 }) }), { minLength: 1, maxLength: 20 }),
    draws: fc.array(
      fc.record<Draw>({
        from: fc.nat(),
        to: fc.nat(),
        kind: fc.constantFrom("continued", "merged", "split", "related"),
        status: fc.constantFrom("proposed", "confirmed", "added", "rejected"),
        score: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 120 },
    ),
  })
  .map(({ years, departments, sizes, draws }) => {
    const sorted = years.toSorted((a, b) => a - b);
    const byYear = sorted.map((year, y) =>
      DEPARTMENTS.slice(0, departments).flatMap((department, d) => {
        const { goals, initiatives } = sizes[(y * departments + d) % sizes.length]!;
        return Array.from({ length: goals }, (_, index) => makeItem(year, department, index + 1, { initiatives: (initiatives + index) % 41 }));
      }),
    );
    return makeHistory(byYear.flat(), drawLinks(byYear, draws));
  });

function drawLinks(byYear: ContinuationItem[][], draws: readonly Draw[]): ContinuationLink[] {
  const links = new Map<string, ContinuationLink>();
  for (const { from, to, ...what } of draws) {
    const gap = byYear.length < 2 ? -1 : from % (byYear.length - 1);
    const [before, after] = [byYear[gap] ?? [], byYear[gap + 1] ?? []];
    if (gap < 0 || before.length === 0 || after.length === 0) continue;
    const link = makeLink(before[from % before.length]!, after[to % after.length]!, what);
    links.set(`${link.predecessorKey}/${link.successorKey}`, link);
  }
  return [...links.values()];
}

/** The same history, its items and links in another order. */
export function shuffleHistory(history: ContinuationHistory, seed: number): ContinuationHistory {
  const shuffle = <T>(values: readonly T[]) =>
    values
      .map((value, index) => ({ value, rank: Math.sin(seed + 7.3 * index) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ value }) => value);
  return {
    items: shuffle(history.items),
    comparisons: shuffle(history.comparisons.map((each) => ({ ...each, links: shuffle(each.links), ended: shuffle(each.ended), begun: shuffle(each.begun) }))),
  };
}
