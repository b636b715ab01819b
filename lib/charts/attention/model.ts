import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { compareDepartments, listDepartments } from "@/lib/domain/department";
import { isOfSubstance } from "@/lib/domain/finding-kind";
import { goalRating } from "@/lib/domain/goal-filter";
import { sortRatings } from "@/lib/domain/rating/comparison";
import { isLow } from "@/lib/domain/rating/tone";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { FindingRow, GoalRow, PlanRow } from "@/lib/domain/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import { sumUpCarriedOn } from "../carried-on/model";
import { type Focus, nameGoal } from "../focus";
import { groupBy } from "../group-by";
import { compareLeadingYear, findLeadingYear, isComparison, observeGoals } from "../rating-comparison";
import { describeScaleDifference } from "../scale-basis";
import { nameLowRatings } from "./low-rating";

/** A goal that someone should look at, and why. */
export interface AttentionItem {
  goal: GoalRow;
  rating: RatingValue | null;
  lowRating: boolean;
  /** Its rating stands outside the order. */
  outside: boolean;
  /** Those about what the document says; others stand with the documents. */
  findings: FindingRow[];
  fall: Fall | null;
}

/** The better rating of a goal that it carries on, in the year that it is compared with; `checked` where planners decided that it does. */
export interface Fall {
  from: RatingValue;
  checked: boolean;
}

/** The goals of a year whose rating stands outside the order: a number of its own, however many low ones there are. */
export interface OutsideItem {
  fiscalYear: number;
  rating: RatingValue;
  goals: GoalRow[];
}

/** A year some of whose goals carry no rating, and the departments they belong to. */
export interface NotRatedItem {
  fiscalYear: number;
  departments: string[];
  goals: number;
  /** All of them are in plans that were published before the year's evaluation. */
  plansOnly: boolean;
}

/** View model of what needs attention: goals whose rating fell, then those with a low one, the worst first, then those outside the order, then those with findings. */
export interface Attention {
  /** What it is told in. */
  language: Language;
  fiscalYears: number[];
  items: AttentionItem[];
  /** The items that are told one by one; those outside the order only for their findings, as `outside` tells them together. */
  listed: AttentionItem[];
  outside: OutsideItem[];
  notRated: NotRatedItem[];
  /** The items whose rating fell. */
  fallen: AttentionItem[];
  /** What counts as low, in words: C以下. */
  low: string;
  /** How the scales that the goals are rated by differ, in words; `null` where they do not. */
  scaleDifference: string | null;
  /** The goal that stands out, if one was asked for. */
  focus?: Focus;
}

/**
 * What needs attention in each department's newest plan shown, up to the leading year: a rating of its scale's lower half, or a finding; which
 * goals stand outside the order; and, for every year shown, how many goals are not rated.
 */
export function listAttention(plans: readonly PlanRow[], goals: readonly GoalRow[], history: ContinuationHistory, language: Language = "ja"): Attention {
  const texts = chartTexts(language);
  const observed = observeGoals(goals);
  const leadingYear = findLeadingYear(plans, observed);
  const falls = listFalls(history, compareLeadingYear(plans, observed));
  const newest = new Map<string, PlanRow>();
  for (const plan of plans) {
    if (plan.fiscalYear > leadingYear! || isReplaced(plan, leadingYear!)) continue;
    const key = `${plan.municipality}\n${plan.departmentId}`;
    if ((newest.get(key)?.fiscalYear ?? 0) < plan.fiscalYear) newest.set(key, plan);
  }
  const newestIds = new Set([...newest.values()].map((plan) => plan.id));
  const shown = goals.filter((goal) => newestIds.has(goal.planId));
  const ratedIds = new Set(shown.flatMap((goal) => (goalRating(goal) === null ? [] : goal.planId)));
  const ratedPlans = [...newest.values()].filter((plan) => ratedIds.has(plan.id));
  const items = shown
    .map((goal): AttentionItem => {
      const rating = goalRating(goal);
      return {
        goal,
        rating,
        lowRating: rating !== null && isLow(rating.tone),
        outside: rating?.outside ?? false,
        findings: goal.findings.filter(isOfSubstance),
        fall: falls.get(goal.id) ?? null,
      };
    })
    .filter((item) => item.fall || item.lowRating || item.outside || item.findings.length > 0)
    .sort(
      (a, b) =>
        severity(b) - severity(a) ||
        (a.fall || a.lowRating ? sortRatings(b.rating, a.rating) : 0) ||
        compareDepartments(a.goal, b.goal) ||
        a.goal.number - b.goal.number,
    );
  const years = [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
  const notRated = years.flatMap((fiscalYear): NotRatedItem[] => {
    const own = goals.filter((goal) => goal.fiscalYear === fiscalYear && goalRating(goal) === null);
    if (own.length === 0) return [];
    const departments = listDepartments(own).map(({ name }) => name);
    return [{ fiscalYear, departments, goals: own.length, plansOnly: own.every((goal) => goal.stage === "plan") }];
  });
  return {
    language,
    fiscalYears: [...new Set([...newest.values()].map((plan) => plan.fiscalYear))],
    items,
    listed: items.filter((item) => !item.outside || item.findings.length > 0),
    outside: listOutside(shown),
    notRated,
    fallen: items.filter(({ fall }) => fall),
    low: nameLowRatings(
      (ratedPlans.length > 0 ? ratedPlans : [...newest.values()]).map(({ scale }) => scale),
      texts,
    ),
    scaleDifference: describeScaleDifference(ratedPlans, texts),
  };
}

/** The same with a goal brought out, by its id. */
export function bringOutGoal(attention: Attention, asked: string): Attention {
  const goal = attention.items.find((item) => item.goal.id === asked)?.goal;
  return { ...attention, focus: { asked, name: goal ? nameGoal(goal, chartTexts(attention.language)) : null } };
}

/** Whether the plan's department has gone into others by `year`. */
function isReplaced({ departmentId, fiscalYear, changes = [] }: PlanRow, year: number): boolean {
  return changes.some(
    (change) => change.fiscalYear > fiscalYear && change.fiscalYear <= year && change.from.includes(departmentId) && !change.to.includes(departmentId),
  );
}

function severity({ fall, lowRating, outside }: AttentionItem): number {
  return fall ? 3 : lowRating ? 2 : outside ? 1 : 0;
}

/** From what goals fell, by the goals' ids: of several that one carries on, the best. */
function listFalls(history: ContinuationHistory, comparison: ReturnType<typeof compareLeadingYear>): Map<string, Fall> {
  const carried = isComparison(comparison) ? sumUpCarriedOn(history, { ...comparison, level: "goal" }) : null;
  const falls = (carried?.pairs ?? [])
    .filter(({ move }) => move === "down")
    .map(({ before, after, checked }) => [after[0]!.key, { from: before[0]!.rating!, checked }] as const);
  return new Map(falls.toSorted(([, a], [, b]) => sortRatings(b.from, a.from)));
}

/** By year and by what the rating says. */
function listOutside(goals: readonly GoalRow[]): OutsideItem[] {
  const outside = goals.filter((goal) => goalRating(goal)?.outside);
  const groups = groupBy(outside, (goal) => `${goal.fiscalYear} ${goalRating(goal)!.rating}\n${goalRating(goal)!.label}`);
  return [...groups.values()]
    .map((own): OutsideItem => ({ fiscalYear: own[0]!.fiscalYear, rating: goalRating(own[0]!)!, goals: own.toSorted((a, b) => a.number - b.number) }))
    .sort((a, b) => b.fiscalYear - a.fiscalYear || (a.rating.rating < b.rating.rating ? -1 : 1));
}
