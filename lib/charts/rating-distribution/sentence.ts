import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { sortRatings } from "@/lib/domain/rating/comparison";
import type { Direction } from "@/lib/domain/rating/direction";
import { quoteRating } from "@/lib/domain/rating/name";
import type { RatingValue } from "@/lib/domain/rating/value";
import { ja } from "@/lib/texts/ja";
import { groupBy } from "../group-by";
import { isComparison, type RatingComparison } from "../rating-comparison";
import type { DistributionRow, RatingDistribution, Segment } from "./model";

/** Title of the chart: what it counts, and by what. */
export function titleRatings(chart: RatingDistribution): string {
  const by = chart.by === "year" ? "年度別" : `${ja.grouping[chart.by]}別・年度別`;
  return `${by}の${ja.unit[chart.unit]}の達成度（${ja.measure[chart.measure]}）`;
}

/** 「A 達成 1、B 概ね達成 2」: the ratings of a row and how many units have each. */
export function listSegments(row: DistributionRow): string {
  return row.segments.map((segment) => `${segment.label} ${segment.count}`).join("、");
}

/** The row of the leading year, which headlines tell; a newer plan without ratings stands beside it. */
export function findLeadingRow({ totals, leadingYear }: Pick<RatingDistribution, "totals" | "leadingYear">): DistributionRow | undefined {
  return totals.find(({ fiscalYear }) => fiscalYear === leadingYear);
}

/** The dashboard's headline: what the leading year came to. */
export function headlineRatings(chart: RatingDistribution): string {
  const leading = findLeadingRow(chart);
  if (!leading || leading.total === 0) return `${ja.unit[chart.unit]}の記載はありません。`;
  const count = countUnits(leading.total, chart.unit);
  if (leading.rated === 0) return `${count}は、すべて評価未掲載です。`;
  return `${count}のうち、${listSegments(leading)}。`;
}

/** One sentence or two that read the chart: each group of the newest rated year, then what the years' comparison rests on. */
export function readRatings(chart: RatingDistribution): string {
  const newest = chart.totals.findLast((row) => row.rated > 0);
  if (!newest) return headlineRatings(chart) + compareYears(chart);
  const groups = chart.groups
    .map((group) => ({ name: group.name ?? ja.none, row: group.rows.find((row) => row.fiscalYear === newest.fiscalYear) }))
    .filter((group) => group.row && group.row.total > 0)
    .map((group) => `${group.name} ${group.row!.segments.map(shortSegment).join("・")}`);
  const told = groups.length > 5 ? [...groups.slice(0, 5), `ほか${groups.length - 5}区分`] : groups;
  return `${formatFiscalYear(newest.fiscalYear)}の内訳は、${told.join("、")}。${compareYears(chart)}`;
}

/** What the leading year is compared with, on what, and what comes of it; or why it is not compared. */
export function compareYears({ scaleDifference, ...chart }: RatingDistribution): string {
  return (scaleDifference ?? "") + tellComparison(chart);
}

function tellComparison({ comparison, totals, unit }: Pick<RatingDistribution, "comparison" | "totals" | "unit">): string {
  if (isComparison(comparison)) return readComparison(comparison);
  const years = comparison.years.map(formatFiscalYear).join("、");
  switch (comparison.why) {
    case "scales":
      return `資料により基準が異なるため、${years}の比較は行っていません。`;
    case "one-year": {
      const unrated = totals.filter((row) => row.total > 0 && comparison.years.includes(row.fiscalYear));
      return unrated.length === 0
        ? ""
        : `${unrated.map((row) => `${formatFiscalYear(row.fiscalYear)}の${countUnits(row.total, unit)}`).join("、")}は評価未掲載のため、達成度は比較できません。`;
    }
    case "not-rated":
      return comparison.years.length > 1 ? `${years}は評価未掲載のため、達成度は比較できません。` : "";
  }
}

const DIRECTIONS: Record<Direction, string> = {
  up: "どの区切りでみても、達成度は上がっています。",
  down: "どの区切りでみても、達成度は下がっています。",
  same: "達成度はほぼ同じです。",
  unclear: "全体として上がったか下がったかは、どちらとも言えません。",
};

/** 「令和6年度と同じ7部でみると、令和6年度は31件（A6・B12）、令和7年度は29件（A4・B14）です。どちらとも言えません。」 */
function readComparison({ from, to, departments, before, after, direction, leftOut, joined = [] }: RatingComparison): string {
  const out = [
    ...(leftOut.notRated.length > 0 ? [`評価未掲載の${leftOut.notRated.length}部`] : []),
    ...(leftOut.notBefore.length > 0 ? [`${formatFiscalYear(from)}に評価のない${leftOut.notBefore.length}部`] : []),
    ...(leftOut.reorganised ? [`再編の前後で評価がそろわない${leftOut.reorganised.length}部`] : []),
    ...(leftOut.otherScale.length > 0 ? [`達成度の基準が異なる${leftOut.otherScale.length}部`] : []),
  ];
  const same = departments.length === 1 ? `${departments[0]!.name}で` : `同じ${departments.length}部で`;
  const basis = out.length > 0 ? `${same}みると（${out.join("、")}を除く）、` : departments.length > 1 ? `${same}みると、` : "";
  return `${basis}${formatFiscalYear(from)}は${printCounts(before)}、${formatFiscalYear(to)}は${printCounts(after)}です。${joined.map(tellJoined).join("")}${DIRECTIONS[direction]}`;
}

/** 「再編された総務部と、財務部・総務部は、それぞれ合わせて比べています。」 */
function tellJoined({ before, after }: NonNullable<RatingComparison["joined"]>[number]): string {
  return `再編前の${before.join("・")}は、再編後の${after.join("・")}と合わせて比べています。`;
}

/** 「29件（A4・B14・C6・E3）」, the best first, then what stands outside the order. */
function printCounts(values: readonly RatingValue[]): string {
  const groups = [...groupBy(values, ({ rating }) => rating).values()].sort(([a], [b]) => sortRatings(a!, b!));
  return `${values.length}件（${groups.map((own) => `${quoteRating(own[0]!)}${own.length}`).join("・")}）`;
}

/** 「4件の重点目標」 */
export function countUnits(count: number, unit: RatingDistribution["unit"]): string {
  return `${count}件の${ja.unit[unit]}`;
}

/** 「A1件」; with its meaning where the row has several of the letter. */
export function shortSegment(segment: Segment): string {
  const name = segment.variant === undefined ? segment.rating : segment.label;
  return `${name ?? ja.notRated}${segment.count}件`;
}
