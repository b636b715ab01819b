import type { Rating } from "../plan";
import type { RatingValue } from "./value";

/** `B` as `B 概ね達成`; `null` as 評価未掲載. */
export function nameRating(value: Pick<RatingValue, "rating" | "label"> | null): string {
  if (value === null) return "評価未掲載";
  return value.label ? `${value.rating} ${value.label}` : value.rating;
}

/** A rating within a sentence: letters and marks as they are, words in quotation marks. */
export function quoteRating({ rating }: Pick<RatingValue, "rating">): string {
  return [...rating].length > 2 ? `「${rating}」` : rating;
}

/**
 * Names of ratings by their letters, in the order given: `B 概ね達成`, and of what documents mean differently by one
 * letter each meaning once, `B 概ね達成／成果あり`.
 */
export function nameMeanings(values: readonly (RatingValue | null)[]): Map<Rating | null, string> {
  const names = new Map<Rating | null, string>();
  for (const value of values) {
    const known = names.get(value?.rating ?? null);
    if (known === undefined) names.set(value?.rating ?? null, nameRating(value));
    else if (value?.label && !known.split(/[ ／]/).includes(value.label))
      names.set(value.rating, `${known}${known === value.rating ? " " : "／"}${value.label}`);
  }
  return names;
}
