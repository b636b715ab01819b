import type { Initiative, Rating } from "@/lib/domain/plan";
import { rateBy } from "@/lib/domain/rating/value";
import type { GoalDetail } from "@/lib/domain/rows";
import { readPlaces } from "../schema/place-column";
import type { Placer } from "./city-order";
import { goalColumns, OF_GOAL, readGoalRow, type SelectedGoal } from "./goal-row";
import { jsonList } from "./json-list";
import type { PlanScale } from "./rating-scale";
import type { PackedColumns } from "./select-packed";

/** What `goalDetailColumns` selects. */
export interface SelectedGoalDetail extends SelectedGoal {
  listedRatingText: string | null;
  overallAssessment: string | null;
  futureConsiderations: string | null;
  places: string;
  fileName: string;
  targetDetails: [text: string, achievement: string | null, rating: Rating | null][];
  initiatives: [text: string, reportedResult: string | null, responsibleUnit: string | null][];
}

/** Columns of the goal `g` whole, in its plan `p` and document `d`. */
export const goalDetailColumns: PackedColumns<SelectedGoalDetail> = {
  ...goalColumns,
  listedRatingText: "g.listed_rating_text",
  overallAssessment: "g.overall_assessment",
  futureConsiderations: "g.future_considerations",
  places: "g.places",
  fileName: "d.file_name",
  targetDetails: `json(${jsonList("json_array(text, achievement, rating)", `targets where ${OF_GOAL}`)})`,
  initiatives: `json(${jsonList("json_array(text, reported_result, responsible_unit)", `initiatives where ${OF_GOAL}`)})`,
};

/** A goal selected whole, as the site of `home` shows it, its ratings by its plan's scale, its place by the city's order. */
export function readGoalDetail(row: SelectedGoalDetail, home: string, planScale: PlanScale, place: Placer): GoalDetail {
  const { printed, scale } = planScale;
  return {
    ...readGoalRow(row, home, planScale, place),
    listedRatingText: row.listedRatingText,
    overallAssessment: row.overallAssessment,
    futureConsiderations: row.futureConsiderations,
    targetDetails: row.targetDetails.map(([text, achievement, rating]) => ({ text, achievement, rating: rateBy(scale, rating) })),
    initiatives: row.initiatives.map(([text, reportedResult, responsibleUnit]): Initiative => ({ text, reportedResult, responsibleUnit })),
    ratingScale: printed,
    places: readPlaces(row.places),
    fileName: row.fileName,
  };
}
