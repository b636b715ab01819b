import { chainSpan } from "@/lib/continuation/span";
import type { Level } from "@/lib/domain/continuation";
import { type ContinuationHistory, type ContinuationLink, selectHistory, type YearComparison } from "@/lib/domain/continuation-history";
import type { SpanLink } from "@/lib/domain/continuation-span";
import { selectLevel } from "../carried-on/model";

/** A history between chosen years, and which of its comparisons chain the links of years between them that were not chosen. */
export interface SpannedHistory {
  history: ContinuationHistory;
  chained: { from: number; to: number }[];
}

/** A history of the chosen years alone, each compared with the next of them: where years lie between, by chains of their links. */
export function spanYears(history: ContinuationHistory, level: Level, fiscalYears: number[] | undefined): SpannedHistory {
  const selected = selectHistory(history, { fiscalYears });
  if (!fiscalYears || fiscalYears.length < 2) return { history: selected, chained: [] };
  const years = [...new Set(selected.items.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
  const gaps = years.slice(1).flatMap((to, index) => {
    const from = years[index]!;
    return selected.comparisons.some((comparison) => comparison.from === from && comparison.to === to) ? [] : { from, to };
  });
  const spanned = gaps.map(({ from, to }) => compareOverYears(selectLevel(history, level), from, to));
  return {
    history: gaps.length === 0 ? selected : { ...selected, comparisons: [...selected.comparisons, ...spanned] },
    chained: gaps,
  };
}

function compareOverYears(history: ContinuationHistory, from: number, to: number): YearComparison {
  const span = chainSpan(history, from, to);
  return {
    from,
    to,
    links: span.links.map(joinChain),
    ended: span.ended.map(({ key }) => key),
    begun: span.begun.map(({ key }) => key),
    endRecords: Object.fromEntries(span.ended.flatMap(({ key, record }) => (record ? [[key, record]] : []))),
  };
}

/** A chain as one link; what was decided over the years is a link itself. */
function joinChain({ path, ...link }: SpanLink): ContinuationLink {
  const [first, last] = [path[0]!, path.at(-1)!];
  if (path.length === 1) return { ...first, ...link };
  const { predecessor } = first;
  return { ...link, predecessor, successor: last.successor, parts: null, reasons: [], changes: [], record: null, chained: true };
}
