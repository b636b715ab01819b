import { isContinuing } from "@/lib/domain/continuing";
import type { RibbonColumn, RibbonFlow, RibbonLineage, RibbonNode } from "./node";

/**
 * The nodes that hang together by the flows drawn, in order of their earliest and topmost node; writes each
 * node's and flow's lineage into it. `related` flows join nothing and stand with their predecessor.
 */
export function joinLineages(columns: readonly RibbonColumn[], flows: readonly RibbonFlow[]): RibbonLineage[] {
  const nodes = columns.flatMap((column) => column.nodes);
  const parents = new Map<RibbonNode, RibbonNode>();
  const find = (node: RibbonNode): RibbonNode => {
    let root = node;
    for (let parent = parents.get(root); parent; parent = parents.get(root)) root = parent;
    return root;
  };
  for (const { link, predecessor, successor } of flows) {
    const [a, b] = [find(predecessor), find(successor)];
    if (isContinuing(link.kind) && a !== b) parents.set(b, a);
  }
  const lineages = new Map<RibbonNode, RibbonLineage>();
  const indices = new Map<RibbonNode, number>();
  for (const node of nodes) {
    const root = find(node);
    const lineage = lineages.get(root) ?? { nodes: [], flows: [] };
    if (!lineages.has(root)) {
      indices.set(root, lineages.size);
      lineages.set(root, lineage);
    }
    node.lineage = indices.get(root)!;
    lineage.nodes.push(node);
  }
  for (const flow of flows) {
    flow.lineage = flow.predecessor.lineage;
    lineages.get(find(flow.predecessor))!.flows.push(flow);
  }
  return [...lineages.values()];
}
