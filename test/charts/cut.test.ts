import { describe, expect, it } from "vitest";
import { countCutNodes, cutRibbon, MOST_NODES } from "@/lib/charts/continuation-ribbon/cut";
import { listRibbonLayouts } from "@/lib/charts/continuation-ribbon/layout";
import { makeRibbon } from "@/lib/charts/continuation-ribbon/model";
import { readBasis, readRibbon } from "@/lib/charts/continuation-ribbon/sentence";
import { cutDistribution, describeCutGroups, MOST_GROUPS } from "@/lib/charts/rating-distribution/cut";
import { layoutDistribution, MOST_SINGLE_UNITS, WIDE } from "@/lib/charts/rating-distribution/layout";
import { countRatings } from "@/lib/charts/rating-distribution/model";
import { makeGoal, makePlan } from "../rows";
import { makeHistory, makeItem, makeLink, readRealHistory } from "./continuation-ribbon/history";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A history of `count` goals in each of two years, of which two thirds go on. */
function makeLongHistory(count: number) {
  const [before, after] = [2024, 2025].map((year) => numbers(count).map((number) => makeItem(year, "総務部", number)));
  return makeHistory(
    [...before!, ...after!],
    before!.flatMap((item, index) => (index % 3 === 0 ? [] : makeLink(item, after![index]!))),
  );
}

describe("a ribbon of very many", () => {
  const whole = makeRibbon(makeLongHistory(6_000), { level: "goal", filter: {} });
  const cut = cutRibbon(whole);
  const nodes = cut.columns.flatMap((column) => column.nodes);

  it("is drawn as far as a page can hold, in whole lineages", () => {
    expect(nodes).toHaveLength(MOST_NODES);
    expect(new Set(cut.lineages.flatMap((lineage) => lineage.nodes))).toEqual(new Set(nodes));
    for (const { predecessor, successor } of cut.flows) expect(nodes.includes(predecessor) && nodes.includes(successor)).toBe(true);
    for (const { nodes: own } of cut.lineages) expect(whole.lineages.some((lineage) => lineage.nodes === own)).toBe(true);
    for (const { layout } of listRibbonLayouts(cut)) expect([layout.nodes.length, layout.flows.length]).toEqual([MOST_NODES, cut.flows.length]);
    expect(cut.rows.length).toBeLessThan(2 * MOST_NODES);
  });

  it("counts all in words, and says how many more there are", () => {
    expect(readRibbon(whole)).toContain("6000件の重点目標のうち、4000件に令和7年度の継続の候補があり");
    expect(countCutNodes(whole)).toBe(12_000 - MOST_NODES);
    expect(readBasis(whole)).toContain(`載せていないものがほか${12_000 - MOST_NODES}件`);
  });

  it("is left as it is where all fit", () => {
    const real = makeRibbon(readRealHistory(), { level: "initiative", filter: {} });
    expect(cutRibbon(real)).toBe(real);
    expect(readBasis(real)).not.toContain("ほか");
  });

  it("is cut where one lineage alone is too long", () => {
    const [one, ...others] = numbers(MOST_NODES + 1).map((number) => makeItem(number === 1 ? 2024 : 2025, "総務部", number));
    const split = makeRibbon(
      makeHistory(
        [one!, ...others, makeItem(2025, "会計室", 1)],
        others.map((item) => makeLink(one!, item, { kind: "split" })),
      ),
      { level: "goal", filter: {} },
    );
    expect(cutRibbon(split).columns.map((column) => column.nodes.length)).toEqual([0, 1]);
  });
});

describe("a distribution of very many", () => {
  const goals = numbers(3_000).map((number) => makeGoal({ number, policyArea: number <= 1_000 ? "防災" : `分野${number}`, overallRating: "A" }));
  const chart = countRatings([makePlan()], goals, { unit: "goals", measure: "count", by: "area", filter: {} });

  it("is drawn as far as a page can hold, the largest first, and counts all", () => {
    const cut = cutDistribution(chart);
    expect([cut.groups.length, cut.groups[0]!.name, cut.groups[0]!.rows[0]!.total]).toEqual([MOST_GROUPS, "防災", 1_000]);
    expect(layoutDistribution(cut, WIDE).bands).toHaveLength(MOST_GROUPS);
    expect(cut.groups[0]!.rows[0]!.segments.map(({ count, units }) => [count, units.length])).toEqual([[1_000, MOST_SINGLE_UNITS]]);
    expect(cut.totals).toEqual(chart.totals);
    expect(describeCutGroups(chart)).toContain(`ほか${2_001 - MOST_GROUPS}項目`);
  });

  it("is left as it is where all fit", () => {
    const few = countRatings([makePlan()], goals.slice(0, MOST_SINGLE_UNITS), { unit: "goals", measure: "count", by: "area", filter: {} });
    expect(cutDistribution(few)).toEqual(few);
    expect(describeCutGroups(few)).toBe("");
  });
});
