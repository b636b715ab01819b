import { compareAreas, compareDepartments } from "./department";
import { goalRating } from "./goal-filter";
import { isRanked, sortRatings } from "./rating/comparison";
import type { GoalRow } from "./rows";

export type GoalSortKey = "year" | "number" | "title" | "area" | "policy-goal" | "department" | "unit" | "rating";

const JAPANESE = new Intl.Collator("ja", { numeric: true });

const COMPARE: Record<GoalSortKey, (a: GoalRow, b: GoalRow) => number> = {
  year: (a, b) => a.fiscalYear - b.fiscalYear,
  number: (a, b) => a.number - b.number,
  title: (a, b) => JAPANESE.compare(a.title, b.title),
  area: compareAreas,
  "policy-goal": (a, b) => JAPANESE.compare(a.policyGoal?.code ?? "", b.policyGoal?.code ?? ""),
  department: compareDepartments,
  unit: (a, b) => JAPANESE.compare(a.responsibleUnits[0] ?? "", b.responsibleUnits[0] ?? ""),
  rating: (a, b) => sortRatings(goalRating(a), goalRating(b)),
};

/**
 * Goals in the order asked for, departments and areas in their city's; equal ones by year (newest first), department and number, so that the order is always
 * the same. Those whose rating has no rank stand after all others in either direction.
 */
export function sortGoals<Goal extends GoalRow>(goals: readonly Goal[], key: GoalSortKey, direction: "asc" | "desc"): Goal[] {
  const sign = direction === "asc" ? 1 : -1;
  return [...goals].sort((a, b) => {
    const unranked = key === "rating" && !(isRanked(goalRating(a)) && isRanked(goalRating(b)));
    return (unranked ? 1 : sign) * COMPARE[key](a, b) || compareUsual(a, b);
  });
}

function compareUsual(a: GoalRow, b: GoalRow): number {
  return b.fiscalYear - a.fiscalYear || compareDepartments(a, b) || a.number - b.number;
}
