import type { RatingValue } from "@/lib/domain/rating/value";
import { ja } from "@/lib/texts/ja";

interface RatingBadgeProps {
  rating: RatingValue | null;
  /** Also prints the label (概ね達成); without it only screen readers are told. */
  labelled?: boolean;
}

/** A rating as its letter on its colour. */
export function RatingBadge({ rating, labelled = false }: RatingBadgeProps) {
  const label = rating === null ? ja.notRated : rating.label;
  return (
    <span className="rating-with-label">
      <span className={`rating rating-${rating?.tone ?? "none"}`}>{rating?.rating ?? <span aria-hidden="true">–</span>}</span>
      {label && <span className={labelled ? "rating-label" : "sr-only"}>{label}</span>}
    </span>
  );
}
