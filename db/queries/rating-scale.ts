import { LRUCache } from "lru-cache";
import { jsonList } from "./json-list";
import type { RatingScaleEntry } from "@/lib/domain/plan";
import { readScale, type RatingScale } from "@/lib/domain/rating/value";

/**
 * The rating scale of the plan `p`, as a text of JSON in SQL: a list of `RatingScaleEntry`. A text, since the goals of a
 * city share few scales, and each is read once; `|| ''` makes it one also within `json_array`.
 */
export const ratingScaleText = `${jsonList(
  "json_object('rating', rating, 'label', label, 'criterion', criterion, 'min', min, 'max', max)",
  "rating_scale_entries where reading_id = p.reading_id and plan_position = p.position",
)} || ''`;

/** A scale as a plan prints it, and as its ratings are read by. */
interface ReadScale {
  printed: RatingScaleEntry[];
  scale: RatingScale;
}

const known = new LRUCache<string, ReadScale>({ max: 500 });

/** Reads what `ratingScaleText` selects. */
export function readScaleText(text: string): ReadScale {
  let read = known.get(text);
  if (!read) {
    const printed = JSON.parse(text) as RatingScaleEntry[];
    known.set(text, (read = { printed, scale: readScale(printed) }));
  }
  return read;
}
