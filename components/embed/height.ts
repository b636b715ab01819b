import { layoutPicture } from "@/lib/charts/picture-layout";
import type { DescribedChart } from "@/lib/charts/registry";
import { measureLegend } from "../charts/legend-list";
import { viewOf } from "../charts/registry";

/** Width in pixels that a plain frame is given its height for. */
export const FRAME_WIDTH = 640;

/** A page writes larger than a picture, and has the line of links and the closed table below; on a phone both break into more lines. */
const WIDE = { perText: 1.35, links: 110 };
const NARROW = { perText: 1.55, links: 150 };
const NARROW_WIDTH = 480;

/** A coming year makes drawing and texts longer, and the frames that were copied before do not grow. */
const NEXT_YEAR = 1.12;

/** The narrowest column that hosts have, and the least height in pixels to which a drawing shrinks there (`.fit` in `page.tsx`). */
const NARROWEST = { width: 320, drawing: 144 };

/** Height in pixels of a plain frame that holds a chart's page at a width without scrolling, also when a year comes, and with little to spare; in a narrower column its texts are whole, and its drawing shrinks. */
export function fitFrame(facts: DescribedChart, source: string, width: number = FRAME_WIDTH, titled = true): number {
  const measure = (room: number, most: number) => {
    const drawing = viewOf(facts).place(facts.model, room, { id: "fit", view: null });
    const height = facts.empty ? 0 : drawing.height * Math.min(1, (room - 16) / drawing.width);
    const legend = measureLegend(viewOf(facts).legend(facts.model, "fit"));
    const texts = layoutPicture(
      { title: titled ? facts.title : "", reading: facts.reading, source: facts.basis + source, legend },
      { width: 0, height: 0 },
      room,
    ).height;
    const { perText, links } = room < NARROW_WIDTH ? NARROW : WIDE;
    return NEXT_YEAR * (Math.min(height, most) + perText * texts + links);
  };
  const own = measure(width, Infinity);
  const narrowest = width > NARROWEST.width ? measure(NARROWEST.width, NARROWEST.drawing) : 0;
  return Math.ceil(Math.max(own, narrowest) / 10) * 10;
}
