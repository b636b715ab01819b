import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalDetail } from "@/lib/domain/rows";
import { RATED_CODES, type Rated, ratingBlankReason } from "../codes";
import { blankReasonColumn, lineOf, planColumns, sourceColumns } from "../common-columns";
import type { Table } from "../table";
import { GOAL_PARAMETERS } from "./goals";
import { targetId } from "./targets";

/** One place of a document where a rating stands or should stand. */
export interface RatingRecord {
  goal: GoalDetail;
  rated: Rated;
  /** Id of the target, for `target`. */
  targetId: string | null;
  rating: RatingValue | null;
  /** What the document prints there. */
  printed: string | null;
  line: number | null;
}

/** All ratings of these goals, given or not: the listed, the overall, and each target's. */
export function listRatingRecords(goals: readonly GoalDetail[]): RatingRecord[] {
  return goals.flatMap((goal): RatingRecord[] => [
    { goal, rated: "listed", targetId: null, rating: goal.listedRating, printed: goal.listedRatingText, line: lineOf(goal, "/listedRating") },
    { goal, rated: "overall", targetId: null, rating: goal.overallRating, printed: goal.overallRatingText, line: lineOf(goal, "/overallRating") },
    ...goal.targets.map(({ rating, ratingText }, index): RatingRecord => {
      return { goal, rated: "target", targetId: targetId(goal, index), rating, printed: ratingText, line: lineOf(goal, `/targets/${index}/rating`) };
    }),
  ]);
}

export const ratingsTable: Table<RatingRecord> = {
  name: "ratings",
  label: "達成度",
  description: "達成度を一行に一つの観測として縦に並べた表。評価のないものも、理由とともに一行にする。",
  order: "重点目標の順、その中で一覧表、全体、達成目標の順",
  parameters: GOAL_PARAMETERS,
  columns: [
    {
      name: "rating_id",
      label: "観測の識別子",
      description: "評価の対象の識別子と rated からなる。",
      type: "text",
      read: (record) => `${record.targetId ?? record.goal.id}:${record.rated}`,
    },
    { name: "rated", label: "評価の対象", description: "どの欄の達成度か。", type: "text", codes: RATED_CODES, read: ({ rated }) => rated },
    {
      name: "goal_id",
      label: "重点目標の識別子",
      description: "その達成度がある重点目標。",
      type: "text",
      joins: "goals.goal_id",
      read: ({ goal }) => goal.id,
    },
    {
      name: "target_id",
      label: "達成目標の識別子",
      description: "その達成度がある達成目標。",
      type: "text",
      joins: "targets.target_id",
      blank: "rated が target でない。",
      read: (record) => record.targetId,
    },
    {
      name: "plan_id",
      label: "運営方針の識別子",
      description: "その達成度がある運営方針。",
      type: "text",
      joins: "plans.plan_id",
      read: ({ goal }) => goal.planId,
    },
    ...planColumns<RatingRecord>(({ goal }) => goal),
    { name: "policy_area", label: "分野", description: "その重点目標の分野。", type: "text", blank: "資料に記載がない。", read: ({ goal }) => goal.policyArea },
    {
      name: "rating",
      label: "達成度",
      description: "資料の区分の記号（A、◎ など）。順序のある区分で、点数ではない。",
      type: "text",
      blank: "not_rated_reason の列に理由を示す。",
      read: ({ rating }) => rating?.rating ?? null,
    },
    {
      name: "rating_label",
      label: "達成度の意味",
      description: "その資料の区分による達成度の呼び名。",
      type: "text",
      blank: "達成度がない、または区分に呼び名がない。",
      read: ({ rating }) => rating?.label ?? null,
    },
    {
      name: "rating_criterion",
      label: "達成度の基準",
      description: "その資料に書かれた区分の基準。",
      type: "text",
      long: true,
      blank: "達成度がない、または資料に基準がない。",
      read: ({ goal, rating }) => goal.ratingScale.find((entry) => entry.rating === rating?.rating)?.criterion ?? null,
    },
    {
      name: "rating_text",
      label: "達成度の記載",
      description: "資料に印字されたままの達成度。",
      type: "text",
      blank: "資料の欄に何も書かれていない。",
      read: ({ printed }) => printed,
    },
    blankReasonColumn<RatingRecord>("not_rated_reason", "達成度がない理由", "rating", ({ goal, rating, printed }) =>
      ratingBlankReason(goal.stage, rating, printed),
    ),
    ...sourceColumns<RatingRecord>(({ goal, line }) => ({ documentId: goal.documentId, line }), "達成度"),
  ],
};
