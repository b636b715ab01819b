import { fold } from "./gram";
import type { Item } from "./item";

/** Item indices: which predecessors came through word for word, and as which successors. */
export interface UnchangedPairs {
  has(predecessor: number, successor: number): boolean;
  /** True where either of the two came through unchanged as part of some pair. */
  claims(predecessor: number, successor: number): boolean;
}

/**
 * Pairs the items whose texts are the same word for word. Of several alike, the first goes to the first, the
 * second to the second, and what is left over to the last; first by unit, then by place in the list.
 */
export function pairUnchanged(predecessors: readonly Item[], successors: readonly Item[]): UnchangedPairs {
  const successorsByText = indexByText(successors);
  const pairs = new Map<number, Set<number>>();
  const claimed = new Set<number>();
  for (const [text, before] of indexByText(predecessors)) {
    const after = successorsByText.get(text);
    if (!after) continue;
    for (let k = 0; k < Math.max(before.length, after.length); k++) {
      const predecessor = before[Math.min(k, before.length - 1)]!;
      const successor = after[Math.min(k, after.length - 1)]!;
      pairs.set(predecessor, (pairs.get(predecessor) ?? new Set()).add(successor));
      claimed.add(successor);
    }
  }
  return {
    has: (predecessor, successor) => pairs.get(predecessor)?.has(successor) ?? false,
    claims: (predecessor, successor) => pairs.has(predecessor) || claimed.has(successor),
  };
}

function indexByText(items: readonly Item[]): Map<string, number[]> {
  const byText = new Map<string, number[]>();
  const order = items.map((_, index) => index).sort((a, b) => compareUnits(items[a]!, items[b]!) || a - b);
  for (const index of order) {
    const { title, texts, within = [] } = items[index]!;
    if (fold(title) === "") continue;
    const text = JSON.stringify([fold(title), ...[...texts, ...within].map(fold).sort()]);
    byText.set(text, [...(byText.get(text) ?? []), index]);
  }
  return byText;
}

function compareUnits(a: Item, b: Item): number {
  const [one, other] = [a.unit ?? "", b.unit ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}
