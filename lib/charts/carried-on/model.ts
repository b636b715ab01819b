import { chainSpan } from "@/lib/continuation/span";
import type { Level, LinkKind } from "@/lib/domain/continuation";
import { type ContinuationHistory, type ContinuationItem, type HistoryFilter, isChosenItem, selectHistory } from "@/lib/domain/continuation-history";
import type { SpanLink } from "@/lib/domain/continuation-span";
import type { DecisionRecord } from "@/lib/domain/decision";
import { listDepartments } from "@/lib/domain/department";
import { compareRatings, type RatingChange } from "@/lib/domain/rating/comparison";
import { nameDepartment } from "@/lib/texts/department-name";
import { groupBy } from "../group-by";

/** What became of items of an earlier year, or where items of a later one come from. */
export type CarriedFate = "continuing" | "ended" | "new";

/** How the rating of a goal moved along a link: up, down or not at all, or to or from what stands outside the order. */
export type Move = "up" | "same" | "down" | "outside";

/** Items of the two years that hang together: what continues, or one item that nothing continues or that continues nothing. */
export interface CarriedRow {
  fate: CarriedFate;
  before: ContinuationItem[];
  after: ContinuationItem[];
  /** Of one link over years, its items in the years between, earliest first. */
  between: ContinuationItem[];
  /** Kinds of its links, each once, the surest link first. */
  kinds: LinkKind[];
  /** Of its weakest link, 0–1; `null` without links. */
  score: number | null;
  /** Planners decided about each of its links. */
  checked: boolean;
  /** Of what ended, what a planner said of it; `null` where nobody did. */
  end: DecisionRecord | null;
  /** Of a row of one link, how the rating moved; `null` where it cannot be compared, and of rows of several. */
  move: Move | null;
}

/** Items of a department, and how many of the earlier year's go on. */
export interface CarriedDepartment {
  id: string;
  name: string;
  before: number;
  continuing: number;
}

/** What became of one level's items from one year to a later one. All counts are of items. */
export interface CarriedOn {
  from: number;
  to: number;
  level: Level;
  /** In the order of the later year, then what ended in that of the earlier one. */
  rows: CarriedRow[];
  /** Each link by itself, in the order of the earlier year. */
  pairs: CarriedRow[];
  counts: { before: number; continuing: number; ended: number; after: number; new: number };
  /** Links, and how many of them planners decided about. */
  links: number;
  checked: number;
  departments: CarriedDepartment[];
  /** There are items of no other year. */
  alone: boolean;
}

/**
 * Sums up what became of a level's items from `from` to `to`, of all or of those chosen: what went on elsewhere goes on, and
 * what came from elsewhere is not new. `null` where either year has none, or they are the same. The history is of one
 * municipality, and whole.
 */
export function sumUpCarriedOn(
  history: ContinuationHistory,
  { from, to, level, chosen = {} }: Pick<CarriedOn, "from" | "to" | "level"> & { chosen?: Omit<HistoryFilter, "fiscalYears"> },
): CarriedOn | null {
  const ofLevel = selectLevel(history, level);
  const ofYear = (year: number) => ofLevel.items.filter(({ fiscalYear }) => fiscalYear === year);
  const [before, after] = [from, to].map((year) => ofYear(year).filter((item) => isChosenItem(item, chosen))) as [ContinuationItem[], ContinuationItem[]];
  if (from >= to || before.length === 0 || after.length === 0) return null;
  const span = chainSpan(ofLevel, from, to);
  const [keys, laterKeys] = [before, after].map((own) => new Set(own.map(({ key }) => key))) as [Set<string>, Set<string>];
  const links = span.links.filter(({ predecessorKey }) => keys.has(predecessorKey));
  const ended = new Map(span.ended.flatMap(({ key, record }) => (keys.has(key) ? [[key, record]] : [])));
  const begun = new Set(span.begun.flatMap(({ key }) => (laterKeys.has(key) ? key : [])));
  const reached = new Set(links.map(({ successorKey }) => successorKey));
  const told = ofYear(to).filter(({ key }) => reached.has(key) || begun.has(key));
  const rows = joinRows(before, told, links).map((row) => ({ ...row, end: ended.get(row.before[0]?.key ?? "") ?? null }));
  const byKey = new Map(ofLevel.items.map((item) => [item.key, item]));
  const listBetween = ({ path }: SpanLink) => path.slice(0, -1).flatMap(({ successorKey }) => byKey.get(successorKey) ?? []);
  return {
    ...{ from, to, level, rows },
    alone: ofLevel.items.every(({ fiscalYear }) => fiscalYear === from || fiscalYear === to),
    pairs: links.map((link) => ({ ...makeRow([byKey.get(link.predecessorKey)!], [byKey.get(link.successorKey)!], [link]), between: listBetween(link) })),
    counts: { before: before.length, continuing: before.length - ended.size, ended: ended.size, after: after.length, new: begun.size },
    links: links.length,
    checked: links.filter(({ status }) => status !== "proposed").length,
    departments: listDepartments(ofLevel.items).flatMap((department) => {
      const { id } = department;
      const own = before.filter(({ departmentId }) => departmentId === id);
      return own.length === 0 ? [] : { id, name: nameDepartment(department), before: own.length, continuing: own.filter(({ key }) => !ended.has(key)).length };
    }),
  };
}

