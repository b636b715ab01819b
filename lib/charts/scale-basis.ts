import type { Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { foldLabel } from "@/lib/domain/rating/label";
import type { PlanRow } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";

/**
 * What differs between the scales of the plans, as a sentence; `null` where all agree on what every rating
 * means: its thresholds, its label and its place in the order. A rating that only one scale has is a difference too.
 */
export function describeScaleDifference(plans: readonly PlanRow[], texts: ChartTexts): string | null {
  const [first, ...others] = [...plans].sort((a, b) => a.fiscalYear - b.fiscalYear);
  for (const other of others) {
    if (other.scale === first!.scale) continue;
    for (const rating of new Set([...listRatings(first!), ...listRatings(other)])) {
      for (const describe of [describeRange, describeLabel, describeRank]) {
        const [one, two] = [describe(first!, rating, texts), describe(other, rating, texts)];
        if (one.compared === two.compared) continue;
        return texts.scale.difference(rating, nameOf(first!, texts), one.told, nameOf(other, texts), two.told);
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

function nameOf(plan: PlanRow, texts: ChartTexts): string {
  return `${texts.year(plan.fiscalYear)} ${plan.department}`;
}

function describeRange(plan: PlanRow, rating: Rating, { scale }: ChartTexts): Said {
  const entry = findEntry(plan, rating);
  const range = entry ? printRange(entry, scale) : scale.noEntry;
  return { compared: range, told: plan.ratingScale.length === 0 ? scale.noScale : range };
}

function describeLabel(plan: PlanRow, rating: Rating, texts: ChartTexts): Said {
  const entry = findEntry(plan, rating);
  const meaning = entry?.label ?? entry?.criterion ?? null;
  return { compared: foldLabel(meaning), told: meaning === null ? texts.scale.noMeaning : texts.quote(texts.meaning(meaning)) };
}

function describeRank({ scale }: PlanRow, rating: Rating, { scale: told }: ChartTexts): Said {
  const rank = scale.values.find((value) => value.rating === rating)?.rank ?? null;
  const place = rank === null ? told.outside : told.rank(rank + 1);
  return { compared: place, told: place };
}

function findEntry({ scale }: PlanRow, rating: Rating): RatingScaleEntry | undefined {
  return scale.entries.find((entry) => entry.rating === rating);
}

function printRange({ min: least, max }: RatingScaleEntry, texts: ChartTexts["scale"]): string {
  // 「0%以上50%未満」 and 「50%未満」 mean the same.
  const min = least === 0 && max !== 0 && max !== null ? null : least;
  if (min === null && max === null) return texts.noRange;
  if (min === max) return `${min}%`;
  return texts.range(min !== null ? texts.least(min) : "", max !== null ? texts.below(max) : "");
}
