import { type CarriedStatus, traceCarried } from "@/lib/continuation/span";
import { type ContinuationHistory, selectHistory } from "@/lib/domain/continuation-history";
import { findCarriedYear, selectLevel } from "../carried-on/model";
import type { ChartSubject } from "../contract";
import { groupBy } from "../group-by";

/** Initiatives of the year that the chart marks, and how many of them go on to the leading one, as far as is known. */
export interface InitiativeCounts {
  before: number;
  continuing: number;
}

/** What was carried on from a year to the leading one, by the goals' ids. */
export interface CarriedGoals {
  from: number;
  to: number;
  /** All else is dimmed. */
  only: boolean;
  status: ReadonlyMap<string, CarriedStatus>;
  /** By department's id: its initiatives of that year, and how many of them go on. Empty where rows are by something else, or the history is of goals alone. */
  initiatives: ReadonlyMap<string, InitiativeCounts>;
}

/**
 * The goals that were carried on from the year asked for, else from the first, to the leading one; what a filter leaves out
 * is followed too. `null` where there is no such year before the leading one, or no goal of it.
 */
export function findCarriedGoals(
  history: ContinuationHistory,
  { filter, carried = null }: ChartSubject,
  leadingYear: number | null,
  byDepartment: boolean,
): CarriedGoals | null {
  if (leadingYear === null) return null;
  const goals = selectLevel(history, "goal");
  const from = carried ?? findCarriedYear(goals, filter, leadingYear);
  if (from === null || from >= leadingYear || !goals.items.some(({ fiscalYear }) => fiscalYear === from)) return null;
  const chosen = { departments: filter.departments, policyAreas: filter.policyAreas, policyGoals: filter.policyGoals };
  const initiatives = byDepartment ? countInitiatives(selectHistory(selectLevel(history, "initiative"), chosen), from, leadingYear) : new Map();
  return { from, to: leadingYear, only: carried !== null, status: traceCarried(goals, from, leadingYear), initiatives };
}

function countInitiatives(history: ContinuationHistory, from: number, to: number): Map<string, InitiativeCounts> {
  const carried = traceCarried(history, from, to);
  const byDepartment = groupBy(
    history.items.filter(({ fiscalYear }) => fiscalYear === from),
    ({ departmentId }) => departmentId,
  );
  return new Map([...byDepartment].map(([id, own]) => [id, { before: own.length, continuing: own.filter(({ key }) => carried.has(key)).length }]));
}
