import { type CardLayout, type CardShape, DRAWING_WIDTHS, layoutCard } from "@/lib/charts/card-layout";
import type { DescribedChart } from "@/lib/charts/registry";
import type { PlacedDrawing, ShownChart } from "../charts/chart-view";
import { type LegendEntry, measureLegend } from "../charts/legend-list";
import { viewOf } from "../charts/registry";

/** A chart in one of the shapes that other programs show, as `ChartPicture` draws it. */
export interface PlacedCard {
  facts: DescribedChart;
  drawing: PlacedDrawing | null;
  legend: LegendEntry[];
  layout: CardLayout;
  /** Pixels of the picture. */
  pixels: { width: number; height: number };
}

/** Places a chart in a shape, its drawing as large as its texts stay legible; a drawing that could not be read there gives way to its sentence. */
export function placeCard(facts: DescribedChart, source: string, shape: CardShape): PlacedCard {
  const { place, legend: list, shorten } = viewOf(facts);
  const legend = facts.empty ? [] : list(facts.model, "l");
  const texts = { title: facts.title, source, legend: measureLegend(legend) };
  const draw = ({ model, reading }: ShownChart<unknown>): PlacedCard => {
    const drawings = facts.empty ? [] : DRAWING_WIDTHS.map((width) => place(model, width, { id: "d", view: null }));
    const { layout, taken } = layoutCard({ ...texts, reading }, drawings, shape);
    return { facts, drawing: drawings[taken] ?? null, legend, layout, pixels: shape };
  };
  const whole = draw(facts);
  let card = whole;
  for (let less = facts.empty ? null : shorten?.(facts); less && !card.layout.drawing; less = shorten?.(less)) card = draw(less);
  return card.layout.drawing ? card : whole;
}
