import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { RatingScaleEntry } from "@/lib/domain/plan";
import type { PlanRow } from "@/lib/domain/rows";

/**
 * What differs between the scales that the plans print, as a Japanese sentence; `null` where all that print one agree
 * on every rating's thresholds. A rating that only one scale has is a difference too.
 */
export function describeScaleDifference(plans: readonly PlanRow[]): string | null {
  const printed = plans.filter((plan) => plan.ratingScale.length > 0).sort((a, b) => a.fiscalYear - b.fiscalYear);
  const [first, ...others] = printed;
  for (const other of others) {
    const ratings = new Set([...first!.ratingScale, ...other.ratingScale].map((entry) => entry.rating));
    for (const rating of ratings) {
      const [one, two] = [first!, other].map((plan) => describeRange(plan.ratingScale.find((entry) => entry.rating === rating)));
      if (one === two) continue;
      return `達成度の区分が資料によって異なり（${rating}は${nameOf(first!)}で${one}、${nameOf(other)}で${two}）、同じ文字でも同じ意味とはかぎりません。`;
    }
  }
  return null;
}

function nameOf(plan: PlanRow): string {
  return `${formatFiscalYear(plan.fiscalYear)} ${plan.department}`;
}

function describeRange(entry: RatingScaleEntry | undefined): string {
  if (!entry) return "区分なし";
  const { min, max } = entry;
  if (min === null && max === null) return "割合の定めなし";
  if (min === max) return `${min}%`;
  return [min !== null ? `${min}%以上` : "", max !== null ? `${max}%未満` : ""].join("");
}
