import { CommandError } from "../command";
import { LEVELS } from "./words";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation";

/** Two items of one level, the earlier first, and the link between them, where there is one. */
export interface Pair {
  items: [predecessor: ContinuationItem, successor: ContinuationItem];
  link: ContinuationLink | null;
  /** Whether a comparison goes from the one's year to the other's. */
  isCompared: boolean;
}

/** Looks a pair up by its keys. Throws a `CommandError` of one sentence where there is none. */
export function findPair({ items, comparisons }: ContinuationHistory, keys: readonly [string, string]): Pair {
  const [predecessor, successor] = keys.map((key) => {
    const item = items.find((each) => each.key === key);
    if (!item) throw new CommandError(`「${key}」という重点目標・具体的取組は、取り込まれた運営方針にありません。`);
    return item;
  }) as Pair["items"];
  if (predecessor.level !== successor.level) {
    throw new CommandError(`「${predecessor.key}」は${LEVELS[predecessor.level]}、「${successor.key}」は${LEVELS[successor.level]}です。同じ種類どうしを指定してください。`);
  }
  if (predecessor.municipality !== successor.municipality) {
    throw new CommandError(`「${predecessor.key}」と「${successor.key}」は別の自治体のものです。`);
  }
  if (predecessor.fiscalYear >= successor.fiscalYear) {
    throw new CommandError(`「${predecessor.key}」は「${successor.key}」より前の年度のものではありません。前の年度を先に指定してください。`);
  }
  const comparison = comparisons.find(({ from, to }) => from === predecessor.fiscalYear && to === successor.fiscalYear);
  const links = comparisons.flatMap((each) => each.links);
  const link = links.find((each) => each.predecessorKey === predecessor.key && each.successorKey === successor.key) ?? null;
  return { items: [predecessor, successor], link, isCompared: comparison !== undefined };
}
