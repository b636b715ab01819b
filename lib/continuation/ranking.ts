import { COPIED } from "./calibration";
import { compareItems } from "./comparison";
import type { Item } from "./item";

/** A successor that may carry the predecessor on; `score` as of `scoreEvidence`. */
export interface Candidate {
  successor: string;
  score: number;
}

/** A predecessor with its likeliest successors, best first. */
export interface Ranking {
  predecessor: string;
  candidates: Candidate[];
}

/**
 * For each programme or other record that is copied from year to year, in the order given, its `limit` likeliest successors of the same group, by falling score
 * and then by id. The order of the input changes no candidate and no score.
 */
export function rankSuccessors(predecessors: readonly Item[], successors: readonly Item[], { limit = 10 }: { limit?: number } = {}): Ranking[] {
  const rankings = new Map<Item, Ranking>();
  const groups = groupItems(predecessors);
  const successorGroups = groupItems(successors);
  for (const [group, members] of groups) {
    const rivals = successorGroups.get(group) ?? [];
    const comparison = compareItems(members, rivals, COPIED);
    members.forEach((item, i) => {
      const candidates = rivals
        .map((rival, j) => ({ successor: rival.id, score: comparison.chance(i, j) }))
        .sort((a, b) => b.score - a.score || (a.successor < b.successor ? -1 : 1));
      rankings.set(item, { predecessor: item.id, candidates: candidates.slice(0, limit) });
    });
  }
  return predecessors.map((item) => rankings.get(item)!);
}

function groupItems(items: readonly Item[]): Map<string | undefined, Item[]> {
  const groups = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const members = groups.get(item.group);
    if (members) members.push(item);
    else groups.set(item.group, [item]);
  }
  return groups;
}
