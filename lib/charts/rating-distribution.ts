import { goalRating, NONE, type GoalFilter } from "@/lib/domain/goal-filter";
import type { Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { formatRating } from "@/lib/domain/rating";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { groupBy } from "./group-by";
import { describeScaleDifference } from "./scale-basis";
import { ratingTone, type RatingTone } from "./rating-tone";

/** One goal or one target in the chart. `mark` names it in the page, `goalId` is where it leads. */
export interface RatedUnit {
  mark: string;
  goalId: string;
  name: string;
  rating: Rating | null;
}

/** The units of one row that share a rating. `share` is of the row's rated units, `null` for the not rated. */
export interface Segment {
  rating: Rating | null;
  tone: RatingTone;
  label: string;
  count: number;
  share: number | null;
  units: RatedUnit[];
  filter: GoalFilter;
}

/** One group in one fiscal year. */
export interface DistributionRow {
  fiscalYear: number;
  total: number;
  rated: number;
  segments: Segment[];
  filter: GoalFilter;
}

/** One policy area, policy goal or department, with a row for each year shown. */
export interface DistributionGroup {
  name: string | null;
  rows: DistributionRow[];
}

/** View model of the rating distribution: what the static and the interactive chart, the table and the files all take. */
export interface RatingDistribution {
  unit: "goals" | "targets";
  measure: "count" | "share";
  by: "area" | "policy-goal" | "department" | "year";
  fiscalYears: number[];
  groups: DistributionGroup[];
  /** All groups together, a row a year. */
  totals: DistributionRow[];
  /** Ratings that occur or that a shown document's scale names, best first, then the not rated. */
  categories: { rating: Rating | null; tone: RatingTone; label: string }[];
  /** How the scales of the rated plans shown differ, in words; `null` where they do not. */
  scaleDifference: string | null;
}

/** What a drawing of it takes: without the totals, which hold each unit a second time. */
export type DrawnDistribution = Omit<RatingDistribution, "totals" | "scaleDifference">;

/** What the chart is asked to show. */
export interface DistributionOptions {
  unit: RatingDistribution["unit"];
  measure: RatingDistribution["measure"];
  by: RatingDistribution["by"];
  filter: GoalFilter;
}

type Observation = { goal: GoalRow; unit: RatedUnit };

/**
 * Counts goals or targets by rating for each group and year. `plans` are the plans shown (they give the
 * years and the scales, also where a year holds no goal), `goals` their goals.
 */
export function countRatings(plans: readonly PlanRow[], goals: readonly GoalRow[], options: DistributionOptions): RatingDistribution {
  const scale = joinScales(plans);
  const fiscalYears = [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
  const observations = goals.flatMap((goal) => observe(goal, options.unit));
  const byGroup = groupBy(observations, ({ goal }) => groupOf(goal, options.by));
  const countRow = (fiscalYear: number, of: readonly Observation[], filter: GoalFilter) =>
    makeRow(fiscalYear, of, { ...options.filter, ...filter, fiscalYears: [fiscalYear] }, options.unit, scale);
  const countYears = (of: readonly Observation[], filter: GoalFilter) => {
    const byYear = groupBy(of, ({ goal }) => goal.fiscalYear);
    return fiscalYears.map((year) => countRow(year, byYear.get(year) ?? [], filter));
  };
  const ratedPlans = new Set(goals.flatMap((goal) => (goalRating(goal) === null ? [] : goal.planId)));
  return {
    unit: options.unit,
    measure: options.measure,
    by: options.by,
    fiscalYears,
    groups: orderGroups(goals, options.by).map((name) => ({
      name,
      rows: countYears(byGroup.get(name) ?? [], filterFor(goals, options.by, name)),
    })),
    totals: countYears(observations, {}),
    categories: listCategories(observations, scale),
    scaleDifference: describeScaleDifference(plans.filter((plan) => ratedPlans.has(plan.id))),
  };
}

function observe(goal: GoalRow, unit: DistributionOptions["unit"]): Observation[] {
  if (unit === "goals") {
    const name = `重点目標${goal.number} ${goal.title}`;
    return [{ goal, unit: { mark: goal.id, goalId: goal.id, name, rating: goalRating(goal) } }];
  }
  return goal.targets.map((target) => ({
    goal,
    unit: { mark: `${goal.id}-t${target.position + 1}`, goalId: goal.id, name: target.text, rating: target.rating },
  }));
}

function makeRow(
  fiscalYear: number,
  observations: readonly Observation[],
  filter: GoalFilter,
  unit: DistributionOptions["unit"],
  scale: readonly RatingScaleEntry[],
): DistributionRow {
  const units = observations.map((observation) => observation.unit);
  const rated = units.filter((each) => each.rating !== null).length;
  const byRating = groupBy(units, (each) => each.rating);
  const segments = orderRatings([...byRating.keys()], scale).map((rating): Segment => {
    const own = byRating.get(rating)!;
    const value = [rating ?? NONE];
    return {
      rating,
      tone: ratingTone(rating, scale),
      label: formatRating(rating, scale),
      count: own.length,
      share: rating === null ? null : own.length / rated,
      units: own,
      filter: { ...filter, ...(unit === "goals" ? { ratings: value } : { targetRatings: value }) },
    };
  });
  return { fiscalYear, total: units.length, rated, segments, filter };
}

/** One scale out of the plans' own: each rating once, in the order of the newest plan that prints it. */
function joinScales(plans: readonly PlanRow[]): RatingScaleEntry[] {
  const newestFirst = [...plans].sort((a, b) => b.fiscalYear - a.fiscalYear);
  const joined = new Map<Rating, RatingScaleEntry>();
  for (const entry of newestFirst.flatMap((plan) => plan.ratingScale)) {
    if (!joined.has(entry.rating)) joined.set(entry.rating, entry);
  }
  return [...joined.values()];
}

function listCategories(observations: readonly Observation[], scale: readonly RatingScaleEntry[]) {
  const ratings: (Rating | null)[] = [...scale.map((entry) => entry.rating), ...observations.map(({ unit }) => unit.rating)];
  return orderRatings(ratings, scale).map((rating) => ({
    rating,
    tone: ratingTone(rating, scale),
    label: formatRating(rating, scale),
  }));
}

/** The different ratings, as the scale orders them, then those it does not hold, then the not rated. */
function orderRatings(ratings: readonly (Rating | null)[], scale: readonly RatingScaleEntry[]): (Rating | null)[] {
  const place = (rating: Rating | null) => {
    if (rating === null) return Number.MAX_SAFE_INTEGER;
    const index = scale.findIndex((entry) => entry.rating === rating);
    return index === -1 ? scale.length + rating.charCodeAt(0) : index;
  };
  return [...new Set(ratings)].sort((a, b) => place(a) - place(b));
}

function groupOf(goal: GoalRow, by: DistributionOptions["by"]): string | null {
  if (by === "year") return ja.all;
  if (by === "area") return goal.policyArea;
  return by === "department" ? goal.department : (goal.policyGoal?.name ?? null);
}

/** Groups by what they hold, the largest first, so that the same data always gives the same order; no name comes last. */
function orderGroups(goals: readonly GoalRow[], by: DistributionOptions["by"]): (string | null)[] {
  const compare = ([a, ofA]: [string | null, readonly GoalRow[]], [b, ofB]: [string | null, readonly GoalRow[]]) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return ofB.length - ofA.length || (a < b ? -1 : 1);
  };
  return [...groupBy(goals, (goal) => groupOf(goal, by))].sort(compare).map(([name]) => name);
}

function filterFor(goals: readonly GoalRow[], by: DistributionOptions["by"], name: string | null): GoalFilter {
  if (by === "year") return {};
  if (by === "area") return { policyAreas: [name ?? NONE] };
  if (by === "policy-goal") return { policyGoals: [name ?? NONE] };
  return { departments: [goals.find((goal) => goal.department === name)?.departmentId ?? NONE] };
}
