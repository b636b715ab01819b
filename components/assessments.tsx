import type { AssessmentDetail } from "@/lib/domain/rows";
import { fieldAnchor } from "@/lib/urls";
import { RatingBadge } from "./rating-badge";
import { HIGHLIGHT } from "./ui/highlight";

/** Each of several ratings of the same thing, with when or by whom it was given: 中間 C、最終 B. `pointer` leads to that thing. */
export function Assessments({ assessments, pointer }: { assessments: readonly AssessmentDetail[]; pointer: string }) {
  if (assessments.length === 0) return null;
  return (
    <ul className="inline-flex flex-wrap gap-x-4 gap-y-1">
      {assessments.map(({ occasion, rating, text }, index) => (
        <li key={index} id={fieldAnchor(`${pointer}/assessments/${index}/rating`)} className={`inline-flex items-center gap-x-2 text-ink-soft ${HIGHLIGHT}`}>
          {occasion}
          {rating === null && text ? <span>{text}</span> : <RatingBadge rating={rating} />}
        </li>
      ))}
    </ul>
  );
}
