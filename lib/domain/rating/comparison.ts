import type { RatingValue } from "./value";

/**
 * What became of a rating. `best`: it was the best and still is. `to-outside`, `from-outside`, `still-outside`: one or
 * both stand outside the order, which is neither a rise nor a fall nor the same. `incomparable`: by different scales.
 */
export type RatingChange = "better" | "worse" | "same" | "best" | "to-outside" | "from-outside" | "still-outside" | "incomparable" | "not-rated";

/** Compares a rating with the one before it. */
export function compareRatings(before: RatingValue | null, after: RatingValue | null): RatingChange {
  if (before === null || after === null) return "not-rated";
  if (before.outside || after.outside) return !before.outside ? "to-outside" : after.outside ? "still-outside" : "from-outside";
  if (before.rank === null || after.rank === null || before.order !== after.order) return "incomparable";
  if (after.rank !== before.rank) return after.rank < before.rank ? "better" : "worse";
  return after.rank === 0 ? "best" : "same";
}

/**
 * Sorts ratings the best first, then those outside the order, those that no scale knows, and the not rated. Ratings of
 * different scales are put by how far down their own they stand; a view that does so says that they differ.
 */
export function sortRatings(a: RatingValue | null, b: RatingValue | null): number {
  return standing(a) - standing(b) || place(a) - place(b);
}

/** Whether a rating has a place in its scale's order. */
export function isRanked(value: RatingValue | null): value is RatingValue & { rank: number } {
  return value !== null && value.rank !== null;
}

function standing(value: RatingValue | null): number {
  if (value === null) return 3;
  return value.rank !== null ? 0 : value.outside ? 1 : 2;
}

/** 0 the best, 1 the worst of its scale. */
function place(value: RatingValue | null): number {
  return isRanked(value) && value.ranks > 1 ? value.rank / (value.ranks - 1) : 0;
}
