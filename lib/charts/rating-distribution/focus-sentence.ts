import { chartTexts } from "@/lib/texts/chart-texts";
import { tellFocus } from "../focus";
import type { DistributionRow, RatingDistribution } from "./model";

/** How many of a row's units are brought out. */
export function countFocused({ segments }: Pick<DistributionRow, "segments">): number {
  return segments.reduce((sum, { focused = 0 }) => sum + focused, 0);
}

/** What the drawing dims, with the counts of each year; or that there is no such thing in it. */
export function readFocus({ focus, totals, language }: Pick<RatingDistribution, "focus" | "totals" | "language">): string {
  const texts = chartTexts(language);
  const years = totals.filter((row) => countFocused(row) > 0).map((row) => texts.focus.ofYear(row.fiscalYear, row.total, countFocused(row)));
  return tellFocus(focus, texts.list(years), texts);
}
