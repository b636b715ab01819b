import { layoutComparison } from "@/lib/charts/comparison/layout";
import type { GoalComparison } from "@/lib/charts/comparison/model";
import type { ChartView } from "../chart-view";
import { placeTexts } from "../text-drawing";
import { ComparisonTable } from "./table";

export const comparisonView: ChartView<GoalComparison | null> = {
  place(chart, width, options) {
    return chart ? placeTexts(layoutComparison(chart, width), options) : { width, height: 0, content: null };
  },
  shorten({ model, reading }) {
    const last = model?.drawn.at(-1);
    if (!model || !last || model.drawn.length === 1) return null;
    return { model: { ...model, drawn: model.drawn.slice(0, -1), dropped: [last.row.name, ...model.dropped] }, reading };
  },
  legend: () => [],
  Table: ComparisonTable,
};
