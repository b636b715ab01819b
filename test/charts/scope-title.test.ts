import { expect, it } from "vitest";
import { titleWithScope } from "@/lib/charts/scope-title";
import type { PlanRow } from "@/lib/domain/rows";
import type { ViewFilter } from "@/lib/parameters/view";

const plan = (department: string, departmentOrder: number, municipality = "架空市") =>
  ({ municipality, department, departmentId: `d${departmentOrder}`, departmentOrder, fiscalYear: 2025, changes: [] }) as unknown as PlanRow;
const PLANS = [plan("危機管理部", 1), plan("総務部", 0)];

it.each([
  ["nothing", {}, "達成度の内訳"],
  ["years", { fiscalYears: [2021, 2023, 2024, 2025] }, "達成度の内訳：令和3年度、令和5〜7年度"],
  ["a department and an area", { departments: ["d1"], policyAreas: ["防災", "none"] }, "達成度の内訳：危機管理部・防災・分野の記載なし"],
  [
    "a policy goal and ratings",
    { policyGoals: ["まち", "none"], ratings: ["C", "none"] },
    "達成度の内訳：まち・目標（まちづくりの柱）の記載なし・達成度がC・評価未掲載の重点目標",
  ],
  [
    "units, kinds of links and what staff said of them",
    { responsibleUnits: ["人事課"], kinds: ["merged"], statuses: ["proposed"] },
    "達成度の内訳：人事課・統合・候補のつながり",
  ],
  ["a city", { municipalities: ["m0"] }, "達成度の内訳：架空市"],
])("names %s that is chosen", (_, filter, title) => {
  const plans = "departments" in filter ? PLANS.slice(0, 1) : PLANS;
  expect(titleWithScope("達成度の内訳", { filter: filter as ViewFilter, language: "ja" }, plans)).toBe(title);
});

it("names nothing twice", () => {
  const chosen = { fiscalYears: [2021, 2025] };
  expect(titleWithScope("重点目標の継続（令和3年度から令和7年度へ）", { filter: chosen, language: "ja" }, PLANS)).toBe(
    "重点目標の継続（令和3年度から令和7年度へ）",
  );
  expect(titleWithScope("令和7年度（2025年度） 総務部の達成度", { filter: { fiscalYears: [2025], departments: ["d0"] }, language: "ja" }, PLANS.slice(1))).toBe(
    "令和7年度（2025年度） 総務部の達成度",
  );
});
