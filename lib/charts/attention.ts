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

/** A year some of whose goals carry no rating, and the departments they belong to. */
export interface NotRatedItem {
  fiscalYear: number;
  departments: string[];
  goals: number;
  /** All of them are in plans that were published before the year's evaluation. */
  plansOnly: boolean;
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
 * could not be rated), or a finding; and, for every year shown, how many goals are not rated.
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
  const years = [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
  const notRated = years.flatMap((fiscalYear): NotRatedItem[] => {
    const own = goals.filter((goal) => goal.fiscalYear === fiscalYear && goalRating(goal) === null);
    if (own.length === 0) return [];
    const departments = [...new Set(own.map((goal) => goal.department))];
    return [{ fiscalYear, departments, goals: own.length, plansOnly: own.every((goal) => goal.stage === "plan") }];
  });
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
