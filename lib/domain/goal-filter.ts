import { municipalityOf } from "./identifier";
import type { Rating } from "./plan";

/** Stands for a value that the document does not give: not rated, no 分野, no 所管室・課. */
export const NONE = "none";

/**
 * Which priority goals to take: within a field any of the values, across fields all of them; an absent or
 * empty field takes all. `ratings` are goal ratings (overall, else listed); `targetRatings` take goals with
 * at least one such target. {@link NONE} takes goals without the value.
 */
export interface GoalFilter {
  /** One municipality's id, as in URLs. Absent for the site's own. */
  municipalities?: string[];
  fiscalYears?: number[];
  /** Department ids, as in URLs: `policy-promotion`. */
  departments?: string[];
  policyAreas?: string[];
  /** Names of policy goals. */
  policyGoals?: string[];
  responsibleUnits?: string[];
  ratings?: (Rating | typeof NONE)[];
  targetRatings?: (Rating | typeof NONE)[];
}

/** What is chosen within a municipality. */
export type FilterField = Exclude<keyof GoalFilter, "municipalities">;

/** The municipality that a filter is about, as a filter of its own: what stays where all conditions are taken out. */
export function municipalityFilter({ municipalities }: Pick<GoalFilter, "municipalities">): Pick<GoalFilter, "municipalities"> {
  return municipalities ? { municipalities } : {};
}

/** The same for the municipality that a public id of a plan or a goal names. */
export function municipalityFilterOf(id: string | undefined): Pick<GoalFilter, "municipalities"> {
  const municipality = id === undefined ? null : municipalityOf(id);
  return municipality === null ? {} : { municipalities: [municipality] };
}

/** Whether a filter leaves anything of its municipality out. */
export function isFiltered(filter: object): boolean {
  return Object.keys(filter).some((field) => field !== "municipalities");
}

/** Whether a plan is of a year and a department that a filter takes: what plans alone tell. */
export function takesPlan(
  { fiscalYears, departments }: Pick<GoalFilter, "fiscalYears" | "departments">,
  plan: { fiscalYear: number; departmentId: string },
): boolean {
  return (fiscalYears?.includes(plan.fiscalYear) ?? true) && (departments?.includes(plan.departmentId) ?? true);
}

/** The rating that a goal counts with: the overall one, or the summary table's where the goal's own section gives none. */
export function goalRating<Value>(goal: { overallRating: Value | null; listedRating: Value | null }): Value | null {
  return goal.overallRating ?? goal.listedRating;
}
