import type { Rating, RatingScaleEntry } from "./plan";

/**
 * The scale that Kashiwara city prints in its FY2021 and FY2025 documents. Used to read a rating where a
 * document prints no scale of its own, and for the colour and order of its letters.
 */
export const DEFAULT_RATING_SCALE: readonly RatingScaleEntry[] = [
  { rating: "A", label: "達成", criterion: null, min: 100, max: 100 },
  { rating: "B", label: "概ね達成", criterion: null, min: 70, max: 100 },
  { rating: "C", label: "一部達成", criterion: null, min: 50, max: 70 },
  { rating: "D", label: "未達成", criterion: null, min: null, max: 50 },
  { rating: "E", label: "未実施", criterion: null, min: 0, max: 0 },
];

/** E is 未実施（評価不能又は困難）: it stands outside the order from A to D, neither better nor worse. */
const OUTSIDE_THE_ORDER = new Set(["E", "評価不能"]);

/**
 * Place of a rating on its scale, 0 the best; `null` for one that the scale does not hold or that stands
 * outside its order (E). Ratings are ordered, never averaged.
 */
export function ratingRank(rating: Rating, scale: readonly RatingScaleEntry[] = DEFAULT_RATING_SCALE): number | null {
  if (OUTSIDE_THE_ORDER.has(rating)) return null;
  const rank = scale.findIndex((entry) => entry.rating === rating);
  return rank === -1 ? null : rank;
}

/** `B` as `B 概ね達成`; `null` as 評価未掲載. */
export function formatRating(rating: Rating | null, scale: readonly RatingScaleEntry[] = DEFAULT_RATING_SCALE): string {
  if (rating === null) return "評価未掲載";
  const label = ratingLabel(rating, scale);
  return label ? `${rating} ${label}` : rating;
}

/** `B` as 概ね達成, `null` where the scale has no label for it. */
export function ratingLabel(rating: Rating, scale: readonly RatingScaleEntry[] = DEFAULT_RATING_SCALE): string | null {
  return (scale.length > 0 ? scale : DEFAULT_RATING_SCALE).find((entry) => entry.rating === rating)?.label ?? null;
}
