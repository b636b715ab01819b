import type { ContinuationHistory, ContinuationLink } from "./continuation";
import { NONE } from "./goal-filter";

/** All links of a history: those of years and the next, then what was decided over gaps. */
export function listLinks({ comparisons, overGaps = [] }: ContinuationHistory): ContinuationLink[] {
  return [...comparisons.flatMap(({ links }) => links), ...overGaps];
}

/** Which items of a history to take: within a field any of the values, across fields all; an absent field takes all. */
export interface HistoryFilter {
  fiscalYears?: number[] | undefined;
  /** Department ids. */
  departments?: string[] | undefined;
  policyAreas?: string[] | undefined;
}

/**
 * A history of the chosen items alone, between the chosen years; of one year, with the years next to it, since what
 * became of it is what is asked. What came from elsewhere, or went there, is neither new nor ended.
 */
export function selectHistory(history: ContinuationHistory, { fiscalYears, departments, policyAreas }: HistoryFilter): ContinuationHistory {
  if (!fiscalYears && !departments && !policyAreas) return history;
  const { items, comparisons, overGaps = [] } = history;
  const isAsked = (year: number) => fiscalYears?.includes(year) ?? true;
  const between = comparisons.filter(({ from, to }) => (fiscalYears?.length === 1 ? isAsked(from) || isAsked(to) : isAsked(from) && isAsked(to)));
  const years = new Set(between.flatMap(({ from, to }) => [from, to]));
  const chosen = items.filter((item) => {
    return (
      (isAsked(item.fiscalYear) || years.has(item.fiscalYear)) &&
      (departments?.includes(item.departmentId) ?? true) &&
      (policyAreas?.includes(item.policyArea ?? NONE) ?? true)
    );
  });
  const keys = new Set(chosen.map(({ key }) => key));
  const isChosen = (link: ContinuationLink) => keys.has(link.predecessorKey) && keys.has(link.successorKey);
  return {
    items: chosen,
    comparisons: between.map((comparison) => ({
      ...comparison,
      links: comparison.links.filter(isChosen),
      ended: comparison.ended.filter((key) => keys.has(key)),
      begun: comparison.begun.filter((key) => keys.has(key)),
    })),
    overGaps: overGaps.filter(isChosen),
  };
}
