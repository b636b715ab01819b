import type { Rating } from "@/lib/domain/plan";
import { sortRatings } from "@/lib/domain/rating/comparison";
import { foldLabel } from "@/lib/domain/rating/label";
import type { RatingTone } from "@/lib/domain/rating/tone";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { PlanRow } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { groupBy } from "../group-by";

/** One rating as a chart counts it. What scales mean differently by one letter are several; each has a label of its own. */
export interface RatingCategory {
  rating: Rating | null;
  tone: RatingTone;
  label: string;
  /** What a mark shows, where the rating is too long for one. */
  short?: string;
}

/** Names what is counted as one: the letter, what it means, and where it stands on its scale. */
export function categoryKey(value: RatingValue | null): string {
  return value === null ? "" : `${value.rating}\n${foldLabel(value.label)}\n${value.tone}`;
}

/**
 * The ratings that the plans' scales name and those that occur, by their keys: the best first (of several scales the
 * newest first where they stand alike), then those outside the order, then the not rated where there are any.
 */
export function listRatingCategories(plans: readonly PlanRow[], occurring: readonly (RatingValue | null)[], texts: ChartTexts): Map<string, RatingCategory> {
  const newestFirst = [...plans].sort((a, b) => b.fiscalYear - a.fiscalYear);
  const printed = newestFirst.flatMap((plan) => plan.scale.values.filter(() => plan.ratingScale.length > 0));
  const values = new Map<string, RatingValue | null>();
  for (const value of [...printed, ...occurring]) if (!values.has(categoryKey(value))) values.set(categoryKey(value), value);
  const ordered = [...values].sort(([, a], [, b]) => sortRatings(a, b));
  const byName = groupBy(ordered, ([, value]) => texts.rating(value));
  return new Map(
    ordered.map(([key, value]) => {
      const name = texts.rating(value);
      return [key, makeCategory(value, byName.get(name)!.length > 1 ? texts.distribution.users(name, nameUsers(key, newestFirst, texts)) : name)];
    }),
  );
}

/** What a category's letter means, for where the letter itself stands beside it. */
export function nameMeaning({ rating, label }: Pick<RatingCategory, "rating" | "label">): string {
  return rating === null ? label : label.replace(rating, "").trim() || label;
}

function makeCategory(value: RatingValue | null, label: string): RatingCategory {
  if (value === null) return { rating: null, tone: "none", label };
  const { rating, tone, short } = value;
  return { rating, tone, label, ...(short !== rating && { short }) };
}

/** The plans whose scales hold it. */
function nameUsers(key: string, plans: readonly PlanRow[], texts: ChartTexts): string {
  const users = plans.filter((plan) => plan.scale.values.some((value) => categoryKey(value) === key));
  return texts.list(users.map((plan) => `${texts.year(plan.fiscalYear)} ${plan.department}`)) || texts.distribution.noUsers;
}
