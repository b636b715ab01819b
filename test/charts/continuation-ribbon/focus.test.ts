import { describe, expect, it } from "vitest";
import { continuationRibbon } from "@/lib/charts/continuation-ribbon/contract";
import { cutRibbon } from "@/lib/charts/continuation-ribbon/cut";
import { drawRibbon } from "@/lib/charts/continuation-ribbon/drawn";
import { layoutRibbon } from "@/lib/charts/continuation-ribbon/layout";
import type { ChartFacts, ChartSubject } from "@/lib/charts/contract";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { makeHistory, makeItem, makeLink, readRealHistory } from "./history";

const show = (history: ContinuationHistory, focus: string | null, subject: Partial<ChartSubject> = {}) =>
  continuationRibbon.describe({ plans: [], goals: [], history }, { filter: {}, of: "goals", measure: "count", by: "year", language: "ja", focus, ...subject });
type Facts = ReturnType<typeof show>;
/** Keys of nodes and flows of the lineages that are drawn as bright as ever. */
const bright = ({ model: { ribbon } }: Facts, width = 640) => {
  const { lineages, dimmed = [] } = drawRibbon(ribbon, layoutRibbon(ribbon, width));
  return lineages.filter((_, index) => !dimmed.includes(index)).flatMap((marks) => marks.map(({ key }) => key));
};
const focusedRows = ({ table }: ChartFacts) => {
  const column = table.columns.findIndex(({ name }) => name === "focused");
  const [before, after] = ["before_id", "after_id"].map((id) => table.columns.findIndex(({ name }) => name === id)) as [number, number];
  return table.rows.filter((row) => row[column] === 1).map((row) => [row[before], row[after]]);
};

describe("a lineage that is brought out", () => {
  const real = readRealHistory();
  const [GOAL, FIRST, SECOND] = ["2025-policy-promotion-4", "2021-policy-promotion-5", "2021-policy-promotion-6"];

  it.each([GOAL, FIRST, SECOND])("is all that hangs together with a goal, whichever of it is asked for: %s", (asked) => {
    const facts = show(real, asked!);
    expect(bright(facts)).toEqual([FIRST, `${FIRST}/${GOAL}`, SECOND, `${SECOND}/${GOAL}`, GOAL]);
    expect(bright(facts, 288)).toEqual(bright(facts));
    expect(facts.reading).toContain("とその継続（候補を含む）を濃く、ほかを薄く示しています：令和3年度は6件のうち2件、令和7年度は4件のうち1件。");
    expect(focusedRows(facts)).toEqual([
      [FIRST, GOAL],
      [SECOND, GOAL],
    ]);
  });

  it("is named in the title, in the language of the chart", () => {
    expect(show(real, GOAL!).title).toBe("重点目標の継続（令和3年度から令和7年度へ、令和7年度の重点目標4「防災対策の充実強化」とその継続を濃く表示）");
    expect(show(real, GOAL!, { language: "en" }).title).toBe(
      "Priority goals carried on from FY2021 to FY2025 (priority goal 4 of FY2025, “防災対策の充実強化”, and its continuations brought out)",
    );
  });

  it("is a goal alone that nothing is linked to, and neither what is only related nor what was rejected", () => {
    expect(show(real, "2021-policy-promotion-3").reading).toContain("」を濃く、ほかを薄く示しています：令和3年度は6件のうち1件。");
    const items = [makeItem(2024, "d", 1), makeItem(2025, "d", 1), makeItem(2025, "d", 2)] as const;
    const links = [makeLink(items[0], items[1], { status: "rejected" }), makeLink(items[0], items[2], { kind: "related" })];
    const facts = show(makeHistory([...items], links), items[0].key);
    expect(facts.reading).toContain("」を濃く、ほかを薄く示しています：令和6年度は1件のうち1件。");
    expect(focusedRows(facts)).not.toContainEqual([items[0].key, items[1].key]);
  });

  it("is told as it is where planners decided", () => {
    const items = [makeItem(2023, "d", 1), makeItem(2024, "d", 1), makeItem(2025, "d", 1)] as const;
    const links = [makeLink(items[0], items[1], { status: "confirmed" }), makeLink(items[1], items[2], { status: "added" })];
    const facts = show(makeHistory([...items], links), items[1].key);
    expect(facts.reading).toContain("とその継続を濃く、");
    expect(bright(facts)).toHaveLength(5);
  });

  it("is of an initiative, or of all initiatives of a goal", () => {
    const of = { of: "initiatives" } as const;
    const [one, all] = [show(real, `${GOAL}-i1`, of), show(real, GOAL!, of)];
    expect(one.title).toContain("令和7年度の具体的取組4-1「");
    expect(all.title).toContain("令和7年度の重点目標4「防災対策の充実強化」の具体的取組とその継続を濃く表示");
    expect(new Set(bright(all))).toEqual(new Set([...bright(one), ...bright(show(real, `${GOAL}-i2`, of))]));
  });

  it("is nothing where the chart does not hold it, and a sentence says so", () => {
    const cases: [string, Partial<ChartSubject>][] = [
      ["<x>", {}],
      ["A", {}],
      [`${GOAL}-i1`, {}],
      [GOAL!, { filter: { policyAreas: ["広報"] } }],
    ];
    for (const [asked, subject] of cases) {
      const facts = show(real, asked, subject);
      expect(facts.reading).toContain(`濃く示すように指定された「${asked}」は、この図にありません。`);
      expect(facts.title).toBe(show(real, null, subject).title);
      expect(facts.table).toEqual(show(real, null, subject).table);
      expect(drawRibbon(facts.model.ribbon, layoutRibbon(facts.model.ribbon, 640)).dimmed).toBeUndefined();
    }
    expect(show({ items: [], comparisons: [] }, GOAL!)).toMatchObject({ empty: true });
  });

  it("is counted with its department where there are too many to be drawn one by one, which a sentence says", () => {
    const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
    const items = years.flatMap((year) =>
      Array.from({ length: 12 }, (_, department) => [1, 2, 3].map((number) => makeItem(year, `${department}部`, number))).flat(),
    );
    const links = items.flatMap((item) => {
      const next = items.find(
        (other) => other.fiscalYear === item.fiscalYear + 1 && other.department === item.department && other.goalNumber === item.goalNumber,
      );
      return next ? [makeLink(item, next)] : [];
    });
    const history = makeHistory(items, links);
    const many = show(history, items[0]!.key);
    expect(many.model.counted).not.toBeNull();
    expect(many.title).toBe(show(history, null).title);
    expect(many.reading).toMatch(/とその継続は、部と年度ごとに数えたこの図では濃く示せません（部を選ぶと示せます）。$/);
    expect(focusedRows(many)).toHaveLength(7);
    const chosen = show(history, items[0]!.key, { filter: { departments: ["0部"] } });
    expect(bright(chosen)).toHaveLength(15);
  });

  it("is drawn before all others where not all can be", () => {
    const { ribbon } = show(real, GOAL!).model;
    const cut = cutRibbon(ribbon, 4);
    expect(cut.lineages.flatMap(({ nodes }) => nodes.filter(({ focused }) => focused))).toHaveLength(3);
    expect(cut.lineages.flatMap(({ nodes }) => nodes)).toHaveLength(4);
  });
});
