import { describe, expect, it } from "vitest";
import { usualView } from "@/lib/chart-urls";
import { findExample } from "@/lib/charts/goal/example";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import type { DecisionRecord } from "@/lib/domain/decision";
import { rateBy, readScale } from "@/lib/domain/rating/value";
import { makeEntries } from "../../domain/rating/scales";
import { KASHIWARA, makeGoal } from "../../rows";
import { makeHistory, makeItem, makeLink } from "../continuation-ribbon/history";
import { type GoalDetailInput, makeGoalDetail } from "./goal-detail";

const NONE: ContinuationHistory = { items: [], comparisons: [] };
const MARKS = readScale(makeEntries(["◎", "計画以上"], ["○", "計画通り"], ["△", "計画未満"], ["×", "未実施"]));

const describeGoal = (input: GoalDetailInput, history = NONE) =>
  describeChart(CHARTS.goal, { plans: [], goals: [], history, goal: { ...makeGoalDetail(input), departmentId: "政策推進部" } }, usualView(CHARTS.goal));

/** The goal of 2025 with two that were merged into it, one of them checked, and one that those go back to. */
function makeLineage(scale = KASHIWARA): ContinuationHistory {
  const item = (year: number, number: number, rating: string | null, id = `${year}-x-${number}`) =>
    makeItem(year, "政策推進部", number, { key: id, goalId: id, rating: rateBy(scale, rating) });
  const [oldest, one, other, own] = [item(2023, 1, "A"), item(2024, 1, null), item(2024, 2, null), item(2025, 1, "C", "2025-policy-promotion-1")];
  return makeHistory(
    [oldest, one, other, own],
    [makeLink(oldest, one), makeLink(one, own, { kind: "merged", status: "confirmed" }), makeLink(other, own, { kind: "merged" })],
  );
}

describe("a goal in words", () => {
  it("is told with the label of its document's own scale, and its targets' ratings", () => {
    expect(describeGoal({ overallRating: "C", targetRatings: ["B", "A"] }).reading).toBe("全体の達成度は「C 一部達成」です。達成目標2件の達成度はB・Aです。");
    expect(describeGoal({ scale: MARKS, overallRating: "△", targetRatings: ["○"] }).reading).toBe(
      "全体の達成度は「△ 計画未満」です。達成目標の達成度は○です。",
    );
    expect(describeGoal({ listedRating: "B", targetRatings: ["B", "B"] }).reading).toBe(
      "一覧表の達成度は「B 概ね達成」です。達成目標2件の達成度はいずれもBです。",
    );
    expect(describeGoal({ overallRating: "B", targetRatings: ["C", "A", null, "A", "E", "C"] }).reading).toContain(
      "達成目標6件の達成度はA 2件・C 2件・E 1件・評価未掲載 1件です。",
    );
    expect(describeGoal({ overallRating: "B", targetRatings: [null, null] }).reading).toContain("達成目標2件の達成度は評価未掲載です。");
  });

  it("that is not rated says why, and no rating of its targets is made up", () => {
    const plan = describeGoal({ stage: "plan", targetRatings: [null] });
    expect(plan.reading).toBe("達成度は評価未掲載です。年度当初の計画のため、達成度は掲載されていません。");
    expect(plan.table.rows.map((row) => row[6])).toEqual([null, null]);
    expect(describeGoal({ overallRatingText: "Q" }).reading).toContain("原文は「Q」ですが、この資料の達成度の区分にありません。");
  });

  it("calls what nobody has looked at a candidate, and compares no ratings of different scales", () => {
    const { reading, basis } = describeGoal({ overallRating: "C" }, makeLineage());
    expect(reading).toContain("前の令和6年度の重点目標1・2（統合1件、確認済み／統合の候補1件、職員未確認）は評価未掲載です。");
    expect(basis).toBe("破線は自動判定による候補（職員未確認）です。実線は職員が確認したつながりです。空欄は評価未掲載です。");
    const [before, own] = [
      makeItem(2024, "政策推進部", 1, { rating: rateBy(MARKS, "○") }),
      makeItem(2025, "政策推進部", 1, { key: "2025-policy-promotion-1", rating: rateBy(KASHIWARA, "C") }),
    ];
    expect(describeGoal({ overallRating: "C" }, makeHistory([before, own], [makeLink(before, own)])).reading).toContain(
      "資料により基準が異なるため、年度間の比較は行っていません。",
    );
  });

  it("says that nothing of another year goes on in it, where a comparison found so, and how a planner said that it ended", () => {
    const items = [2024, 2025, 2026].map((year) => makeItem(year, "政策推進部", 1, year === 2025 ? { key: "2025-policy-promotion-1" } : {}));
    const history = makeHistory(items, []);
    expect(describeGoal({ overallRating: "C" }, history).reading).toBe(
      "全体の達成度は「C 一部達成」です。令和6年度にない目標です（自動判定、職員未確認）。令和8年度に後継の目標が見当たりません（自動判定、職員未確認）。",
    );
    const record = { endKind: "achieved" } as DecisionRecord;
    const comparisons = history.comparisons.map((comparison) => ({ ...comparison, endRecords: { "2025-policy-promotion-1": record } }));
    expect(describeGoal({ overallRating: "C" }, { ...history, comparisons }).reading).toContain("達成して終了（確認済み）。");
  });

  it("is nothing where there is no goal", () => {
    const facts = describeChart(CHARTS.goal, { plans: [], goals: [], history: NONE }, usualView(CHARTS.goal));
    expect([facts.empty, facts.table.rows]).toEqual([true, []]);
  });
});

