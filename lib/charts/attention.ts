import { goalRating } from "@/lib/domain/goal-filter";
import { ratingRank } from "@/lib/domain/rating";
import type { FindingRow, GoalRow, PlanRow } from "@/lib/domain/rows";

/** A goal that someone should look at, and why. */
export interface AttentionItem {
  goal: GoalRow;
  rating: string | null;
  lowRating: boolean;
  findings: FindingRow[];
}

/** A year of a department whose goals carry no rating. */
export interface NotRatedItem {
  plan: PlanRow;
  goals: number;
}

/** View model of what needs attention: goals first by rating, the worst first, then those with findings. */
export interface Attention {
  fiscalYears: number[];
  items: AttentionItem[];
  notRated: NotRatedItem[];
}

/** The worst place on the scale from A (0) that needs no attention: B. */
const GOOD_ENOUGH = 1;

/**
 * What needs attention in each department's newest plan shown: a rating of C or below (or E, which says that it
 * could not be rated), or a finding; and, for every year shown, plans whose goals are not rated.
 */
export function listAttention(plans: readonly PlanRow[], goals: readonly GoalRow[]): Attention {
  const newest = new Map<string, PlanRow>();
  for (const plan of plans) {
    const key = `${plan.municipality}\n${plan.department}`;
    if ((newest.get(key)?.fiscalYear ?? 0) < plan.fiscalYear) newest.set(key, plan);
  }
  const newestIds = new Set([...newest.values()].map((plan) => plan.id));
  const items = goals
    .filter((goal) => newestIds.has(goal.planId))
    .map((goal): AttentionItem => {
      const rating = goalRating(goal);
      return { goal, rating, lowRating: isLow(rating), findings: goal.findings };
    })
    .filter((item) => item.lowRating || item.findings.length > 0)
    .sort((a, b) => severity(b) - severity(a) || a.goal.number - b.goal.number);
  const notRated = plans
    .map((plan) => ({ plan, goals: goals.filter((goal) => goal.planId === plan.id && goalRating(goal) === null).length }))
    .filter((item) => item.goals > 0);
  return { fiscalYears: [...new Set([...newest.values()].map((plan) => plan.fiscalYear))], items, notRated };
}

function isLow(rating: string | null): boolean {
  if (rating === null) return false;
  const rank = ratingRank(rating);
  return rank === null || rank > GOOD_ENOUGH;
}

function severity(item: AttentionItem): number {
  const rank = item.rating === null ? -1 : (ratingRank(item.rating) ?? GOOD_ENOUGH);
  return item.lowRating ? 10 + rank : item.findings.length > 0 ? 1 : 0;
}
