import { layoutPicture } from "@/lib/charts/picture-layout";
import type { DescribedChart } from "@/lib/charts/registry";
import { measureLegend } from "../charts/legend-list";
import { viewOf } from "../charts/registry";

/** Width in pixels that a plain frame is given its height for. */
export const FRAME_WIDTH = 640;

/** A page writes larger than a picture, and has the line of links and the closed table below; on a phone both break into more lines. */
const WIDE = { perText: 1.35, links: 125 };
const NARROW = { perText: 1.55, links: 150 };
const NARROW_WIDTH = 480;

/** A coming year makes drawing and texts longer, and the frames that were copied before do not grow. */
const NEXT_YEAR = 1.12;

/** Height in pixels of a plain frame that holds a chart's page at a width without scrolling, also when a year comes, and with little to spare. */
export function fitFrame(facts: DescribedChart, source: string, width: number = FRAME_WIDTH, titled = true): number {
  const drawing = viewOf(facts).place(facts.model, width, { id: "fit", view: null });
  const height = facts.empty ? 0 : drawing.height * Math.min(1, (width - 16) / drawing.width);
  const legend = measureLegend(viewOf(facts).legend(facts.model, "fit"));
  const texts = layoutPicture(
    { title: titled ? facts.title : "", reading: facts.reading, source: facts.basis + source, legend },
    { width: 0, height: 0 },
    width,
  ).height;
  const { perText, links } = width < NARROW_WIDTH ? NARROW : WIDE;
  return Math.ceil((NEXT_YEAR * (height + perText * texts + links)) / 10) * 10;
}
