import type { Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { ratingRank } from "@/lib/domain/rating";

/** Name of the colour that a rating is drawn in, the one map from rating to colour: `--rating-a` … in globals.css. */
export type RatingTone = "a" | "b" | "c" | "d" | "e" | "none";

const LETTER_TONES = new Map<Rating, RatingTone>([["A", "a"], ["B", "b"], ["C", "c"], ["D", "d"], ["E", "e"]]);
const ORDERED_TONES = ["a", "b", "c", "d"] as const;

/** Tone of a rating: by its letter, else by its rank on the document's own scale; E and unratable alike are `e`. */
export function ratingTone(rating: Rating | null, scale?: readonly RatingScaleEntry[]): RatingTone {
  if (rating === null) return "none";
  const byLetter = LETTER_TONES.get(rating);
  if (byLetter) return byLetter;
  const rank = ratingRank(rating, scale);
  return rank === null ? "e" : (ORDERED_TONES[Math.min(rank, ORDERED_TONES.length - 1)] ?? "e");
}
