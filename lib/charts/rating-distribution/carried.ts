import { traceCarried, type CarriedStatus } from "@/lib/continuation/span";
import type { ContinuationHistory } from "@/lib/domain/continuation";
import { findCarriedYear, selectLevel } from "../carried-on/model";
import type { ChartSubject } from "../contract";

/** What was carried on from a year, by the goals' ids. */
export interface CarriedGoals {
  from: number;
  /** All else is dimmed. */
  only: boolean;
  status: ReadonlyMap<string, CarriedStatus>;
}

/**
 * The goals that were carried on from the year asked for, else from the first, to the leading one; what a filter leaves out
 * is followed too. `null` where there is no such year before the leading one, or no goal of it.
 */
export function findCarriedGoals(history: ContinuationHistory, { filter, carried = null }: ChartSubject, leadingYear: number | null): CarriedGoals | null {
  if (leadingYear === null) return null;
  const goals = selectLevel(history, "goal");
  const from = carried ?? findCarriedYear(goals, filter, leadingYear);
  if (from === null || from >= leadingYear || !goals.items.some(({ fiscalYear }) => fiscalYear === from)) return null;
  return { from, only: carried !== null, status: traceCarried(goals, from, leadingYear) };
}
