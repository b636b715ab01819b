/** The rating scale of the plan `p`, as JSON in SQL: a list of `RatingScaleEntry`. */
export const ratingScaleJson = `(
  select json_group_array(json_object('rating', s.rating, 'label', s.label, 'criterion', s.criterion, 'min', s.min, 'max', s.max) order by s.position)
  from rating_scale_entries s where s.reading_id = p.reading_id and s.plan_position = p.position)`;
