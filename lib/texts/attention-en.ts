import type { attentionJa } from "./attention-ja";
import { countEn, fiscalYearEn } from "./english";

const GOALS = ["goal", "goals"] as const;

/** What findings of substance are called; others keep the sentence of their reading. */
const FINDINGS: Record<string, string> = {
  "listed-rating-differs": "The rating in the summary table differs from the goal’s own.",
  "overall-rating-outside-targets": "The overall rating lies outside those of its targets.",
  "target-not-rated": "A target is not rated.",
  "initiative-without-result": "An initiative has no reported result.",
  "unknown-rating": "The rating is none of its document’s scale.",
};

/** Texts of what needs attention, in English. */
export const attentionEn: typeof attentionJa = {
  title: (asides) => `What needs a look${asides.length > 0 ? ` (${asides.join("; ")})` : ""}`,
  notRated: (year, count) => `${countEn(count, GOALS)} of ${fiscalYearEn(year)} ${count === 1 ? "is" : "are"} not rated.`,
  whoNotRated: (year, who, count) => `${fiscalYearEn(year)} ${who}: ${countEn(count, GOALS)} not rated`,
  fallen: (count) => `ratings of goals carried on (candidates included) that fell: ${count}`,
  low: (low, count) => `rated ${low}: ${count}`,
  outside: (rating, count) => `${rating} (outside the order): ${count}`,
  findings: (count) => `with something in the document that disagrees: ${count}`,
  reading: (years, counts) => `Of the priority goals of ${years}, ${counts.join("; ")}.`,
  andBelow: (rating) => `${rating} or below`,
  lowerHalf: "in the lower half of the scale",
  fall: (from, to, checked) => `Rating ${from} → ${to}${checked ? "" : " (compared with a candidate for a continuation)"}`,
  place: (year, department, area, units) =>
    `${fiscalYearEn(year)}${department === null ? "" : ` ${department}`} · Policy area: ${area} · Responsible: ${units.join(", ") || "Not stated"}`,
  whoOutside: (year, who, count, rating) => `${fiscalYearEn(year)} ${who}: ${countEn(count, GOALS)} ${rating} (outside the order of ratings)`,
  titles: (titles, more) => [...titles.map((title) => `“${title}”`), ...(more > 0 ? [`${more} more`] : [])].join(", "),
  isLow: (low) => `The rating is ${low}.`,
  isOutside: (rating) => `The rating is ${rating}, outside the order.`,
  isNotRated: "Not rated.",
  finding: ({ rule, reason }) => FINDINGS[rule] ?? reason,
  nothing: "Nothing stands out.",
};
