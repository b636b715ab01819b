import type { ChangeLead, DrawnChange, DrawnMark } from "@/lib/charts/rating-change/drawn";
import type { ChangeYears } from "@/lib/charts/rating-change/years";
import { ALL_ROWS, type View } from "@/lib/parameters/view";
import { carriedOnHref, goalHref } from "@/lib/urls";

/** A mark that knows its address; `null` in a file, where it leads nowhere. */
export type LinkedMark = Omit<DrawnMark, "lead"> & { href: string | null };

/** A drawing whose marks know their addresses. */
export interface LinkedChange extends Omit<DrawnChange, "marks"> {
  marks: LinkedMark[];
}

/** A line leads to the later year's goal, a band to just its goals; all else stays as asked. */
export function leadOn(view: View, years: ChangeYears | null): (lead: ChangeLead) => string {
  return (lead) => {
    if ("goal" in lead) return goalHref(lead.goal, view.dataset);
    const { filter, ...asked } = lead.band;
    return carriedOnHref({ ...view, ...years, level: "goal", ...ALL_ROWS, ...asked, filter: { ...view.filter, ...filter } });
  };
}

/** Writes addresses into a drawing's marks. */
export function linkChange(drawn: DrawnChange, years: ChangeYears | null, view: View | null): LinkedChange {
  const hrefOf = view && leadOn(view, years);
  return { ...drawn, marks: drawn.marks.map(({ lead, ...mark }) => ({ ...mark, href: hrefOf?.(lead) ?? null })) };
}
