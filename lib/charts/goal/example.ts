import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { isStanding } from "@/lib/domain/continuing";
import { goalRating } from "@/lib/domain/goal-filter";
import type { GoalRow } from "@/lib/domain/rows";

/**
 * Id of the goal by which charts of one goal are shown where none is asked for: of the newest year in which any is rated,
 * else of the newest, the first that goes back to another, else the first; `null` where there are none.
 */
export function findExample(goals: readonly GoalRow[], { comparisons }: Pick<ContinuationHistory, "comparisons">): string | null {
  const rated = goals.filter((goal) => goalRating(goal) !== null);
  const shown = rated.length > 0 ? rated : goals;
  const newest = Math.max(...shown.map(({ fiscalYear }) => fiscalYear));
  const ofYear = shown.filter(({ fiscalYear }) => fiscalYear === newest);
  const successors = new Set(comparisons.flatMap(({ links }) => links.filter(isStanding).map(({ successorKey }) => successorKey)));
  return (ofYear.find(({ id }) => successors.has(id)) ?? ofYear[0])?.id ?? null;
}
