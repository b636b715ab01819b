import { nameMeaning, type RatingCategory } from "@/lib/charts/rating-distribution/category";
import type { LegendEntry } from "../legend-list";
import { Badge } from "../text-drawing";
import { StripePattern } from "./marks";

/** What the marks' letters and colours stand for. */
export function listDistributionLegend(categories: readonly RatingCategory[], id: string): LegendEntry[] {
  return categories.map(({ rating, short, tone, label }) => ({
    text: nameMeaning({ rating, label }),
    tone,
    width: 16,
    swatch: (
      <>
        {tone === "e" && <StripePattern id={id} />}
        <Badge badge={{ x: 0.75, y: 0.75, size: 14.5, tone, text: short ?? rating ?? "" }} id={id} />
      </>
    ),
  }));
}
