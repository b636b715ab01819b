import type { CarriedStatus } from "@/lib/continuation/span";
import { listDepartments } from "@/lib/domain/department";
import { type GoalFilter, goalRating, NONE } from "@/lib/domain/goal-filter";
import type { Rating } from "@/lib/domain/plan";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import type { Focus } from "../focus";
import { groupBy } from "../group-by";
import { type ComparisonRefusal, compareLeadingYear, findLeadingYear, observe as observeRating, type RatingComparison } from "../rating-comparison";
import { describeScaleDifference } from "../scale-basis";
import { findMissingYears } from "../year-gap";
import type { CarriedGoals, InitiativeCounts } from "./carried";
import { categoryKey, listRatingCategories, type RatingCategory } from "./category";
import { type Kin, markFocus, nameFocused } from "./focus";
import { filterFor, findDepartment, nameGroup, orderGroups } from "./group";
import { isSharePart } from "./narrowed";

/** One goal or one target in the chart. `mark` names it in the page, `goalId` is where it leads. */
export interface RatedUnit {
  mark: string;
  goalId: string;
  name: string;
  rating: Rating | null;
  /** It stands out, as the chart was asked for. */
  focused?: true;
  /** Its goal was carried on from the year that the chart marks. */
  carried?: CarriedStatus;
}

