import { layoutHeadline } from "@/lib/charts/headline/layout";
import type { Headline } from "@/lib/charts/headline/model";
import type { ChartView } from "../chart-view";
import { PlainTable } from "../plain-table";
import { placeTexts } from "../text-drawing";

export const headlineView: ChartView<Headline> = {
  place: (headline, width, options) => placeTexts(layoutHeadline(headline, width), options),
  legend: () => [],
  Table: PlainTable,
};
