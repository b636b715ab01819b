import { followLinks } from "@/lib/continuation/trail";
import { type ContinuationHistory, type ContinuationItem, type ContinuationLink, listLinks } from "@/lib/domain/continuation-history";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { CommandError } from "../command";

/** Two items of one level, the earlier first, and the link between them, where there is one. */
export interface Pair {
  items: [predecessor: ContinuationItem, successor: ContinuationItem];
  link: ContinuationLink | null;
  /** The links over the years between them by which the one leads to the other all the same; empty where none do. */
  chain: readonly ContinuationLink[];
}

/** Looks an item up by its key. Throws a `CommandError` of one sentence where there is none. */
export function findItem({ items }: ContinuationHistory, key: string): ContinuationItem {
  const item = items.find((each) => each.key === key);
  if (!item) throw new CommandError(`「${key}」という重点目標・具体的取組は、取り込まれた運営方針にありません。`);
  return item;
}

/** Looks a pair up by its keys. Throws a `CommandError` of one sentence where there is none. */
export function findPair(history: ContinuationHistory, keys: readonly [string, string]): Pair {
  const [predecessor, successor] = keys.map((key) => findItem(history, key)) as Pair["items"];
  if (predecessor.level !== successor.level) {
    const [one, other] = [predecessor, successor].map(({ key, level }) => `「${key}」は${continuationJa.level[level]}`);
    throw new CommandError(`${one}、${other}です。同じ種類どうしを指定してください。`);
  }
  if (predecessor.municipality !== successor.municipality) {
    throw new CommandError(`「${predecessor.key}」と「${successor.key}」は別の自治体のものです。`);
  }
  if (predecessor.fiscalYear >= successor.fiscalYear) {
    throw new CommandError(`「${predecessor.key}」は「${successor.key}」より前の年度のものではありません。前の年度を先に指定してください。`);
  }
  const links = listLinks(history);
  const link = links.find((each) => each.predecessorKey === predecessor.key && each.successorKey === successor.key) ?? null;
  const [trail] = followLinks([predecessor.key], links, []).get(successor.key) ?? [];
  return { items: [predecessor, successor], link, chain: trail && trail.path.length > 1 ? trail.path : [] };
}