/** The units of one row that share a rating. `share` is of the row's rated units, `null` for the not rated. */
export interface Segment extends RatingCategory {
  /** Where the row has several meanings of the letter: which of them this is. */
  variant?: number;
  count: number;
  /** How many of them were carried on from the year that the chart marks, and of how many of these planners decided so. */
  carried?: number;
  confirmed?: number;
  /** How many of them stand out. */
  focused?: number;
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

/** What a drawing says of what was carried on. Counts are of goals or targets, as the chart counts, of all its years. */
export interface CarriedKey extends Pick<CarriedGoals, "from" | "to" | "only"> {
  count: number;
  confirmed: number;
}

/** One policy area, policy goal or department, with a row for each year shown. */
export interface DistributionGroup {
  name: string | null;
  rows: DistributionRow[];
  /** Of a department that has any. */
  initiatives?: InitiativeCounts;
}

/** View model of the rating distribution: what the static and the interactive chart, the table and the files all take. */
export interface RatingDistribution {
  /** What its names and texts are told in. */
  language: Language;
  unit: "goals" | "targets";
  measure: "count" | "share";
  by: "area" | "policy-goal" | "department" | "year";
  fiscalYears: number[];
  /** Years between these that there are no documents of. */
  missingYears: number[];
  groups: DistributionGroup[];
  /** All groups together, a row a year. */
  totals: DistributionRow[];
  /** Ratings that occur or that a shown document's scale names, best first, then the not rated. */
  categories: RatingCategory[];
  /** How the scales of the rated plans shown differ, in words; `null` where they do not. */
  scaleDifference: string | null;
  /** What was carried on from an earlier year to the leading one, which the marks tell; `null` where nothing was, or they do not. */
  carried: CarriedKey | null;
  /** What stands out, if that was asked for. */
  focus?: Focus | null;
  /** The newest year in which anything is rated, else the newest shown; `null` where no year is. */
  leadingYear: number | null;
  /** The leading year beside the one before it, or why they are not compared. */
  comparison: RatingComparison | ComparisonRefusal;
}

/** What a drawing of it takes: without the totals, which hold each unit a second time, and what sentences say. */
export type DrawnDistribution = Omit<RatingDistribution, "totals" | "scaleDifference" | "leadingYear" | "comparison">;

/** What the chart is asked to show. */
export interface DistributionOptions {
  unit: RatingDistribution["unit"];
  measure: RatingDistribution["measure"];
  by: RatingDistribution["by"];
  filter: GoalFilter;
  /** A goal's id, or a rating, that stands out. */
  focus?: string | null;
  /** What stands out with that goal. */
  kin?: Kin | null;
  /** All years that there are documents of, where some are not shown. */
  heldYears?: readonly number[];
  /** What was carried on; its marks tell. */
  carried?: CarriedGoals | null;
  /** Japanese where it is not said. */
  language?: Language;
}

type Observation = { goal: GoalRow; unit: RatedUnit; value: RatingValue | null };

/**
 * Counts goals or targets by rating for each group and year. `plans` are the plans shown (they give the
 * years and the scales, also where a year holds no goal), `goals` their goals.
 */
export function countRatings(plans: readonly PlanRow[], goals: readonly GoalRow[], options: DistributionOptions): RatingDistribution {
  const { language = "ja" } = options;
  const texts = chartTexts(language);
  const fiscalYears = [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
  const observations = goals.flatMap((goal) => observe(goal, options.unit, options.carried?.status.get(goal.id), texts));
  const focus = options.focus ? markFocus(observations, options.focus, texts, options.kin) : null;
  const categories = listRatingCategories(
    plans,
    observations.map(({ value }) => value),
    texts,
  );
  const departments = new Map(listDepartments(goals).map((department) => [department.id, texts.department(department)]));
  const groupOf = (goal: GoalRow) => nameGroup(goal, options.by, departments, texts);
  const byGroup = groupBy(observations, ({ goal }) => groupOf(goal));
  const countRow = (fiscalYear: number, of: readonly Observation[], filter: GoalFilter) =>
    makeRow(fiscalYear, of, { ...options.filter, ...filter, fiscalYears: [fiscalYear] }, options.unit, categories);
  const countYears = (of: readonly Observation[], filter: GoalFilter) => {
    const byYear = groupBy(of, ({ goal }) => goal.fiscalYear);
    return fiscalYears.map((year) => countRow(year, byYear.get(year) ?? [], filter));
  };
  const observed = observations.map(({ goal, value }) => observeRating(goal, value));
  const ratedPlans = new Set(goals.flatMap((goal) => (goalRating(goal) === null ? [] : goal.planId)));
  return {
    language,
    unit: options.unit,
    measure: options.measure,
    by: options.by,
    fiscalYears,
    missingYears: findMissingYears(fiscalYears, options.heldYears ?? []),
    groups: orderGroups(goals, options.by, departments, texts).map((name) => ({
      name,
      rows: countYears(byGroup.get(name) ?? [], filterFor(options.by, name, departments)),
      ...(options.by === "department" && nameInitiatives(options.carried?.initiatives.get(findDepartment(departments, name)))),
    })),
    totals: countYears(observations, {}),
    categories: [...categories.values()],
    scaleDifference: describeScaleDifference(
      plans.filter((plan) => ratedPlans.has(plan.id)),
      texts,
    ),
    leadingYear: findLeadingYear(plans, observed),
    // Goals chosen by their rating are no basis to compare years on.
    comparison: options.filter.ratings ? { why: "chosen", years: [] } : compareLeadingYear(plans, observed),
    ...(focus && { focus }),
    carried: summarizeCarried(options.carried ?? null, observations),
  };
}

const nameInitiatives = (initiatives: InitiativeCounts | undefined): Pick<DistributionGroup, "initiatives"> => (initiatives ? { initiatives } : {});

function summarizeCarried(goals: CarriedGoals | null, observations: readonly Observation[]): CarriedKey | null {
  if (!goals) return null;
  const { count, confirmed } = countStatus(observations);
  return count === 0 && !goals.only ? null : { from: goals.from, to: goals.to, only: goals.only, count, confirmed };
}

function countStatus(observations: readonly Observation[]): { count: number; confirmed: number } {
  const carried = observations.flatMap(({ unit }) => unit.carried ?? []);
  return { count: carried.length, confirmed: carried.filter((status) => status === "confirmed").length };
}

function observe(goal: GoalRow, unit: DistributionOptions["unit"], status: CarriedStatus | undefined, texts: ChartTexts): Observation[] {
  const carried = status && { carried: status };
  if (unit === "goals") {
    const value = goalRating(goal);
    return [
      {
        goal,
        value,
        unit: { mark: goal.id, goalId: goal.id, name: texts.distribution.goalName(goal.number, goal.title), rating: value?.rating ?? null, ...carried },
      },
    ];
  }
  return goal.targets.map((target) => ({
    goal,
    value: target.rating,
    unit: { mark: `${goal.id}-t${target.position + 1}`, goalId: goal.id, name: target.text, rating: target.rating?.rating ?? null, ...carried },
  }));
}

function makeRow(
  fiscalYear: number,
  observations: readonly Observation[],
  filter: GoalFilter,
  unit: DistributionOptions["unit"],
  categories: ReadonlyMap<string, RatingCategory>,
): DistributionRow {
  const rated = observations.filter(({ value }) => value !== null).length;
  const isPart = isSharePart(unit, filter);
  const byCategory = groupBy(observations, ({ value }) => categoryKey(value));
  const shown = [...categories].filter(([key]) => byCategory.has(key));
  const segments = shown.map(([key, category]): Segment => {
    const own = byCategory.get(key)!;
    const value = [category.rating ?? NONE];
    const alike = shown.filter(([, { rating }]) => rating === category.rating).map(([other]) => other);
    // A letter that the year's plans mean differently is asked for with the departments that mean this one.
    const departments = alike.length > 1 ? { departments: [...new Set(own.map(({ goal }) => goal.departmentId))] } : {};
    return {
      ...category,
      ...(alike.length > 1 && { variant: alike.indexOf(key) + 1 }),
      count: own.length,
      ...nameCounts(own),
      ...nameFocused(own.map(({ unit: each }) => each)),
      share: category.rating === null || isPart ? null : own.length / rated,
      units: own.map((observation) => observation.unit),
      filter: { ...filter, ...departments, ...(unit === "goals" ? { ratings: value } : { targetRatings: value }) },
    };
  });
  return { fiscalYear, total: observations.length, rated, segments, filter };
}

/** How many were carried on, where any were. */
function nameCounts(observations: readonly Observation[]): Pick<Segment, "carried" | "confirmed"> {
  const { count, confirmed } = countStatus(observations);
  return { ...(count > 0 && { carried: count }), ...(confirmed > 0 && { confirmed }) };
}
