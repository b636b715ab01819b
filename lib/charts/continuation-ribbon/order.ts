import type { ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import { compareDepartments } from "@/lib/domain/department";
import { groupBy } from "../group-by";
import type { RibbonColumn, RibbonNode } from "./node";

const SWEEPS = 12;

/** Above these no page draws all of them, and counting how they cross takes seconds: document order stays. */
const MOST_SORTED_LINKS = 4_000;

/** By year, municipality, department (in the city's order), then as the plan counts. */
export function compareItems(a: ContinuationItem, b: ContinuationItem): number {
  return a.fiscalYear - b.fiscalYear || compareDepartments(a, b) || a.goalNumber - b.goalNumber || placeOf(a) - placeOf(b) || compareTexts(a.key, b.key);
}

/** An item's number in its plan: 4, or 4-1 for an initiative. */
export function tagItem(item: ContinuationItem): string {
  return item.level === "goal" ? String(item.goalNumber) : `${item.goalNumber}-${placeOf(item) + 1}`;
}

/**
 * Orders the nodes of each year so that few ribbons cross: barycentre sweeps to and fro from document order, of
 * which the best is kept, the earliest where they are equal. A department's nodes stay together, and departments
 * in the same order in all years. `nodes` come in document order.
 */
export function orderNodes(years: readonly number[], nodes: readonly RibbonNode[], links: readonly ContinuationLink[]): RibbonColumn[] {
  const neighbours = new Map<string, string[]>(nodes.map((node) => [node.key, []]));
  for (const { predecessorKey, successorKey } of links) {
    neighbours.get(predecessorKey)?.push(successorKey);
    neighbours.get(successorKey)?.push(predecessorKey);
  }
  const yearOf = new Map(nodes.map((node) => [node.key, node.item.fiscalYear]));
  let columns = years.map((fiscalYear) => ({ fiscalYear, nodes: nodes.filter((node) => node.item.fiscalYear === fiscalYear) }));
  if (links.length > MOST_SORTED_LINKS) return columns;
  let best = columns;
  let fewest = countCrossings(columns, links);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0;
    const places = placeNodes(columns);
    columns = [...columns];
    for (const index of forward ? columns.keys() : [...columns.keys()].reverse()) {
      const column = columns[index]!;
      const centre = (node: RibbonNode) => {
        const own = neighbours.get(node.key)!.filter((key) => yearOf.get(key)! < column.fiscalYear === forward);
        return own.length === 0 ? places.get(node.key)! : own.reduce((sum, key) => sum + places.get(key)!, 0) / own.length;
      };
      const centres = new Map(column.nodes.map((node) => [node, centre(node)]));
      const sorted = column.nodes.toSorted((a, b) => compareDepartments(a.item, b.item) || centres.get(a)! - centres.get(b)! || compareItems(a.item, b.item));
      columns[index] = { ...column, nodes: sorted };
      for (const [key, place] of placeNodes([columns[index]!])) places.set(key, place);
    }
    const crossings = countCrossings(columns, links);
    if (crossings < fewest) [best, fewest] = [columns, crossings];
  }
  return best;
}

/** How many pairs of links between the same two years cross. */
export function countCrossings(columns: readonly RibbonColumn[], links: readonly ContinuationLink[]): number {
  const places = new Map(columns.flatMap(({ nodes }) => nodes.map((node, index) => [node.key, { index, year: node.item.fiscalYear }])));
  const spans = groupBy(links, (link) => `${places.get(link.predecessorKey)?.year}-${places.get(link.successorKey)?.year}`);
  let crossings = 0;
  for (const group of spans.values()) {
    const ends = group.map((link) => [places.get(link.predecessorKey)!.index, places.get(link.successorKey)!.index] as const);
    ends.forEach(([a, b], one) => {
      for (const [c, d] of ends.slice(one + 1)) if ((a - c) * (b - d) < 0) crossings++;
    });
  }
  return crossings;
}

/** Each node's place in its column, 0–1, so that columns of different length compare. */
function placeNodes(columns: readonly RibbonColumn[]): Map<string, number> {
  return new Map(columns.flatMap(({ nodes }) => nodes.map((node, index) => [node.key, (index + 0.5) / nodes.length])));
}

function placeOf(item: ContinuationItem): number {
  return Number(/\/initiatives\/(\d+)$/.exec(item.ref.pointer)?.[1] ?? 0);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
