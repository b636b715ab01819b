import { jsonList } from "./json-list";

/** The rating scale of the plan `p`, as JSON in SQL: a list of `RatingScaleEntry`. */
export const ratingScaleJson = jsonList(
  "json_object('rating', rating, 'label', label, 'criterion', criterion, 'min', min, 'max', max)",
  "rating_scale_entries where reading_id = p.reading_id and plan_position = p.position",
);
