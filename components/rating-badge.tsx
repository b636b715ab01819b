import { ratingTone } from "@/lib/charts/rating-tone";
import type { Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { ratingLabel } from "@/lib/domain/rating";
import { ja } from "@/lib/texts/ja";

interface RatingBadgeProps {
  rating: Rating | null;
  scale?: readonly RatingScaleEntry[];
  /** Also prints the label (概ね達成); without it only screen readers are told. */
  labelled?: boolean;
}

/** A rating as its letter on its colour. */
export function RatingBadge({ rating, scale, labelled = false }: RatingBadgeProps) {
  const label = rating === null ? ja.notRated : ratingLabel(rating, scale);
  return (
    <span className="rating-with-label">
      <span className={`rating rating-${ratingTone(rating, scale)}`}>{rating ?? <span aria-hidden="true">–</span>}</span>
      {label && <span className={labelled ? "rating-label" : "sr-only"}>{label}</span>}
    </span>
  );
}
