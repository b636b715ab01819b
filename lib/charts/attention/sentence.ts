import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow } from "@/lib/domain/rows";
import { goalJa } from "@/lib/texts/goal-ja";
import { ja } from "@/lib/texts/ja";
import type { Attention, Fall, OutsideItem } from "./model";

/** How many goals there are of each kind. */
export function readAttention({ items, fallen, outside, low, scaleDifference }: Attention, years: string): string {
  const counts = [
    ...(fallen.length > 0 ? [`続く目標（候補を含む）のうち達成度が下がったものは${fallen.length}件`] : []),
    `達成度が${low}のものは${items.filter((item) => item.lowRating).length}件`,
    ...outside.map(({ rating, goals }) => `${nameRating(rating)}（順序の外）のものは${goals.length}件`),
    `資料の中に食い違いのあるものは${items.filter((item) => item.findings.length > 0).length}件`,
  ];
  return `${years}の重点目標のうち、${counts.join("、")}です。${scaleDifference ?? ""}`;
}

/** 「達成度 B → D（継続の候補との比較）」: what nobody looked at is called a guess. */
export function describeFall({ from, checked }: Fall, to: RatingValue | null): string {
  return `達成度 ${from.short} → ${to?.short ?? ja.notRated}${checked ? "" : "（継続の候補との比較）"}`;
}

/** 「令和7年度 健康部　分野：防災　所管：危機管理課」, with the department where there are several. */
export function describePlace({ fiscalYear, department, policyArea, responsibleUnits }: GoalRow, severalDepartments: boolean): string {
  const whose = severalDepartments ? ` ${department}` : "";
  return `${formatFiscalYear(fiscalYear)}${whose}　${goalJa.area}：${policyArea ?? ja.none}　${goalJa.unit}：${responsibleUnits.join("、") || ja.none}`;
}

/** As many titles as are told of one number. */
const MOST_TITLES = 3;

/** Goals outside the order in words: how many, what that means, and the first of their titles. */
export function describeOutside({ fiscalYear, rating, goals }: OutsideItem): { title: string; titles: string } {
  const departments = [...new Set(goals.map((goal) => goal.department))];
  const who = departments.length === 1 ? departments[0]! : `${departments.length}部`;
  const titles = goals.slice(0, MOST_TITLES).map((goal) => `「${goal.title}」`);
  const rest = goals.length > MOST_TITLES ? `ほか${goals.length - MOST_TITLES}件` : "";
  return {
    title: `${formatFiscalYear(fiscalYear)} ${who}の${goals.length}件は${nameRating(rating)}（達成度の順序の外）`,
    titles: titles.join("") + rest,
  };
}
