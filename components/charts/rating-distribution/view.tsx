import { layoutDistribution } from "@/lib/charts/rating-distribution/layout";
import type { RatingDistribution } from "@/lib/charts/rating-distribution/model";
import type { ChartView } from "../chart-view";
import { listDistributionLegend, toggleCarried } from "./legend";
import { DistributionMarks } from "./marks";
import { DistributionTable } from "./table";

export const ratingDistributionView: ChartView<RatingDistribution> = {
  place(chart, room, { id, view }) {
    const layout = layoutDistribution(chart, room);
    const { width, height } = layout;
    return { width, height, content: <DistributionMarks layout={layout} id={id} dataset={view?.dataset ?? null} linked={view !== null} newTab /> };
  },
  legend: (chart, id, hrefOf) => listDistributionLegend(chart, id, hrefOf?.(toggleCarried(chart.carried))),
  Table: ({ facts, view }) => <DistributionTable chart={facts.model} title={facts.title} dataset={view.dataset} />,
};
