import { goalRating } from "@/lib/domain/goal-filter";
import type { GoalRow } from "@/lib/domain/rows";

/** Id of the goal by which the chart is shown where none is asked for: the first of the newest year in which any is rated, else of the newest; `null` where there are none. */
export function findExample(goals: readonly GoalRow[]): string | null {
  const rated = goals.filter((goal) => goalRating(goal) !== null);
  const shown = rated.length > 0 ? rated : goals;
  const newest = Math.max(...shown.map(({ fiscalYear }) => fiscalYear));
  return shown.find(({ fiscalYear }) => fiscalYear === newest)?.id ?? null;
}
