import type { ContinuationLink, YearComparison } from "@/lib/domain/continuation-history";
import { groupBy } from "../group-by";
import type { RibbonColumn, RibbonNode } from "./node";
import { topPhrases } from "./share";

/** A row of the ribbon's table: a link (rejected ones too), or an item that ended or is new. */
export type RibbonRow =
  | { what: "link"; from: number; to: number; before: RibbonNode; after: RibbonNode; link: ContinuationLink; phrases: string[] }
  | { what: "ended"; from: number; to: number; before: RibbonNode; after: null }
  | { what: "new"; from: number; to: number; before: null; after: RibbonNode };

/**
 * The rows of each comparison of years: predecessors from top to bottom, then what is new. `partners` are not shown, but
 * linked to what is; what became of them otherwise is no row.
 */
export function listRibbonRows(
  { columns, partners }: { columns: readonly RibbonColumn[]; partners: readonly RibbonNode[] },
  comparisons: readonly YearComparison[],
  links: readonly ContinuationLink[],
): RibbonRow[] {
  const nodes = columns.flatMap((column) => column.nodes);
  const all = [...nodes, ...partners];
  const byKey = new Map(all.map((node, index) => [node.key, { node, index }]));
  const unshown = new Set(partners);
  const bySource = groupBy(links, (link) => link.predecessorKey);
  return comparisons.flatMap(({ from, to, ended, begun }) => {
    const [gone, added] = [new Set(ended), new Set(begun)];
    const carried = all
      .filter((node) => node.item.fiscalYear === from)
      .flatMap((before): RibbonRow[] => {
        const own = (bySource.get(before.key) ?? [])
          .flatMap((link) => {
            const after = byKey.get(link.successorKey);
            return after && after.node.item.fiscalYear === to ? [{ link, after }] : [];
          })
          .sort((a, b) => a.after.index - b.after.index)
          .map(({ link, after }): RibbonRow => ({ what: "link", from, to, before, after: after.node, link, phrases: topPhrases(link) }));
        return gone.has(before.key) && !unshown.has(before) ? [...own, { what: "ended", from, to, before, after: null }] : own;
      });
    const fresh = nodes.filter((node) => node.item.fiscalYear === to && added.has(node.key));
    return [...carried, ...fresh.map((after): RibbonRow => ({ what: "new", from, to, before: null, after }))];
  });
}
