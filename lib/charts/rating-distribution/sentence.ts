import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { quoteRating } from "@/lib/domain/rating/name";
import { isGood } from "@/lib/domain/rating/tone";
import { ja } from "@/lib/texts/ja";
import type { DistributionRow, RatingDistribution, Segment } from "./model";

/** Title of the chart: what it counts, and by what. */
export function titleRatings(chart: RatingDistribution): string {
  const by = chart.by === "year" ? "年度" : `${ja.grouping[chart.by]}と年度`;
  return `${by}でみた${ja.unit[chart.unit]}の達成度（${ja.measure[chart.measure]}）`;
}

/** 「A 達成 1、B 概ね達成 2」: the ratings of a row and how many units have each. */
export function listSegments(row: DistributionRow): string {
  return row.segments.map((segment) => `${segment.label} ${segment.count}`).join("、");
}

/** The dashboard's headline: what the newest shown year came to. */
export function headlineRatings(chart: RatingDistribution): string {
  const newest = chart.totals.at(-1);
  if (!newest || newest.total === 0) return `${ja.unit[chart.unit]}の記載はありません。`;
  const count = countUnits(newest.total, chart.unit);
  if (newest.rated === 0) return `${count}は、すべて評価未掲載です。`;
  return `${count}のうち、${listSegments(newest)}。`;
}

/** One sentence or two that read the chart: each group of the newest rated year, then what the years' comparison rests on. */
export function readRatings(chart: RatingDistribution): string {
  const newest = chart.totals.findLast((row) => row.rated > 0);
  if (!newest) return chart.totals.some((row) => row.total > 0) ? compareYears(chart) : headlineRatings(chart);
  const groups = chart.groups
    .map((group) => ({ name: group.name ?? ja.none, row: group.rows.find((row) => row.fiscalYear === newest.fiscalYear) }))
    .filter((group) => group.row && group.row.total > 0)
    .map((group) => `${group.name}は${group.row!.segments.map(shortSegment).join("・")}`);
  const told = groups.length > 5 ? [...groups.slice(0, 5), `ほか${groups.length - 5}区分`] : groups;
  return `${formatFiscalYear(newest.fiscalYear)}の内訳は、${told.join("、")}。${compareYears(chart)}`;
}

/** What a comparison of the years shown rests on, or why there is none. */
export function compareYears(chart: RatingDistribution): string {
  const unrated = chart.totals.filter((row) => row.total > 0 && row.rated === 0);
  const rated = chart.totals.filter((row) => row.rated > 0);
  const refusals = unrated.map((row) => `${formatFiscalYear(row.fiscalYear)}の${countUnits(row.total, chart.unit)}は評価未掲載`);
  const refusal = refusals.length === 0 ? "" : `${refusals.join("、")}のため、達成度は比較できません。`;
  const [previous, newest] = [rated.at(-2), rated.at(-1)];
  const difference = chart.scaleDifference ?? "";
  if (!previous || !newest) return difference + refusal;
  if (difference) return `${difference}そのため、年度の間で割合を比べていません。${refusal}`;
  const good = chart.categories.flatMap(({ rating, tone }) => (rating !== null && isGood(tone) ? quoteRating({ rating }) : []));
  if (good.length === 0) return refusal;
  const top = (row: DistributionRow) => row.segments.filter((segment) => isGood(segment.tone));
  const part = (row: DistributionRow) => {
    const count = top(row).reduce((sum, segment) => sum + segment.count, 0);
    const outside = row.segments.filter((segment) => segment.tone === "e").map((segment) => `、順序の外の${segment.label}が${segment.count}件`);
    return `${formatFiscalYear(row.fiscalYear)}は評価のある${row.rated}件のうち${count}件（${Math.round((100 * count) / row.rated)}%${outside.join("")}）`;
  };
  return `${good.join("と")}${good.length > 1 ? "を合わせると" : ""}、${part(previous)}、${part(newest)}です。${refusal}`;
}

/** 4 as 4つの重点目標, 12 as 12の重点目標. */
export function countUnits(count: number, unit: RatingDistribution["unit"]): string {
  return `${count}${count < 10 ? "つ" : ""}の${ja.unit[unit]}`;
}

/** 「A 1件」; with its meaning where the row has several of the letter. */
export function shortSegment(segment: Segment): string {
  const name = segment.variant === undefined ? segment.rating : segment.label;
  return `${name ?? ja.notRated} ${segment.count}件`;
}
