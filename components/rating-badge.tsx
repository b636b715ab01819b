import type { RatingValue } from "@/lib/domain/rating/value";
import { ja } from "@/lib/texts/ja";
import { Badge } from "./ui/badge";

interface RatingBadgeProps {
  rating: RatingValue | null;
  /** Also prints the label (概ね達成); without it only screen readers are told. */
  labelled?: boolean;
  large?: boolean;
}

/** A rating as its letter on its colour. */
export function RatingBadge({ rating, labelled = false, large = false }: RatingBadgeProps) {
  const label = rating === null ? ja.notRated : rating.label;
  return (
    <span className="inline-flex items-center gap-[0.5em] whitespace-nowrap">
      <Badge tone={rating?.tone ?? "none"} size={large ? "large" : "usual"}>
        {rating?.rating ?? <span aria-hidden="true">–</span>}
      </Badge>
      {label && <span className={labelled ? undefined : "sr-only"}>{label}</span>}
    </span>
  );
}
