import { sql } from "drizzle-orm";
import { readPlaces } from "../place-column";
import { goalColumns, readGoalRow, type SelectedGoal } from "./goal-row";
import { ratingScaleJson, readScale } from "./rating-scale";
import type { Initiative, Rating } from "@/lib/domain/plan";
import type { GoalDetail } from "@/lib/domain/rows";

/** What `goalDetailColumns` selects. */
export interface SelectedGoalDetail extends SelectedGoal {
  listedRatingText: string | null;
  overallAssessment: string | null;
  futureConsiderations: string | null;
  places: string;
  fileName: string;
  scale: string;
  targetDetails: string;
  initiatives: string;
}

/** Columns of the goal `g` whole, in its plan `p` and document `d`. */
export const goalDetailColumns = sql`${goalColumns}, g.listed_rating_text as listedRatingText,
  g.overall_assessment as overallAssessment, g.future_considerations as futureConsiderations,
  g.places, d.file_name as fileName, ${ratingScaleJson} as scale,
  (select json_group_array(json_array(t.text, t.achievement, t.rating) order by t.position) from targets t
    where t.reading_id = g.reading_id and t.plan_position = g.plan_position and t.goal_position = g.position) as targetDetails,
  (select json_group_array(json_array(i.text, i.reported_result, i.responsible_unit) order by i.position) from initiatives i
    where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position) as initiatives`;

/** A goal selected whole, as the site of `home` shows it. */
export function readGoalDetail(row: SelectedGoalDetail, home: string): GoalDetail {
  return {
    ...readGoalRow(row, home),
    listedRatingText: row.listedRatingText,
    overallAssessment: row.overallAssessment,
    futureConsiderations: row.futureConsiderations,
    targetDetails: (JSON.parse(row.targetDetails) as [string, string | null, Rating | null][]).map(
      ([text, achievement, rating]) => ({ text, achievement, rating }),
    ),
    initiatives: (JSON.parse(row.initiatives) as [string, string | null, string | null][]).map(
      ([text, reportedResult, responsibleUnit]): Initiative => ({ text, reportedResult, responsibleUnit }),
    ),
    ratingScale: readScale(row.scale),
    places: readPlaces(row.places),
    fileName: row.fileName,
  };
}
