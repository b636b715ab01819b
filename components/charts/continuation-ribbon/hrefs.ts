import type { DrawnFlow, DrawnNode, DrawnRibbon, Lead } from "@/lib/charts/continuation-ribbon/drawn";
import type { View } from "@/lib/parameters/view";
import { continuationHref, continuationsHref, itemHref } from "@/lib/urls";

/** Where rows and marks lead. */
export type HrefOf = (lead: Lead) => string;

/** A mark that knows its address; `null` in a file, where it leads nowhere. */
export type LinkedMark = (Omit<DrawnNode, "lead"> & { href: string | null }) | (Omit<DrawnFlow, "lead"> & { href: string | null });

/** A drawing whose marks know their addresses. */
export interface LinkedRibbon extends Omit<DrawnRibbon, "lineages"> {
  lineages: LinkedMark[][];
}

/** An item leads to its goal's page, a link to its evidence, a department's counts to its items; all else stays as asked. */
export function leadOn(view: View): HrefOf {
  return (lead) => {
    if ("item" in lead) return itemHref(lead.item, view.dataset);
    if ("link" in lead) return continuationHref(...lead.link, view.dataset);
    return continuationsHref({ ...view, level: view.of === "initiatives" ? "initiative" : "goal", filter: { ...view.filter, departments: [lead.department] } });
  };
}

/** Writes addresses into a drawing's marks. */
export function linkRibbon(drawn: DrawnRibbon, view: View | null): LinkedRibbon {
  const hrefOf = view && leadOn(view);
  return { ...drawn, lineages: drawn.lineages.map((marks) => marks.map(({ lead, ...mark }): LinkedMark => ({ ...mark, href: hrefOf?.(lead) ?? null }))) };
}
