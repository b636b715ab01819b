import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalDetail } from "@/lib/domain/rows";
import { ratingBlankReason, textBlankReason } from "../codes";
import { blankReasonColumn, lineOf, planColumns, sourceColumns } from "../common-columns";
import type { Table } from "../table";
import { GOAL_PARAMETERS } from "./goals";

/** A target of a goal, by its place from 0. */
export interface TargetRecord {
  goal: GoalDetail;
  index: number;
}

/** The targets of these goals; of ratings that the filter names, only those. */
export function listTargetRecords(goals: readonly GoalDetail[], { targetRatings }: GoalFilter): TargetRecord[] {
  const records = goals.flatMap((goal) => goal.targets.map((_, index) => ({ goal, index })));
  if (!targetRatings || targetRatings.length === 0) return records;
  return records.filter((record) => targetRatings.includes(ratingOf(record)?.rating ?? NONE));
}

/** `2025-policy-promotion-4-t1` for a goal's first target. */
export function targetId(goal: { id: string }, index: number): string {
  return `${goal.id}-t${index + 1}`;
}

export const targetsTable: Table<TargetRecord> = {
  name: "targets",
  label: "達成目標",
  description: "重点目標の「今年度の達成目標」を一行に一つ、達成状況と達成度とともに。",
  order: "重点目標の順、その中での順",
  parameters: GOAL_PARAMETERS,
  columns: [
    {
      name: "target_id",
      label: "達成目標の識別子",
      description: "重点目標の識別子と、その中での順番からなる。",
      type: "text",
      read: ({ goal, index }) => targetId(goal, index),
    },
    {
      name: "goal_id",
      label: "重点目標の識別子",
      description: "その達成目標がある重点目標。",
      type: "text",
      joins: "goals.goal_id",
      read: ({ goal }) => goal.id,
    },
    {
      name: "plan_id",
      label: "運営方針の識別子",
      description: "その達成目標がある運営方針。",
      type: "text",
      joins: "plans.plan_id",
      read: ({ goal }) => goal.planId,
    },
    ...planColumns<TargetRecord>(({ goal }) => goal),
    { name: "number", label: "順番", description: "重点目標の中での順番。1から数える。", type: "integer", read: ({ index }) => index + 1 },
    {
      name: "text",
      label: "達成目標",
      description: "今年度の達成目標の全文。",
      type: "text",
      long: true,
      read: ({ goal, index }) => goal.targetDetails[index]!.text,
    },
    {
      name: "achievement",
      label: "達成状況",
      description: "部が書いた達成状況の全文。",
      type: "text",
      long: true,
      blank: "achievement_blank_reason の列に理由を示す。",
      read: ({ goal, index }) => goal.targetDetails[index]!.achievement,
    },
    blankReasonColumn<TargetRecord>("achievement_blank_reason", "達成状況がない理由", "achievement", ({ goal, index }) =>
      textBlankReason(goal.stage, goal.targetDetails[index]!.achievement),
    ),
    {
      name: "rating",
      label: "達成度",
      description: "その達成目標の達成度。",
      type: "text",
      blank: "not_rated_reason の列に理由を示す。",
      read: (record) => ratingOf(record)?.rating ?? null,
    },
    {
      name: "rating_label",
      label: "達成度の意味",
      description: "その資料の区分による達成度の呼び名。",
      type: "text",
      blank: "達成度がない、または区分に呼び名がない。",
      read: (record) => ratingOf(record)?.label ?? null,
    },
    blankReasonColumn<TargetRecord>("not_rated_reason", "達成度がない理由", "rating", (record) =>
      ratingBlankReason(record.goal.stage, ratingOf(record), record.goal.targets[record.index]!.ratingText),
    ),
    ...sourceColumns<TargetRecord>(({ goal, index }) => ({ documentId: goal.documentId, line: lineOf(goal, `/targets/${index}/text`) }), "達成目標の文"),
  ],
};

function ratingOf({ goal, index }: TargetRecord): RatingValue | null {
  return goal.targets[index]!.rating;
}
