import type { Rating } from "@/lib/domain/plan";
import { isRanked, sortRatings } from "@/lib/domain/rating/comparison";
import type { RatingTone } from "@/lib/domain/rating/tone";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { PlanRow } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { groupBy } from "../group-by";
import { categoryKey, listRatingCategories } from "../rating-distribution/category";

/** A height of the drawing: a rank of a scale, or below all of them what stands outside the order, or is not rated. */
export interface ChangeRow {
  key: string;
  rating: Rating | null;
  tone: RatingTone;
  /** What its mark shows. */
  short: string;
  /** What it is called: A 達成, 評価未掲載. */
  label: string;
  /** Index of its scale; `null` for what stands below. */
  scale: number | null;
  /** Of the first row of one of several scales: whose it is. */
  caption: string | null;
}

/** Names the row of a rating. Ranks of scales that mean the same are one. */
export function rowKey(value: RatingValue | null): string {
  return isRanked(value) ? `${value.order}\n${value.rank}` : categoryKey(value);
}

/**
 * The rows that ratings need: of each scale all ranks, the best first, the scale of most ratings first; below them what
 * occurs of what stands outside the order, of what no scale knows, and the not rated.
 */
export function listChangeRows(plans: readonly PlanRow[], occurring: readonly (RatingValue | null)[], texts: ChartTexts): ChangeRow[] {
  const ranked = [...groupBy(occurring.filter(isRanked), ({ order }) => order)].sort(([, a], [, b]) => b.length - a.length);
  const scales = ranked.map(([order, own]) => {
    const values = plans.find((plan) => plan.scale.order === order)?.scale.values.filter(isRanked) ?? own;
    return { order, values: [...groupBy(values, rowKey).values()].map(([value]) => value!).sort(sortRatings) };
  });
  const categories = listRatingCategories(plans, [...occurring, ...scales.flatMap(({ values }) => values)], texts);
  const makeRow = (value: RatingValue | null, scale: number | null, caption: string | null): ChangeRow => {
    const { rating, tone, short, label } = categories.get(categoryKey(value))!;
    return { key: rowKey(value), rating, tone, short: short ?? rating ?? "", label, scale, caption };
  };
  const ranks = scales.flatMap(({ order, values }, scale) =>
    values.map((value, index) => makeRow(value, scale, index === 0 && scales.length > 1 ? nameScale(order, plans, texts) : null)),
  );
  const below = [
    ...groupBy(
      occurring.filter((value) => !isRanked(value)),
      rowKey,
    ).values(),
  ]
    .map(([value]) => value!)
    .sort(sortRatings);
  return [...ranks, ...below.map((value) => makeRow(value, null, null))];
}

/** 「令和3年度の基準」, 「健康部ほか1部の基準」 */
function nameScale(order: string, plans: readonly PlanRow[], texts: ChartTexts): string {
  const own = plans.filter((plan) => plan.scale.order === order);
  const years = [...new Set(own.map(({ fiscalYear }) => fiscalYear))];
  const others = plans.filter((plan) => plan.scale.order !== order);
  if (years.length === 1 && others.every(({ fiscalYear }) => fiscalYear !== years[0])) return texts.change.scaleOfYear(years[0]!);
  const departments = [...new Set(own.map(({ department }) => department))];
  return texts.change.scaleOf(departments[0]!, departments.length - 1);
}
