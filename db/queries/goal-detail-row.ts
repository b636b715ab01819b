import { sql } from "drizzle-orm";
import type { Initiative, Rating } from "@/lib/domain/plan";
import { rateBy } from "@/lib/domain/rating/value";
import type { GoalDetail } from "@/lib/domain/rows";
import { readPlaces } from "../schema/place-column";
import { initiatives, targets } from "../schema/readings";
import type { Placer } from "./city-order";
import { goalColumns, readGoalRow, type SelectedGoal } from "./goal-row";
import { packedList } from "./json-list";
import { document, goal, ofGoal } from "./query-tables";
import type { PlanScale } from "./rating-scale";
import type { Columns } from "./select-rows";

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

/** Columns of `goal` whole, in its `plan` and `document`. */
export const goalDetailColumns: Columns<SelectedGoalDetail> = {
  ...goalColumns,
  listedRatingText: goal.listedRatingText,
  overallAssessment: goal.overallAssessment,
  futureConsiderations: goal.futureConsiderations,
  places: goal.places,
  fileName: document.fileName,
  targetDetails: packedList(targets, ofGoal, (row) => sql`json_array(${row.text}, ${row.achievement}, ${row.rating})`),
  initiatives: packedList(initiatives, ofGoal, (row) => sql`json_array(${row.text}, ${row.reportedResult}, ${row.responsibleUnit})`),
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
