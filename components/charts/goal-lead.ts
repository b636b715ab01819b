import type { Place } from "@/lib/parameters/place";
import type { View } from "@/lib/parameters/view";
import { goalHref, panelHref } from "@/lib/urls";

/** Where marks of goals lead in a page that can show a goal beside its chart: plain data, for a chart's interactive version too. */
export interface PanelLead {
  /** The page's address with the panel of the goal `GOAL`. */
  href: string;
  /** The goal that is shown already: its marks lead to its own page. */
  shown: string | null;
}

const GOAL = "GOAL";

/** Of a page that shows a view. */
export function leadToPanel(place: Place, view: View): PanelLead {
  return { href: panelHref(place, view, GOAL), shown: view.goal };
}

/** Where a mark of a goal leads: to its panel, then (`page`) to the goal's own page, as in a page without panels. */
export function leadMark(panel: PanelLead | null | undefined, goal: string, page: string): string {
  return panel && panel.shown !== goal ? panel.href.replace(`goal=${GOAL}`, `goal=${encodeURIComponent(goal)}`) : page;
}

/** Where a row of a page leads that tells of a goal, as the page's marks do. */
export function leadRow(place: Place, view: View, goal: string): string {
  return leadMark(leadToPanel(place, view), goal, goalHref(goal, view.dataset));
}

/** Whether a mark is of the goal that is shown. */
export function isShown(panel: PanelLead | null | undefined, goal: string): boolean {
  return panel?.shown === goal;
}
