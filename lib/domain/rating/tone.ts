/**
 * Name of the colour that a rating is drawn in, the one map from rating to colour (`--color-rating-a` … in app/globals.css): `a`
 * the best, `b` good, `c` low, `d` the worst, `e` (hatched) outside the order, `none` no rating that a scale knows.
 */
export type RatingTone = "a" | "b" | "c" | "d" | "e" | "none";

/**
 * Tone of a rank (from 0) among `ranks`: the upper half, with the middle, is good, the rest low. Four ranks have the four
 * colours.
 */
export function toneOfRank(rank: number, ranks: number): RatingTone {
  if (rank === 0) return "a";
  if (rank < ranks / 2) return "b";
  return rank >= ranks - 1 ? "d" : "c";
}

/** How many ranks a scale has that share the colours; what was not carried out has the worst one beside four or more others. */
export function countShades(ranks: number, hasNotCarriedOut: boolean): number {
  return hasNotCarriedOut && ranks > 4 ? ranks - 1 : ranks;
}

/** Whether a tone is one of the lower half. The best rating never is. */
export function isLow(tone: RatingTone): boolean {
  return tone === "c" || tone === "d";
}