/** How many pairs of rated goals moved how; pairs that are not rated, or cannot be compared, are in no count. */
export function countMoves({ pairs }: Pick<CarriedOn, "pairs">): Record<Move, number> {
  const count = (move: Move) => pairs.filter((pair) => pair.move === move).length;
  return { up: count("up"), same: count("same"), down: count("down"), outside: count("outside") };
}

/** The first year of a history from which something can have been carried on to `to`: the earliest with items. */
export function findFirstYear({ items }: ContinuationHistory, to: number): number | null {
  const years = items.map(({ fiscalYear }) => fiscalYear).filter((year) => year < to);
  return years.length === 0 ? null : Math.min(...years);
}

/**
 * The year from which what was carried on to `to` is followed unasked: of the years that a filter names the first before
 * it, else the first with items that the filter leaves. `null` where there is none.
 */
export function findCarriedYear(history: ContinuationHistory, { fiscalYears, ...chosen }: HistoryFilter, to: number): number | null {
  return fiscalYears?.find((year) => year < to) ?? findFirstYear(selectHistory(history, chosen), to);
}

/** The items and links of one level. */
export function selectLevel({ items, comparisons, overGaps = [] }: ContinuationHistory, level: Level): ContinuationHistory {
  const isOfLevel = (each: { level: Level }) => each.level === level;
  return {
    items: items.filter(isOfLevel),
    comparisons: comparisons.map((comparison) => ({ ...comparison, links: comparison.links.filter(isOfLevel) })),
    overGaps: overGaps.filter(isOfLevel),
  };
}

/** What hangs together by links, each with all its items of both years. */
function joinRows(before: readonly ContinuationItem[], after: readonly ContinuationItem[], links: readonly SpanLink[]): CarriedRow[] {
  const byBefore = groupBy(links, ({ predecessorKey }) => predecessorKey);
  const byAfter = groupBy(links, ({ successorKey }) => successorKey);
  const seen = new Set<string>();
  const collect = (start: string): CarriedRow => {
    const [keys, own] = [[start], new Set<SpanLink>()];
    seen.add(start);
    for (const key of keys) {
      for (const link of [...(byBefore.get(key) ?? []), ...(byAfter.get(key) ?? [])]) {
        own.add(link);
        for (const next of [link.predecessorKey, link.successorKey]) {
          if (seen.has(next)) continue;
          seen.add(next);
          keys.push(next);
        }
      }
    }
    return makeRow(
      before.filter(({ key }) => keys.includes(key)),
      after.filter(({ key }) => keys.includes(key)),
      [...own],
    );
  };
  return [...after, ...before].flatMap(({ key }) => (seen.has(key) ? [] : collect(key)));
}

function makeRow(before: ContinuationItem[], after: ContinuationItem[], links: readonly SpanLink[]): CarriedRow {
  const surest = links.toSorted((a, b) => b.score - a.score);
  return {
    fate: links.length > 0 ? "continuing" : after.length > 0 ? "new" : "ended",
    before,
    after,
    between: [],
    kinds: [...new Set(surest.map(({ kind }) => kind))],
    score: links.length > 0 ? Math.min(...links.map(({ score }) => score)) : null,
    checked: links.length > 0 && links.every(({ status }) => status !== "proposed"),
    end: null,
    move: links.length === 1 ? MOVES[compareRatings(before[0]!.rating, after[0]!.rating)] : null,
  };
}

const MOVES: Record<RatingChange, Move | null> = {
  better: "up",
  worse: "down",
  same: "same",
  best: "same",
  "to-outside": "outside",
  "from-outside": "outside",
  "still-outside": "same",
  incomparable: null,
  "not-rated": null,
};
