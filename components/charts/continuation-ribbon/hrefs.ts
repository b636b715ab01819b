import type { DrawnFlow, DrawnNode, DrawnRibbon, Lead } from "@/lib/charts/continuation-ribbon/drawn";
import { parseItemKey } from "@/lib/domain/item-key";
import type { View } from "@/lib/parameters/view";
import { continuationHref, continuationsHref, itemHref } from "@/lib/urls";
import { isShown, leadMark, type PanelLead } from "../goal-lead";

/** Where rows and marks lead. */
export type HrefOf = (lead: Lead) => string;

/** A mark that knows its address; `null` in a file, where it leads nowhere. */
export type LinkedMark = (Omit<DrawnNode, "lead"> & Link) | (Omit<DrawnFlow, "lead"> & Link);

interface Link {
  href: string | null;
  /** Its goal is told beside the chart. */
  current?: boolean;
}

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

/** Writes addresses into a drawing's marks; in a page that shows goals beside it, an item leads to its goal there, and a link to its successor's. */
export function linkRibbon(drawn: DrawnRibbon, view: View | null, panel?: PanelLead): LinkedRibbon {
  const hrefOf = view && leadOn(view);
  const linkMark = (lead: Lead): Link => {
    if (!hrefOf) return { href: null };
    const item = "item" in lead ? lead.item : "link" in lead ? lead.link[1] : null;
    if (!panel || !view || item === null) return { href: hrefOf(lead) };
    const { goalId: goal } = parseItemKey(item);
    return { href: leadMark(panel, goal, itemHref(item, view.dataset)), ...(isShown(panel, goal) && { current: true }) };
  };
  return { ...drawn, lineages: drawn.lineages.map((marks) => marks.map(({ lead, ...mark }): LinkedMark => ({ ...mark, ...linkMark(lead) }))) };
}
