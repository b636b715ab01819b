import type { ChartFacts } from "@/lib/charts/chart-facts";
import { layoutPicture } from "@/lib/charts/picture-layout";
import { placeDrawing } from "../charts/drawing";
import { listLegend } from "../charts/legend-entries";

/** Width in pixels that a plain frame is given its height for. */
export const FRAME_WIDTH = 640;

/** A page writes larger than a picture, and has the line of links and the closed table below. */
const LARGER = { perText: 1.3, links: 100 };

/** Height in pixels of a plain frame that holds a chart's page at a width without scrolling, and with little to spare. */
export function fitFrame(facts: ChartFacts, source: string, width: number = FRAME_WIDTH): number {
  const drawing = placeDrawing(facts.drawing, width, { id: "fit", dataset: null, linked: false });
  const height = facts.empty ? 0 : (drawing.height * Math.min(1, (width - 16) / drawing.width));
  const legend = listLegend(facts.drawing, "fit").map(({ text, width: swatch = 32 }) => ({ text, width: swatch }));
  const texts = layoutPicture({ title: facts.title, reading: facts.reading, source: facts.basis + source, legend }, { width: 0, height: 0 }, width).height;
  return Math.ceil((height + LARGER.perText * texts + LARGER.links) / 10) * 10;
}
