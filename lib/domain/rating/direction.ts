import { isRanked } from "./comparison";
import type { RatingValue } from "./value";

/**
 * Whether ratings came to more or less: `up` or `down` only where some cut says so and none says the opposite, by however
 * little; `same` where none changed by as much as one rating, else `unclear`.
 */
export type Direction = "up" | "down" | "same" | "unclear";

/** Floating shares of the same counts are equal to within this. */
const SLIP = 1e-9;

/**
 * Compares two lists of ratings by one scale, as shares of each list: the best, the best two, and so on to all that have
 * a place in its order. Ratings are counted, never averaged. What stands outside the order is neither a rise nor a fall:
 * a direction has to hold with it in the whole and without it. A change of less than one rating of the later list makes
 * none by itself. Two empty lists are the same; one empty list is unclear.
 */
export function findDirection(before: readonly RatingValue[], after: readonly RatingValue[]): Direction {
  if (before.length === 0 || after.length === 0) return before.length === after.length ? "same" : "unclear";
  const whole = cutChanges(before, after);
  const ordered = cutChanges(before.filter(isRanked), after.filter(isRanked));
  if (ordered === null) return whole?.every((change) => Math.abs(change) < 1 - SLIP) ? "same" : "unclear";
  const changes = [...whole!, ...ordered];
  if (changes.every((change) => Math.abs(change) < 1 - SLIP)) return "same";
  const [rises, falls] = [
    (list: readonly number[]) => list.some((change) => change >= 1 - SLIP),
    (list: readonly number[]) => list.some((change) => change <= SLIP - 1),
  ];
  if (rises(whole!) && rises(ordered) && changes.every((change) => change > -SLIP)) return "up";
  if (falls(whole!) && falls(ordered) && changes.every((change) => change < SLIP)) return "down";
  return "unclear";
}

/** By how many ratings of the later list each cut's share changed, the best first; `null` where a list is empty. */
function cutChanges(before: readonly RatingValue[], after: readonly RatingValue[]): number[] | null {
  if (before.length === 0 || after.length === 0) return null;
  const ranks = Math.max(...[...before, ...after].map((value) => value.ranks));
  const shareOf = (values: readonly RatingValue[], cut: number) => values.filter(({ rank }) => rank !== null && rank <= cut).length / values.length;
  return Array.from({ length: ranks }, (_, cut) => (shareOf(after, cut) - shareOf(before, cut)) * after.length);
}
