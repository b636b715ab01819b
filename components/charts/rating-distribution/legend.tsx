import { nameCarried } from "@/lib/charts/rating-distribution/carried-sentence";
import { nameMeaning } from "@/lib/charts/rating-distribution/category";
import type { CarriedKey, DrawnDistribution } from "@/lib/charts/rating-distribution/model";
import type { View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { LegendEntry } from "../legend-list";
import { Badge } from "../text-drawing";
import { StripePattern } from "./marks";

/** What the marks' letters and colours stand for, and the line below them; `href` is where the line's entry leads. */
export function listDistributionLegend(
  { categories, carried, unit, language }: Pick<DrawnDistribution, "categories" | "carried" | "unit" | "language">,
  id: string,
  href?: string,
): LegendEntry[] {
  const ratings = categories.map(
    ({ rating, short, tone, label }): LegendEntry => ({
      text: nameMeaning({ rating, label }),
      tone,
      width: 16,
      swatch: (
        <>
          {tone === "e" && <StripePattern id={id} />}
          <Badge badge={{ x: 0.75, y: 0.75, size: 14.5, tone, text: short ?? rating ?? "" }} id={id} />
        </>
      ),
    }),
  );
  if (!carried) return ratings;
  const texts = chartTexts(language);
  const { dim, undim } = texts.distribution.carried;
  const link = href !== undefined && { link: { href, text: carried.only ? undim : dim } };
  return [...ratings, { text: nameCarried(carried, unit, texts), width: 24, swatch: <rect className="carried" y={6.5} width={24} height={3} />, ...link }];
}

/** What a view becomes by a press on the legend: what was carried on stands out, or all stands alike again. */
export function toggleCarried(carried: CarriedKey | null): Pick<View, "carried" | "focus"> {
  return { carried: carried && !carried.only ? carried.from : null, focus: null };
}
