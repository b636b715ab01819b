import type { ContinuationRibbon } from "./model";
import type { RibbonLineage, RibbonNode } from "./node";

/** Items that a drawing and its table hold: twelve departments over eight years have about 1,200 initiatives. */
export const MOST_NODES = 1_500;

/** The ribbon with as many whole lineages as a page can hold, those that stand out before others, then from the top; the same where all fit. Its comparisons still count all. */
export function cutRibbon(ribbon: ContinuationRibbon, most = MOST_NODES): ContinuationRibbon {
  if (countNodes(ribbon) <= most) return ribbon;
  let room = most;
  const isFocused = ({ nodes }: RibbonLineage) => (nodes[0]?.focused ? 1 : 0);
  const fitting = new Set(
    ribbon.lineages
      .toSorted((a, b) => isFocused(b) - isFocused(a))
      .filter(({ nodes }) => {
        const fits = nodes.length <= room;
        if (fits) room -= nodes.length;
        return fits;
      }),
  );
  const lineages = ribbon.lineages.filter((lineage) => fitting.has(lineage));
  const kept = new Set<RibbonNode>(lineages.flatMap(({ nodes }) => nodes));
  const flows = ribbon.flows.filter((flow) => kept.has(flow.predecessor) && kept.has(flow.successor));
  // Rows may tell of items that are not drawn.
  const dropped = new Set<RibbonNode | null>(ribbon.lineages.flatMap(({ nodes }) => nodes).filter((node) => !kept.has(node)));
  const drawn = new Set(flows);
  return {
    ...ribbon,
    columns: ribbon.columns.map((column) => ({ ...column, nodes: column.nodes.filter((node) => kept.has(node)) })),
    flows,
    lineages: lineages.map(({ nodes, flows: own }) => ({ nodes, flows: own.filter((flow) => drawn.has(flow)) })),
    rows: ribbon.rows.filter(({ before, after }) => !dropped.has(before) && !dropped.has(after)),
  };
}

/** How many items `cutRibbon` leaves out. */
export function countCutNodes(ribbon: ContinuationRibbon): number {
  return countNodes(ribbon) - countNodes(cutRibbon(ribbon));
}

function countNodes({ columns }: ContinuationRibbon): number {
  return columns.reduce((sum, { nodes }) => sum + nodes.length, 0);
}
