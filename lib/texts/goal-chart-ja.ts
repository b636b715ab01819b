import { formatFiscalYear, formatFiscalYearShort } from "@/lib/domain/fiscal-year";
import { goalJa } from "./goal-ja";

/** Texts of the chart of one goal, in Japanese. */
export const goalChartJa = {
  name: "一つの重点目標",
  title: (year: number, department: string, number: number, title: string) => `${formatFiscalYear(year)} ${department} 重点目標${number}：${title}`,
  numbered: goalJa.numbered,
  goalsOf: goalJa.goalsOf,
  /** What a mark is called: the goal with its rating. */
  named: (number: number, title: string, rating: string) => `${goalJa.numbered(number)} ${title}：${rating}`,
  inYear: (year: number, number: number, title: string, rating: string) => `${formatFiscalYear(year)} ${goalJa.numbered(number)} ${title}：${rating}`,
  place: (area: string, units: string) => `${goalJa.area}：${area}　${goalJa.unit}：${units}`,
  overall: "全体の達成度",
  listed: "一覧表の達成度",
  targets: (count: number) => `達成目標 ${count}件`,
  initiatives: (count: number) => `具体的取組 ${count}件`,
  more: (count: number) => `ほか${count}件`,
  rated: (what: string, rating: string) => `${what}は「${rating}」です。`,
  notRated: "達成度は評価未掲載です。",
  planned: goalJa.planned as string,
  withoutRating: goalJa.withoutRating as string,
  notOnScale: goalJa.notOnScale,
  targetRating: (rating: string) => `達成目標の達成度は${rating}です。`,
  targetsAlike: (count: number, rating: string) => `達成目標${count}件の達成度はいずれも${rating}です。`,
  targetRatings: (count: number, ratings: readonly string[]) => `達成目標${count}件の達成度は${ratings.join("・")}です。`,
  /** One of several ratings, with how many targets have it. */
  ratingOf: (rating: string, count: number) => `${rating} ${count}件`,
  targetsNotRated: (count: number) => `達成目標${count}件の達成度は評価未掲載です。`,
  noPredecessor: (year: number) => `${goalJa.noPredecessor(year, "goal")}。`,
  noSuccessor: (year: number) => `${goalJa.noSuccessor(year, "goal")}。`,
  link: goalJa.link,
  links: goalJa.links,
  /** 前の令和3年度の重点目標5・6（統合の候補2件、職員未確認）は評価未掲載です。 */
  before: (year: number, goals: string, links: string, ratings: string) => `前の${formatFiscalYear(year)}の${goals}（${links}）は${ratings}です。`,
  after: (year: number, goals: string, links: string, ratings: string) => `後の${formatFiscalYear(year)}の${goals}（${links}）は${ratings}です。`,
  otherScale: `${goalJa.otherScale}。`,
  dashed: goalJa.dashed as string,
  solid: goalJa.solid as string,
  blank: goalJa.blank as string,
  missing: goalJa.missing,
  notDrawn: goalJa.notDrawn,
  noDocuments: goalJa.noDocuments as string,
  part: { target: "達成目標", initiative: "具体的取組" } as Record<"target" | "initiative", string>,
  /** 令和7 as its era and its number; a year before the eras as it is. */
  axis: (year: number): { era: string; count: string } => {
    const [, era, count] = /^(\D*?)(元|\d+)$/.exec(formatFiscalYearShort(year))!;
    return { era: era!, count: count! };
  },
};
