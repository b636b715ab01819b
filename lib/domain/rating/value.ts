import type { Rating, RatingScaleEntry } from "../plan";
import { entriesInForce, findForm, type RatingForm } from "./form";
import { foldLabel } from "./label";
import { isNotCarriedOut, orderEntries } from "./rank";
import { shortenRatings } from "./short-name";
import { countShades, type RatingTone, toneOfRank } from "./tone";

/** A rating with all that its document's scale says of it; made where rows are read. Not rated is `null`. */
export interface RatingValue {
  rating: Rating;
  /** 概ね達成; `null` where the scale has none for it. */
  label: string | null;
  /** Place on its scale, 0 the best; `null` outside the order, and for what the scale does not hold. Never averaged. */
  rank: number | null;
  /** It stands outside the order, neither better nor worse than any other: what was called off or could not be rated. */
  outside: boolean;
  tone: RatingTone;
  /** At most two characters for a mark. */
  short: string;
  /** How many ranks its scale has. */
  ranks: number;
  /** What the ranks mean, as one text: ranks of ratings with the same can be compared. */
  order: string;
}

/** A document's scale: its ratings the best first, then those outside the order. `entries` are as printed. */
export interface RatingScale {
  values: readonly RatingValue[];
  entries: readonly RatingScaleEntry[];
  order: string;
}

/** The scale that a document prints, or, where it prints none, its form's. */
export function readScale(printed: readonly RatingScaleEntry[]): RatingScale {
  const entries = entriesInForce(printed);
  return makeScale(entries, findForm(entries));
}

/** The scale of these entries by a form, or by themselves alone (`null`). */
export function makeScale(entries: readonly RatingScaleEntry[], form: RatingForm | null): RatingScale {
  const { ranked, outside } = orderEntries(entries, form);
  const order = ranked.map(describeEntry).join("|");
  const shades = countShades(ranked.length, ranked.some(isNotCarriedOut));
  const all = [...ranked, ...outside];
  const short = shortenRatings(all.map(({ rating }) => rating));
  const values = all.map(({ rating, label }, at): RatingValue => {
    const rank = at < ranked.length ? at : null;
    const tone = rank === null ? "e" : toneOfRank(rank, shades);
    // Frozen, as rows share it.
    return Object.freeze({ rating, label, rank, outside: rank === null, tone, short: short[at]!, ranks: ranked.length, order });
  });
  return { values, entries, order };
}

/** A rating by its scale. What the scale does not hold has no rank, and is not outside the order either. */
export function rateBy(scale: RatingScale, rating: Rating): RatingValue;
export function rateBy(scale: RatingScale, rating: Rating | null): RatingValue | null;
export function rateBy({ values, order }: RatingScale, rating: Rating | null): RatingValue | null {
  if (rating === null) return null;
  const known = values.find((value) => value.rating === rating);
  return known ?? { rating, label: null, rank: null, outside: false, tone: "none", short: [...rating].slice(0, 2).join(""), ranks: 0, order };
}

/** What a rank stands for: letter, meaning and bounds. */
function describeEntry({ rating, label, criterion, min, max }: RatingScaleEntry): string {
  return `${rating}:${foldLabel(label ?? criterion)}:${min || ""}-${max ?? ""}`;
}
