import { sql } from "drizzle-orm";
import type { RatingScaleEntry } from "@/lib/domain/plan";

/** The rating scale of the plan `p`, as JSON text for `readScale`. */
export const ratingScaleJson = sql.raw(`(
  select json_group_array(json_object('rating', s.rating, 'label', s.label, 'criterion', s.criterion, 'min', s.min, 'max', s.max) order by s.position)
  from rating_scale_entries s where s.reading_id = p.reading_id and s.plan_position = p.position)`);

/** The text of `ratingScaleJson`. */
export function readScale(text: string): RatingScaleEntry[] {
  return JSON.parse(text) as RatingScaleEntry[];
}
