import { isLow } from "@/lib/domain/rating/tone";
import type { RatingScale } from "@/lib/domain/rating/value";
import type { ChartTexts } from "@/lib/texts/chart-ja";

/** The lower half of the scales in words, 「C以下」 of A to D; in general words where scales call it differently. */
export function nameLowRatings(scales: readonly RatingScale[], { attention, quoteRating }: ChartTexts): string {
  const names = new Set(
    scales.flatMap(({ values }) => {
      const low = values.filter(({ tone }) => isLow(tone));
      return low.length === 0 ? [] : [low.length > 1 ? attention.andBelow(quoteRating(low[0]!)) : quoteRating(low[0]!)];
    }),
  );
  return names.size === 1 ? [...names][0]! : attention.lowerHalf;
}
