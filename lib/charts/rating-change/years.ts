import { findFirstYear } from "../carried-on/model";
import type { ChartRows } from "../contract";
import { compareLeadingYear, findLeadingYear, isComparison, observeGoals } from "../rating-comparison";

/** Years that goals are followed between. */
export interface ChangeYears {
  from: number;
  to: number;
}

/**
 * The years asked for; unasked the leading year, and the year that it is compared with, else the first. `null` where there
 * are no two.
 */
export function chooseYears({ plans, goals, history }: ChartRows, asked: { from: number | null; to: number | null }): ChangeYears | null {
  const observed = observeGoals(goals);
  const to = asked.to ?? findLeadingYear(plans, observed);
  if (to === null) return null;
  const upTo = (each: { fiscalYear: number }) => each.fiscalYear <= to;
  const comparison = compareLeadingYear(plans.filter(upTo), observed.filter(upTo));
  const compared = isComparison(comparison) && comparison.to === to ? comparison.from : null;
  const from = asked.from ?? compared ?? findFirstYear(history, to);
  return from === null ? null : { from, to };
}
