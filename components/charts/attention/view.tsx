import { layoutAttention } from "@/lib/charts/attention/layout";
import type { Attention } from "@/lib/charts/attention/model";
import type { ChartView } from "../chart-view";
import { PlainTable } from "../plain-table";
import { placeTexts } from "../text-drawing";

export const attentionView: ChartView<Attention> = {
  place: (attention, width, options) => placeTexts(layoutAttention(attention, width), options),
  legend: () => [],
  Table: PlainTable,
};
