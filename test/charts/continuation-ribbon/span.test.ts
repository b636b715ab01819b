import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumUpCarriedOn } from "@/lib/charts/carried-on/model";
import { continuationRibbon } from "@/lib/charts/continuation-ribbon/contract";
import { drawRibbon } from "@/lib/charts/continuation-ribbon/drawn";
import { layoutRibbon } from "@/lib/charts/continuation-ribbon/layout";
import type { ChartSubject } from "@/lib/charts/contract";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { histories } from "./arbitrary";
import { makeHistory, makeItem, makeLink, readRealHistory } from "./history";

const show = (history: ContinuationHistory, filter: ChartSubject["filter"], subject: Partial<ChartSubject> = {}) =>
  continuationRibbon.describe({ plans: [], goals: [], history }, { filter, of: "goals", measure: "count", by: "year", language: "ja", ...subject });

/** One goal goes on over three years, one ends on the way, and one comes up on the way. */
const GOALS = [2023, 2024, 2025].flatMap((year) => [1, 2, 3].map((number) => makeItem(year, "健康部", number)));
const [FIRST, SECOND, , MIDDLE, HALFWAY, , LAST] = GOALS as [(typeof GOALS)[0], ...typeof GOALS];
const CHAIN = makeHistory(GOALS, [makeLink(FIRST, MIDDLE!, { status: "confirmed" }), makeLink(MIDDLE!, LAST!), makeLink(SECOND!, HALFWAY!)]);

describe("years that are chosen, with others between them", () => {
  it("are compared by chains of the links between, which the basis says", () => {
    const { reading, basis, title } = show(CHAIN, { fiscalYears: [2023, 2025] });
    expect(title).toBe("重点目標の継続（令和5年度から令和7年度へ）");
    expect(reading).toBe(
      "令和5年度の3件の重点目標のうち、1件に令和7年度の継続の候補があり、2件は後継が見当たりません。令和7年度の3件のうち2件は令和5年度にないものです（自動判定）。",
    );
    expect(basis).toContain("つながり1件の内訳は、自動判定による候補1件、職員が確認0件。");
    expect(basis).toMatch(/令和5年度から令和7年度への継続は、間の年度のつながりをたどったものです。$/);
    expect(show(CHAIN, { fiscalYears: [2023, 2025] }, { language: "en" }).basis).toMatch(
      /From FY2023 to FY2025, the links of the years between are followed\.$/,
    );
  });

  it("are not said to be where they follow each other, or all are shown", () => {
    for (const fiscalYears of [[2023, 2024], [2023, 2024, 2025], [2025], undefined]) {
      expect(show(CHAIN, { ...(fiscalYears && { fiscalYears }) }).basis).not.toContain("たどった");
    }
    expect(show(readRealHistory(), { fiscalYears: [2021, 2025] })).toEqual(show(readRealHistory(), {}));
  });

  it("lead from a chain, which has no evidence of its own, to what it became", () => {
    const leads = (fiscalYears: number[]) => {
      const { ribbon } = show(CHAIN, { fiscalYears }).model;
      const { lineages } = drawRibbon(ribbon, layoutRibbon(ribbon, 640));
      return lineages.flatMap((marks) => marks.flatMap(({ what, lead }) => (what === "flow" ? [lead] : [])));
    };
    expect(leads([2023, 2025])).toEqual([{ item: LAST!.key }]);
    expect(leads([2024, 2025])).toEqual([{ link: [MIDDLE!.key, LAST!.key] }]);
  });

  it("have the counts that the page of what was carried on has, of all and of any department", () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), fc.option(fc.nat()), (history, one, other, at) => {
        const years = [...new Set(history.items.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
        const [from, to] = [years[one % Math.max(1, years.length)]!, years[other % Math.max(1, years.length)]!].sort((a, b) => a - b) as [number, number];
        const departments = at === null ? undefined : [history.items[at % Math.max(1, history.items.length)]?.departmentId ?? ""];
        const carriedOn = sumUpCarriedOn(history, { from, to, level: "goal", chosen: { departments } });
        if (!carriedOn) return;
        const { ribbon } = show(history, { fiscalYears: [from, to], ...(departments && { departments }) }).model;
        const { before, livesOn, ended, after, begun } = ribbon.comparisons.find((comparison) => comparison.from === from && comparison.to === to)!;
        expect({ before: before.length, continuing: livesOn.length, ended: ended.length, after: after.length, new: begun.length }).toEqual(carriedOn.counts);
      }),
    );
  });
});
