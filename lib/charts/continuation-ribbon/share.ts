import type { ItemRef } from "@/lib/domain/continuation";
import type { ContinuationLink } from "@/lib/domain/continuation-history";
import { isContinuing } from "@/lib/domain/continuing";
import { groupBy } from "../group-by";
import type { RibbonColumn, RibbonFlow, RibbonNode } from "./node";

const LEAST_WEIGHT = 0.05;
const MOST_PHRASES = 3;

type Side = "predecessor" | "successor";

/**
 * The links as flows between nodes. On either side of a node, what continues divides its whole size by how many
 * of its initiatives each link leads to, or by score where no initiatives are linked; in the order of the other
 * ends, so that ribbons do not cross at the node. `related` links take nothing, and lead from middle to middle.
 */
export function shareNodes(columns: readonly RibbonColumn[], links: readonly ContinuationLink[]): RibbonFlow[] {
  const nodes = new Map(columns.flatMap((column) => column.nodes.map((node) => [node.key, node])));
  const places = new Map(columns.flatMap((column) => column.nodes.map((node, index) => [node.key, index])));
  const flows = links
    .map((link): RibbonFlow => {
      const [predecessor, successor] = [nodes.get(link.predecessorKey)!, nodes.get(link.successorKey)!];
      return {
        link,
        predecessor,
        successor,
        from: { start: predecessor.size / 2, size: 0 },
        to: { start: successor.size / 2, size: 0 },
        lineage: 0,
        phrases: topPhrases(link),
      };
    })
    .sort((a, b) => {
      const before = a.predecessor.item.fiscalYear - b.predecessor.item.fiscalYear || places.get(a.predecessor.key)! - places.get(b.predecessor.key)!;
      return before || a.successor.item.fiscalYear - b.successor.item.fiscalYear || places.get(a.successor.key)! - places.get(b.successor.key)!;
    });
  const continuing = flows.filter((flow) => isContinuing(flow.link.kind));
  for (const own of groupBy(continuing, (flow) => flow.predecessor).values()) divide(own, "predecessor", places);
  for (const own of groupBy(continuing, (flow) => flow.successor).values()) divide(own, "successor", places);
  return flows;
}

/** The shared phrases of a link that weigh most. */
export function topPhrases(link: ContinuationLink): string[] {
  const phrases = link.reasons.flatMap((reason) => (reason.what === "phrase" ? [reason] : []));
  return phrases
    .sort((a, b) => b.share - a.share || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, MOST_PHRASES)
    .map(({ phrase }) => phrase);
}

function divide(flows: readonly RibbonFlow[], side: Side, places: ReadonlyMap<string, number>): void {
  const other = side === "predecessor" ? "successor" : "predecessor";
  const end = side === "predecessor" ? "from" : "to";
  const sorted = flows.toSorted((a, b) => places.get(a[other].key)! - places.get(b[other].key)! || a[other].item.fiscalYear - b[other].item.fiscalYear);
  const weights = sorted.map((flow) => weigh(flow.link, side));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const { size } = sorted[0]![side] satisfies RibbonNode;
  let start = 0;
  sorted.forEach((flow, index) => {
    flow[end] = { start, size: (size * weights[index]!) / whole };
    start += flow[end].size;
  });
}

/** How many of the side's initiatives the link leads to, else its score. */
function weigh(link: ContinuationLink, side: Side): number {
  const pairs = link.reasons.flatMap((reason) => (reason.what === "initiatives" ? reason.pairs : []));
  const linked = new Set(pairs.map((pair) => nameRef(pair[side]))).size;
  return Math.max(linked, link.score, LEAST_WEIGHT);
}

function nameRef({ municipality, department, fiscalYear, pointer }: ItemRef): string {
  return [municipality, department, fiscalYear, pointer].join("\n");
}
