import { findGapFindings } from "@/lib/continuation/gap-finding";
import { chainSpan } from "@/lib/continuation/span";
import type { Level } from "@/lib/domain/continuation";
import type { ContinuationSpan } from "@/lib/domain/continuation-span";
import type { DatasetRow } from "@/lib/domain/rows";
import type { Database } from "../connection/database";
import { readContinuations } from "./continuations";
import { keepRows } from "./row-memory";

/** From which fiscal year to which later one, and of what. */
export interface SpanScope {
  from: number;
  to: number;
  level: Level;
}

/**
 * What became of a municipality's goals, or initiatives, from any year to any later one, years between or not: the links
 * of that span, each with the yearly links that it is chained of, and what ended and began on the way. Why links stand is
 * not told. `null` where the dataset shows no plans of one of the two years, or the first is not before the other.
 */
export const readContinuationSpan: (db: Database, dataset: DatasetRow & { municipalityId: string }, scope: SpanScope) => Promise<ContinuationSpan | null> =
  keepRows("continuation span", async (db, dataset, { from, to, level }: SpanScope): Promise<ContinuationSpan | null> => {
    const history = await readContinuations(db, dataset, { level, reasons: false });
    const held = new Set(history.comparisons.flatMap((comparison) => [comparison.from, comparison.to]));
    if (from >= to || !held.has(from) || !held.has(to)) return null;
    const isWithin = (year: number) => year >= from && year <= to;
    const overGaps = history.overGaps?.filter(({ predecessor, successor }) => predecessor.fiscalYear >= from && successor.fiscalYear <= to) ?? [];
    return {
      ...{ from, to, level },
      years: [...held].filter(isWithin).sort((a, b) => a - b),
      items: history.items.filter(({ fiscalYear }) => isWithin(fiscalYear)),
      ...chainSpan(history, from, to),
      findings: findGapFindings({ ...history, overGaps }),
    };
  });
