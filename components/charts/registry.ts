import type { ChartName, DescribedChart, ModelOf } from "@/lib/charts/registry";
import { attentionView } from "./attention/view";
import type { ChartView, TableProps } from "./chart-view";
import { comparisonView } from "./comparison/view";
import { continuationRibbonView } from "./continuation-ribbon/view";
import { goalView } from "./goal/view";
import { headlineView } from "./headline/view";
import { municipalitiesView } from "./municipalities/view";
import { ratingChangeView } from "./rating-change/view";
import { ratingDistributionView } from "./rating-distribution/view";

/** How each chart looks; one that is missing does not compile. Their interactive versions are in `interactives.ts`. */
const CHART_VIEWS: { [Name in ChartName]: ChartView<ModelOf<Name>> } = {
  "rating-distribution": ratingDistributionView,
  "rating-by-year": ratingDistributionView,
  "rating-change": ratingChangeView,
  "continuation-ribbon": continuationRibbonView,
  attention: attentionView,
  headline: headlineView,
  goal: goalView,
  comparison: comparisonView,
  municipalities: municipalitiesView,
};

/** The looks of the chart that the facts are of, whose model they take. */
export function viewOf({ name }: DescribedChart): ChartView<unknown> {
  return CHART_VIEWS[name] as ChartView<unknown>;
}

/** A chart's numbers, to be read in a page. */
export function ChartTable({ facts, view }: { facts: DescribedChart } & Pick<TableProps<unknown>, "view">) {
  return viewOf(facts).Table({ facts, view });
}
