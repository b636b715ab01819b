import { goalRating } from "@/lib/domain/goal-filter";
import { findDirection, type Direction } from "@/lib/domain/rating/direction";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { groupBy } from "./group-by";

/** A goal or target, by whose it is and how it is rated. */
export interface Observed {
  municipality: string;
  department: string;
  departmentId: string;
  fiscalYear: number;
  value: RatingValue | null;
}

/** Goals as they are compared. */
export function observeGoals(goals: readonly GoalRow[]): Observed[] {
  return goals.map((goal) => observe(goal, goalRating(goal)));
}

/** A goal's rating, or one of its targets', as it is compared. */
export function observe({ municipality, department, departmentId, fiscalYear }: GoalRow, value: RatingValue | null): Observed {
  return { municipality, department, departmentId, fiscalYear, value };
}

/** What two years' ratings are compared on: the departments rated in both, by scales that mean the same. */
export interface RatingComparison {
  from: number;
  to: number;
  departments: { id: string; name: string }[];
  before: RatingValue[];
  after: RatingValue[];
  direction: Direction;
  /** Departments of the later year that are left out, by why: not rated in it, nothing rated before, another scale. */
  leftOut: { notRated: string[]; notBefore: string[]; otherScale: string[] };
}

/** Why two years are not compared: nothing is rated, or only in one year, or by scales that do not mean the same. */
export interface ComparisonRefusal {
  why: "not-rated" | "one-year" | "scales";
  /** The years that lack ratings, or whose scales differ. */
  years: number[];
}

/**
 * The year that leads: the newest in which anything is rated, else the newest. A newer plan stands beside it.
 * `null` where there are no plans.
 */
export function findLeadingYear(plans: readonly Pick<PlanRow, "fiscalYear">[], observed: readonly Pick<Observed, "fiscalYear" | "value">[]): number | null {
  const rated = observed.filter(({ value }) => value !== null).map(({ fiscalYear }) => fiscalYear);
  const years = rated.length > 0 ? rated : plans.map(({ fiscalYear }) => fiscalYear);
  return years.length > 0 ? Math.max(...years) : null;
}

/** Compares the leading year with the newest rated year before it that has a department in common. */
export function compareLeadingYear(plans: readonly Pick<PlanRow, "fiscalYear">[], observed: readonly Observed[]): RatingComparison | ComparisonRefusal {
  const to = findLeadingYear(plans, observed);
  const byYear = groupBy(observed, ({ fiscalYear }) => fiscalYear);
  const ofYear = (year: number) => groupBy(byYear.get(year) ?? [], departmentKey);
  const rated = [...byYear].filter(([, list]) => list.some(({ value }) => value !== null)).map(([year]) => year).sort((a, b) => b - a);
  if (to === null || rated.length === 0) return { why: "not-rated", years: [...new Set(plans.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b) };
  const earlier = rated.filter((year) => year < to);
  if (earlier.length === 0) {
    const unrated = [...new Set(plans.map(({ fiscalYear }) => fiscalYear))].filter((year) => year < to).sort((a, b) => a - b);
    return { why: "one-year", years: unrated };
  }
  const candidates = earlier.map((from) => compareYears(from, to, ofYear(from), ofYear(to)));
  return candidates.find(({ departments }) => departments.length > 0) ?? { why: "scales", years: [earlier[0]!, to] };
}

/** Whether there is a comparison at all. */
export function isComparison(result: RatingComparison | ComparisonRefusal): result is RatingComparison {
  return "direction" in result;
}

type ByDepartment = Map<string, Observed[]>;

function compareYears(from: number, to: number, earlier: ByDepartment, later: ByDepartment): RatingComparison {
  const leftOut: RatingComparison["leftOut"] = { notRated: [], notBefore: [], otherScale: [] };
  const compared: { id: string; name: string; before: RatingValue[]; after: RatingValue[] }[] = [];
  for (const [key, own] of later) {
    const { department, departmentId } = own[0]!;
    const [before, after] = [listValues(earlier.get(key) ?? []), listValues(own)];
    if (after.length === 0) leftOut.notRated.push(department);
    else if (before.length === 0) leftOut.notBefore.push(department);
    else if (new Set([...before, ...after].map(({ order }) => order)).size > 1) leftOut.otherScale.push(department);
    else compared.push({ id: departmentId, name: department, before, after });
  }
  // Departments that compare each by a scale of its own are not added up: those of the most common scale stand.
  const scales = groupBy(compared, ({ after }) => after[0]!.order);
  const [shown = [], ...others] = [...scales.values()].sort((a, b) => b.length - a.length);
  leftOut.otherScale.push(...others.flat().map(({ name }) => name));
  const [before, after] = [shown.flatMap((each) => each.before), shown.flatMap((each) => each.after)];
  return { from, to, departments: shown.map(({ id, name }) => ({ id, name })), before, after, direction: findDirection(before, after), leftOut };
}

function listValues(observed: readonly Observed[]): RatingValue[] {
  return observed.flatMap(({ value }) => value ?? []);
}

function departmentKey({ municipality, department }: Observed): string {
  return `${municipality}\n${department}`;
}
