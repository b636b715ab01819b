import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { foldLabel } from "@/lib/domain/rating/label";
import type { PlanRow } from "@/lib/domain/rows";

/**
 * What differs between the scales of the plans, as a Japanese sentence; `null` where all agree on what every rating
 * means: its thresholds, its label and its place in the order. A rating that only one scale has is a difference too.
 */
export function describeScaleDifference(plans: readonly PlanRow[]): string | null {
  const [first, ...others] = [...plans].sort((a, b) => a.fiscalYear - b.fiscalYear);
  for (const other of others) {
    if (other.scale === first!.scale) continue;
    for (const rating of new Set([...listRatings(first!), ...listRatings(other)])) {
      for (const describe of [describeRange, describeLabel, describeRank]) {
        const [one, two] = [describe(first!, rating), describe(other, rating)];
        if (one.compared === two.compared) continue;
        return `達成度の区分が資料によって異なり（${rating}は${nameOf(first!)}で${one.told}、${nameOf(other)}で${two.told}）、同じ文字でも同じ意味とはかぎりません。`;
      }
    }
  }
  return null;
}

/** What a plan's scale says of a rating, in words and for comparing. */
interface Said {
  compared: string;
  told: string;
}

function listRatings({ scale }: PlanRow): Rating[] {
  return scale.entries.map(({ rating }) => rating);
}

function nameOf(plan: PlanRow): string {
  return `${formatFiscalYear(plan.fiscalYear)} ${plan.department}`;
}

function describeRange(plan: PlanRow, rating: Rating): Said {
  const entry = findEntry(plan, rating);
  const range = entry ? printRange(entry) : "区分なし";
  return { compared: range, told: plan.ratingScale.length === 0 ? "区分の記載なし" : range };
}

function describeLabel(plan: PlanRow, rating: Rating): Said {
  const entry = findEntry(plan, rating);
  const meaning = entry?.label ?? entry?.criterion ?? null;
  return { compared: foldLabel(meaning), told: meaning === null ? "説明なし" : `「${meaning}」` };
}

function describeRank({ scale }: PlanRow, rating: Rating): Said {
  const rank = scale.values.find((value) => value.rating === rating)?.rank ?? null;
  const place = rank === null ? "順序の外" : `上から${rank + 1}番目`;
  return { compared: place, told: place };
}

function findEntry({ scale }: PlanRow, rating: Rating): RatingScaleEntry | undefined {
  return scale.entries.find((entry) => entry.rating === rating);
}

function printRange({ min: least, max }: RatingScaleEntry): string {
  // 「0%以上50%未満」 and 「50%未満」 mean the same.
  const min = least === 0 && max !== 0 && max !== null ? null : least;
  if (min === null && max === null) return "割合の定めなし";
  if (min === max) return `${min}%`;
  return [min !== null ? `${min}%以上` : "", max !== null ? `${max}%未満` : ""].join("");
}
