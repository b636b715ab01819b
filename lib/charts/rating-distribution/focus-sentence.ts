import { cutText } from "@/lib/domain/cut-text";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { DistributionRow, RatingDistribution } from "./model";

/** Characters of what a reader asked for that are told again. */
const MOST_ASKED = 40;

/** How many of a row's units are brought out. */
export function countFocused({ segments }: Pick<DistributionRow, "segments">): number {
  return segments.reduce((sum, { focused = 0 }) => sum + focused, 0);
}

/** What the drawing dims, with the counts of each year; or that there is no such thing in it. */
export function readFocus({ focus, totals, language }: Pick<RatingDistribution, "focus" | "totals" | "language">): string {
  if (!focus) return "";
  const texts = chartTexts(language);
  const { focus: told, carried } = texts.distribution;
  if (focus.name === null) return told.absent(cutText(focus.asked, MOST_ASKED));
  const years = totals.filter((row) => countFocused(row) > 0).map((row) => carried.ofYear(row.fiscalYear, row.total, countFocused(row)));
  return carried.only(focus.name, texts.list(years));
}
