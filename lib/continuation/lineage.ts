import type { ItemRef, Level, Link, Status } from "@/lib/domain/continuation";
import { isContinuing } from "./kind";
import { compareRefs, refKey } from "./plan-item";

/** An item of a lineage. `since` is the year of its earliest ancestor, `until` that of its latest descendant. */
export interface LineageItem {
  ref: ItemRef;
  since: number;
  until: number;
}

/** Items of three and more years that hang together, earliest first, with the links between them. */
export interface Lineage<L> {
  level: Level;
  items: LineageItem[];
  links: L[];
}

/**
 * Chains the links of successive pairs of years (2021–2023, 2023–2025 …, in any order) into lineages. What was
 * rejected does not chain, and neither does what is only `related`. The one carried longest is the item with
 * the largest `until − since`.
 */
export function chainLinks<L extends Link & { status?: Status }>(linksByYearPair: readonly (readonly L[])[]): Lineage<L>[] {
  const links = linksByYearPair
    .flat()
    .filter(({ kind, status }) => isContinuing(kind) && status !== "rejected")
    .sort((a, b) => compareYears(a.predecessor, b.predecessor) || compareYears(a.successor, b.successor));
  const lineages = new Map<string, Lineage<L>>();
  const items = new Map<string, LineageItem>();
  const join = (ref: ItemRef, level: Level): Lineage<L> => {
    const key = refKey(ref);
    const found = lineages.get(key);
    if (found) return found;
    const item = { ref, since: ref.fiscalYear, until: ref.fiscalYear };
    items.set(key, item);
    const lineage: Lineage<L> = { level, items: [item], links: [] };
    lineages.set(key, lineage);
    return lineage;
  };
  for (const link of links) {
    const before = join(link.predecessor, link.level);
    const after = join(link.successor, link.level);
    before.links.push(link);
    if (before === after) continue;
    before.items.push(...after.items);
    before.links.push(...after.links);
    for (const { ref } of after.items) lineages.set(refKey(ref), before);
  }
  spanYears(links, items);
  return [...new Set(lineages.values())].map(sortLineage).sort(compareLineages);
}

/** Carries the earliest year forward and the latest back; `links` come in the order of their predecessors' years. */
function spanYears(links: readonly Link[], items: ReadonlyMap<string, LineageItem>): void {
  const find = (ref: ItemRef): LineageItem => items.get(refKey(ref))!;
  for (const { predecessor, successor } of links) {
    find(successor).since = Math.min(find(successor).since, find(predecessor).since);
  }
  for (const { predecessor, successor } of links.toReversed()) {
    find(predecessor).until = Math.max(find(predecessor).until, find(successor).until);
  }
}

function sortLineage<L extends Link>({ level, items, links }: Lineage<L>): Lineage<L> {
  return {
    level,
    items: items.sort((a, b) => compareYears(a.ref, b.ref)),
    links: links.sort((a, b) => compareYears(a.predecessor, b.predecessor) || compareYears(a.successor, b.successor)),
  };
}

function compareLineages(a: Lineage<unknown>, b: Lineage<unknown>): number {
  return a.level === b.level ? compareYears(a.items[0]!.ref, b.items[0]!.ref) : a.level === "goal" ? -1 : 1;
}

function compareYears(a: ItemRef, b: ItemRef): number {
  return a.fiscalYear - b.fiscalYear || compareRefs(a, b);
}
