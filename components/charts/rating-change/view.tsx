import { layoutChange } from "@/lib/charts/rating-change/layout";
import type { RatingChange } from "@/lib/charts/rating-change/model";
import type { ChartView } from "../chart-view";
import { linkChange } from "./hrefs";
import { listChangeKinds, listChangeLegend } from "./legend";
import { ChangeMarks } from "./marks";
import { ChangeTable } from "./table";

export const ratingChangeView: ChartView<RatingChange> = {
  place(change, room, { id, view }) {
    const drawn = layoutChange(change, room);
    return { width: drawn.width, height: drawn.height, content: <ChangeMarks drawn={linkChange(drawn, change.years, view)} id={id} newTab /> };
  },
  legend: (change, id) => listChangeLegend(listChangeKinds(change), id),
  Table: ({ facts, view }) => <ChangeTable change={facts.model} title={facts.title} view={view} />,
};
