import type { Rating } from "./plan";

/** Stands for a value that the document does not give: not rated, no 分野, no 所管室・課. */
export const NONE = "none";

/**
 * Which priority goals to take: within a field any of the values, across fields all of them; an absent or
 * empty field takes all. `ratings` are goal ratings (overall, else listed); `targetRatings` take goals with
 * at least one such target. {@link NONE} takes goals without the value.
 */
export interface GoalFilter {
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

/** The rating that a goal counts with: the overall one, or the summary table's where the goal's own section gives none. */
export function goalRating(goal: { overallRating: Rating | null; listedRating: Rating | null }): Rating | null {
  return goal.overallRating ?? goal.listedRating;
}
