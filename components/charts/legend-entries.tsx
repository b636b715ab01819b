import type { Drawing } from "@/lib/charts/chart-facts";
import { nameMeaning } from "@/lib/charts/rating-category";
import { listRibbonLegend } from "./continuation-ribbon/legend";
import type { LegendEntry } from "./legend-list";
import { StripePattern } from "./rating-distribution/static";
import { Badge } from "./text-drawing";

/** What a drawing's marks stand for; nothing where the drawing says it itself. */
export function listLegend(drawing: Drawing, id: string): LegendEntry[] {
  if (drawing.what === "ribbon") return listRibbonLegend(drawing.ribbon, id);
  if (drawing.what !== "distribution") return [];
  return drawing.chart.categories.map(({ rating, short, tone, label }) => ({
    text: nameMeaning({ rating, label }),
    width: 16,
    swatch: (
      <>
        {tone === "e" && <StripePattern id={id} />}
        <Badge badge={{ x: 0.75, y: 0.75, size: 14.5, tone, text: short ?? rating ?? "" }} id={id} />
      </>
    ),
  }));
}
