import { isContinuing } from "@/lib/charts/continuation-ribbon/model";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation";

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
}

/** What an item (a goal or an initiative, by its key) came from in the year before, of those that there are plans for; `null` where it is of the first. */
export function findOrigins(history: ContinuationHistory, key: string, year: number): KinOfYear | null {
  const comparison = history.comparisons.find(({ to }) => to === year);
  return comparison ? { ...listKin(history, comparison.links, key, "successorKey", "predecessorKey"), year: comparison.from, none: comparison.begun.includes(key) } : null;
}

/** What became of an item in the year after; `null` where it is of the last. */
export function findFates(history: ContinuationHistory, key: string, year: number): KinOfYear | null {
  const comparison = history.comparisons.find(({ from }) => from === year);
  return comparison ? { ...listKin(history, comparison.links, key, "predecessorKey", "successorKey"), year: comparison.to, none: comparison.ended.includes(key) } : null;
}

type Side = "predecessorKey" | "successorKey";

function listKin({ items }: ContinuationHistory, links: readonly ContinuationLink[], key: string, own: Side, other: Side): Pick<KinOfYear, "continuing" | "others"> {
  const kin = links
    .filter((link) => link[own] === key)
    .flatMap((link): Kin[] => items.filter((item) => item.key === link[other]).map((item) => ({ link, item })))
    .sort((a, b) => b.link.score - a.link.score);
  return { continuing: kin.filter(({ link }) => isContinuing(link)), others: kin.filter(({ link }) => !isContinuing(link)) };
}
