import { describe, expect, it } from "vitest";
import { makeRibbon } from "@/lib/charts/continuation-ribbon/model";
import { readBasis, readRibbon, titleRibbon } from "@/lib/charts/continuation-ribbon/sentence";
import type { DecisionRecord } from "@/lib/domain/decision";
import { rateBy, readScale } from "@/lib/domain/rating/value";
import { SCALES } from "../../domain/rating/scales";
import { KASHIWARA } from "../../rows";
import { makeHistory, makeItem, makeLink, readRealHistory } from "./history";

const goals = { level: "goal", filter: {} } as const;
const real = makeRibbon(readRealHistory(), goals);

describe("the reading of the real pair", () => {
  it("tells what went on, what merged, what ended and what is new", () => {
    expect(titleRibbon(real)).toBe("重点目標の継続（令和3年度から令和7年度へ）");
    expect(readRibbon(real)).toBe(
      "令和3年度の6件の重点目標のうち、4件に令和7年度の継続の候補があり（うち2件は1件に統合）、2件は後継が見当たりません。令和7年度の4件のうち1件は令和3年度にないものです（自動判定）。",
    );
  });

  it("tells it of initiatives", () => {
    expect(readRibbon(makeRibbon(readRealHistory(), { level: "initiative", filter: {} }))).toBe(
      "令和3年度の9件の具体的取組のうち、7件に令和7年度の継続の候補があり（うち4件は2件に統合、1件は分割）、2件は後継が見当たりません。令和7年度の7件のうち1件は令和3年度にないものです（自動判定）。",
    );
  });

  it("calls it no guess where planners confirmed every link", () => {
    const history = readRealHistory();
    const confirmed = {
      ...history,
      comparisons: history.comparisons.map((each) => ({ ...each, links: each.links.map((link) => ({ ...link, status: "confirmed" as const })) })),
    };
    expect(readRibbon(makeRibbon(confirmed, goals))).toBe(
      "令和3年度の6件の重点目標のうち、4件が令和7年度に続き（うち2件は1件に統合）、2件は後継が見当たりません。令和7年度の4件のうち1件は令和3年度にないものです。",
    );
  });

  it("tells candidates from what some planners confirmed, and what staff said has ended from what nobody found", () => {
    const history = readRealHistory();
    const [comparison] = history.comparisons;
    const links = comparison!.links.map((link, index) => ({ ...link, status: index === 0 ? ("confirmed" as const) : link.status }));
    const [ended] = comparison!.ended.filter((key) => !key.includes("-i"));
    const endRecords = { [ended!]: { decidedAt: "2025-06-01T00:00:00Z", endKind: "achieved" } } as unknown as Record<string, DecisionRecord>;
    expect(readRibbon(makeRibbon({ ...history, comparisons: [{ ...comparison!, links, endRecords }] }, goals))).toContain(
      "4件に令和7年度の継続（候補を含む）があり（うち2件は1件に統合）、2件は後継が見当たりません（うち1件は、終了したと職員が確認）。",
    );
  });

  it("says of a filter's links which have one end alone in it, and as what they stand", () => {
    const area = makeRibbon(readRealHistory(), { level: "goal", filter: { policyAreas: ["市政運営"] } });
    expect(readRibbon(area)).toBe("令和3年度の重点目標はありません。令和7年度の1件のうち、令和3年度にないものはありません。");
    expect(readBasis(area)).toMatch(/^つながり1件の内訳は、.*うち1件は、つながる一方だけが条件に合うため、表にだけ示しています。/);
    expect(area.rows).toHaveLength(1);
  });

  it("says that letters stand for different scales where they do", () => {
    const other = readScale(SCALES["S–B in a table"]!.entries);
    const [before, after] = [makeItem(2024, "総務部", 1, { rating: rateBy(KASHIWARA, "B") }), makeItem(2025, "総務部", 1, { rating: rateBy(other, "B") })];
    const basisOf = (item: typeof after) => readBasis(makeRibbon({ items: [before, item], comparisons: [] }, goals));
    expect(basisOf(after)).toBe("達成度の区分は資料によって異なり、同じ記号でも同じ意味とはかぎりません。");
    expect(basisOf({ ...after, rating: rateBy(KASHIWARA, "E") })).toBe("");
  });

  it("says what it rests on, and what is left out", () => {
    expect(readBasis(real)).toBe("つながり4件の内訳は、自動判定による候補4件、職員が確認0件。");
    expect(readBasis(makeRibbon(readRealHistory(), { level: "goal", filter: { policyAreas: ["防災"] } }))).toBe(
      "つながり2件の内訳は、自動判定による候補2件、職員が確認0件。絞り込みにより重点目標6件とつながり2件を除いています。",
    );
  });
});

describe("the reading of other histories", () => {
  it("follows items through more than two years", () => {
    const [a, b, c] = [2021, 2023, 2025].map((year) => makeItem(year, "総務部", 1));
    const [d, e] = [makeItem(2021, "総務部", 2), makeItem(2023, "総務部", 2)];
    const history = makeHistory([a!, b!, c!, d, e], [makeLink(a!, b!), makeLink(b!, c!), makeLink(d, e)]);
    expect(readRibbon(makeRibbon(history, goals))).toBe(
      "令和5年度の2件の重点目標のうち、1件に令和7年度の継続の候補があり、1件は後継が見当たりません。令和7年度の1件のうち、令和5年度にないものはありません。" +
        "令和3年度の2件の重点目標のうち、令和7年度まで途切れずに続くものは1件です。",
    );
  });

  it("says where there is nothing to compare, or nothing at all", () => {
    expect(readRibbon(makeRibbon(makeHistory([makeItem(2025, "総務部", 1)], []), goals))).toBe("比べられる年度がありません。");
    expect(readRibbon(makeRibbon({ items: [], comparisons: [] }, goals))).toBe("条件に合うものはありません。");
  });
});
