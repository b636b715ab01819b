import { layoutComparison } from "@/lib/charts/comparison/layout";
import type { GoalComparison } from "@/lib/charts/comparison/model";
import type { ChartView } from "../chart-view";
import { placeTexts } from "../text-drawing";
import { ComparisonTable } from "./table";

export const comparisonView: ChartView<GoalComparison | null> = {
  place(chart, width, options) {
    return chart ? placeTexts(layoutComparison(chart, width), options) : { width, height: 0, content: null };
  },
  shorten: (chart) => (chart && chart.drawn.length > 1 ? { ...chart, drawn: chart.drawn.slice(0, -1) } : null),
  legend: () => [],
  Table: ComparisonTable,
};
