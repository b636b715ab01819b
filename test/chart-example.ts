import { chartHref, usualView } from "@/lib/chart-urls";
import { CHARTS, type ChartName } from "@/lib/charts/registry";
import type { ChartFormat } from "@/lib/parameters/charts";
import type { View } from "@/lib/parameters/view";

/** A goal of the real documents that came of two of the year before. */
export const EXAMPLE_GOAL = "2025-policy-promotion-4";

/** A chart as it is shown unasked; one of a goal shows `EXAMPLE_GOAL`. */
export function exampleView(name: ChartName): View {
  return { ...usualView(CHARTS[name]), ...("takesGoal" in CHARTS[name] && { goal: EXAMPLE_GOAL }) };
}

/** Its address in one of its forms. */
export function exampleHref(name: ChartName, format: ChartFormat = "html", view: Partial<View> = {}): string {
  return chartHref(CHARTS[name], { ...exampleView(name), ...view }, format);
}
