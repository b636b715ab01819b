import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "./continuation-history";
import { isStanding } from "./continuing";
import type { DecisionRecord } from "./decision";

/** A link of an item, with the item at its other end. */
export interface Kin {
  link: ContinuationLink;
  item: ContinuationItem;
}

/** What an item came from in a year, or became in one. */
export interface KinOfYear {
  /** The other year. */
  year: number;
  /** What goes on, the surest first. */
  continuing: Kin[];
  /** What is only related, or was rejected, the surest first. */
  others: Kin[];
  /** That nothing of the other year goes on here is what the comparison says. */
  none: boolean;
  /** Who said that it ended, where a planner did. */
  end: DecisionRecord | null;
}

/**
 * What an item (a goal or an initiative, by its key) came from: in the year before, of those that there are plans for,
 * then in those further back that a planner decided about. Empty where it is of the first year.
 */
export function listOrigins(history: ContinuationHistory, key: string, year: number): KinOfYear[] {
  const comparison = history.comparisons.find(({ to }) => to === year);
  const next = comparison && { ...listKin(history, comparison.links, key, ORIGIN), year: comparison.from, none: comparison.begun.includes(key), end: null };
  return [...(next ? [next] : []), ...listOverGaps(history, key, ORIGIN)];
}

/** What became of an item, as `listOrigins` says what it came from. */
export function listFates(history: ContinuationHistory, key: string, year: number): KinOfYear[] {
  const comparison = history.comparisons.find(({ from }) => from === year);
  const next = comparison && {
    ...listKin(history, comparison.links, key, FATE),
    year: comparison.to,
    none: comparison.ended.includes(key),
    end: comparison.endRecords?.[key] ?? null,
  };
  return [...(next ? [next] : []), ...listOverGaps(history, key, FATE)];
}

/** The newest year in which there is something that a goal came from; else the year before; `null` where it is of the first. */
export function findBefore(history: ContinuationHistory, key: string, year: number): KinOfYear | null {
  const origins = listOrigins(history, key, year);
  return origins.find(({ continuing }) => continuing.length > 0) ?? origins[0] ?? null;
}

interface Direction {
  own: "predecessorKey" | "successorKey";
  other: "predecessorKey" | "successorKey";
}

const ORIGIN: Direction = { own: "successorKey", other: "predecessorKey" };
const FATE: Direction = { own: "predecessorKey", other: "successorKey" };

/** What was decided over gaps, the nearest year first. */
function listOverGaps(history: ContinuationHistory, key: string, direction: Direction): KinOfYear[] {
  const { continuing, others } = listKin(history, history.overGaps ?? [], key, direction);
  const years = [...new Set([...continuing, ...others].map(({ item }) => item.fiscalYear))].sort((a, b) => (direction === FATE ? a - b : b - a));
  const isOf = (year: number) => (kin: Kin) => kin.item.fiscalYear === year;
  return years.map((year) => ({ year, continuing: continuing.filter(isOf(year)), others: others.filter(isOf(year)), none: false, end: null }));
}

function listKin(
  { items }: ContinuationHistory,
  links: readonly ContinuationLink[],
  key: string,
  { own, other }: Direction,
): Pick<KinOfYear, "continuing" | "others"> {
  const kin = links
    .filter((link) => link[own] === key)
    .flatMap((link): Kin[] => items.filter((item) => item.key === link[other]).map((item) => ({ link, item })))
    .sort((a, b) => b.link.score - a.link.score);
  return { continuing: kin.filter(({ link }) => isStanding(link)), others: kin.filter(({ link }) => !isStanding(link)) };
}
