import { goalRating } from "./goal-filter";
import { ratingRank } from "./rating";
import type { GoalRow } from "./rows";

export type GoalSortKey = "year" | "number" | "title" | "area" | "policy-goal" | "department" | "unit" | "rating";

const JAPANESE = new Intl.Collator("ja", { numeric: true });

/** Rank that sorts goals without a rating, and those outside the scale's order (E), after all others. */
const LAST = Number.MAX_SAFE_INTEGER;

const COMPARE: Record<GoalSortKey, (a: GoalRow, b: GoalRow) => number> = {
  year: (a, b) => a.fiscalYear - b.fiscalYear,
  number: (a, b) => a.number - b.number,
  title: (a, b) => JAPANESE.compare(a.title, b.title),
  area: (a, b) => JAPANESE.compare(a.policyArea ?? "", b.policyArea ?? ""),
  "policy-goal": (a, b) => JAPANESE.compare(a.policyGoal?.code ?? "", b.policyGoal?.code ?? ""),
  department: (a, b) => JAPANESE.compare(a.department, b.department),
  unit: (a, b) => JAPANESE.compare(a.responsibleUnits[0] ?? "", b.responsibleUnits[0] ?? ""),
  rating: (a, b) => rankOf(a) - rankOf(b),
};

/** Goals in the order asked for; equal ones by year (newest first), department and number, so that the order is always the same. */
export function sortGoals<Goal extends GoalRow>(goals: readonly Goal[], key: GoalSortKey, direction: "asc" | "desc"): Goal[] {
  const sign = direction === "asc" ? 1 : -1;
  return [...goals].sort((a, b) => {
    if (key === "rating" && (rankOf(a) >= LAST - 1 || rankOf(b) >= LAST - 1)) return rankOf(a) - rankOf(b) || compareUsual(a, b);
    return sign * COMPARE[key](a, b) || compareUsual(a, b);
  });
}

function compareUsual(a: GoalRow, b: GoalRow): number {
  return b.fiscalYear - a.fiscalYear || JAPANESE.compare(a.department, b.department) || a.number - b.number;
}

function rankOf(goal: GoalRow): number {
  const rating = goalRating(goal);
  return rating === null ? LAST : (ratingRank(rating) ?? LAST - 1);
}