it("the table of a goal holds all of its way and all of its parts, whole", () => {
  const { table } = describeGoal({ overallRating: "C", targetRatings: ["B"], initiativeRatings: Array(14).fill(undefined) }, makeLineage());
  const names = table.columns.map(({ name }) => name);
  const rows = table.rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  expect(rows.slice(0, 6).map((row) => [row.part, row.fiscal_year, row.item, row.rating, row.relation])).toEqual([
    ["goal", 2025, "重点目標1", "C", null],
    ["kin", 2023, "重点目標1", "A", null],
    ["kin", 2024, "重点目標1", null, "統合（確認済み）"],
    ["kin", 2024, "重点目標2", null, "統合の候補（職員未確認）"],
    ["target", 2025, "達成目標1", "B", null],
    ["initiative", 2025, "具体的取組1", null, null],
  ]);
  expect(rows).toHaveLength(19);
  expect(rows.at(-1)!.text).toMatch(/^取組のその14として、.*入れ替えます。$/);
});

it("names the department of a goal of another one, so that its number is not taken for this one's", () => {
  const own = makeItem(2025, "政策推進部", 1, { key: "2025-policy-promotion-1", goalId: "2025-policy-promotion-1" });
  const [other, same] = [makeItem(2024, "健康部", 3), makeItem(2024, "政策推進部", 2)];
  const history = makeHistory([other, same, own], [makeLink(other, own, { kind: "merged" }), makeLink(same, own, { kind: "merged" })]);
  const { reading } = describeGoal({ overallRating: "C" }, history);
  expect(reading).toMatch(/前の令和6年度の(?:健康部の重点目標3、重点目標2|重点目標2、健康部の重点目標3)（統合の候補2件、職員未確認）/);
});

it("the example is, of the newest year in which any goal is rated, one that goes back to another, or the first", () => {
  const goals = [
    makeGoal({ fiscalYear: 2024, number: 1, overallRating: "A" }),
    makeGoal({ fiscalYear: 2025, number: 1 }),
    makeGoal({ fiscalYear: 2025, number: 2, listedRating: "B" }),
    makeGoal({ fiscalYear: 2025, number: 3, listedRating: "B" }),
    makeGoal({ fiscalYear: 2026, number: 1 }),
  ];
  const newest = goals.filter(({ fiscalYear }) => fiscalYear === 2026);
  expect(findExample(goals, NONE)).toBe("2025-policy-promotion-2");
  const item = ({ fiscalYear, number, id }: (typeof goals)[number]) => makeItem(fiscalYear, "政策推進部", number, { key: id, goalId: id });
  const linked = (status: "proposed" | "rejected") => makeHistory([goals[0]!, goals[3]!].map(item), [makeLink(item(goals[0]!), item(goals[3]!), { status })]);
  expect(findExample(goals, linked("proposed"))).toBe("2025-policy-promotion-3");
  expect(findExample(goals, linked("rejected"))).toBe("2025-policy-promotion-2");
  expect(findExample(newest, NONE)).toBe("2026-policy-promotion-1");
  expect(findExample([], NONE)).toBeNull();
});
