import { sql } from "drizzle-orm";
import type { Rating } from "@/lib/domain/plan";
import { rateBy } from "@/lib/domain/rating/value";
import type { AssessmentDetail, GoalDetail } from "@/lib/domain/rows";
import { readPlaces } from "../schema/place-column";
import { assessments, initiatives, targets } from "../schema/plans";
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
  assessments: [subject: string, at: number | null, occasion: string | null, rating: Rating | null, text: string | null][];
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
  assessments: packedList(
    assessments,
    ofGoal,
    (row) => sql`json_array(${row.subject}, ${row.subjectPosition}, ${row.occasion}, ${row.rating}, ${row.ratingText})`,
  ),
};

/** A goal selected whole, as the site of `home` shows it, its ratings by its plan's scale, its place by the city's order. */
export function readGoalDetail(row: SelectedGoalDetail, home: string, planScale: PlanScale, place: Placer): GoalDetail {
  const { printed, scale } = planScale;
  const listAssessments = (subject: string, position: number | null): AssessmentDetail[] =>
    row.assessments.flatMap(([of, at, occasion, rating, text]) =>
      of === subject && at === position && occasion !== null ? [{ occasion, rating: rateBy(scale, rating), text }] : [],
    );
  const findOwn = (position: number) => row.assessments.find(([of, at, occasion]) => of === "initiative" && at === position && occasion === null);
  return {
    ...readGoalRow(row, home, planScale, place),
    listedRatingText: row.listedRatingText,
    overallAssessment: row.overallAssessment,
    futureConsiderations: row.futureConsiderations,
    targetDetails: row.targetDetails.map(([text, achievement, rating], at) => ({
      text,
      achievement,
      rating: rateBy(scale, rating),
      assessments: listAssessments("target", at),
    })),
    initiatives: row.initiatives.map(([text, reportedResult, responsibleUnit], at) => {
      const [, , , rating = null, ratingText = null] = findOwn(at) ?? [];
      return { text, reportedResult, responsibleUnit, rating: rateBy(scale, rating), ratingText, assessments: listAssessments("initiative", at) };
    }),
    assessments: listAssessments("goal", null),
    ratingScale: printed,
    places: readPlaces(row.places),
    fileName: row.fileName,
  };
}
