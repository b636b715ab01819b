import type { RibbonModel } from "@/lib/charts/continuation-ribbon/contract";
import { layoutCounted } from "@/lib/charts/continuation-ribbon/counted-layout";
import { type DrawnRibbon, drawRibbon } from "@/lib/charts/continuation-ribbon/drawn";
import { listKinds } from "@/lib/charts/continuation-ribbon/kinds";
import { layoutRibbon, RIBBON_WIDTHS } from "@/lib/charts/continuation-ribbon/layout";
import type { ChartView } from "../chart-view";
import { CountedTable } from "./counted-table";
import { leadOn, linkRibbon } from "./hrefs";
import { listRibbonLegend } from "./legend";
import { RibbonMarks } from "./marks";
import { RibbonTable } from "./table";

export const continuationRibbonView: ChartView<RibbonModel> = {
  place(model, room, { id, view }) {
    const drawn = drawAt(model, Math.max(RIBBON_WIDTHS.narrow, room));
    return { width: drawn.width, height: drawn.height, content: <RibbonMarks drawn={linkRibbon(drawn, view)} id={id} newTab /> };
  },
  legend: (model, id) => listRibbonLegend(listKinds(model), id),
  Table: ({ facts: { model, title }, view }) =>
    model.counted ? (
      <CountedTable counted={model.counted} title={title} hrefOf={leadOn(view)} />
    ) : (
      <RibbonTable ribbon={model.ribbon} title={title} hrefOf={leadOn(view)} />
    ),
};

/** The drawing of one by one or of counts, as the model says, at a width in pixels. */
function drawAt({ ribbon, counted }: RibbonModel, width: number): DrawnRibbon {
  return counted ? layoutCounted(counted, width) : drawRibbon(ribbon, layoutRibbon(ribbon, width));
}
