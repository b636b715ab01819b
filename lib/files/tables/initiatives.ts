import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import { initiativeKey } from "@/lib/domain/item-key";
import type { GoalDetail } from "@/lib/domain/rows";
import { textBlankReason } from "../codes";
import { blankReasonColumn, lineOf, planColumns, sourceColumns } from "../common-columns";
import type { Table } from "../table";
import { GOAL_PARAMETERS } from "./goals";

/** An initiative of a goal, by its place from 0. */
export interface InitiativeRecord {
  goal: GoalDetail;
  index: number;
}

/** The initiatives of these goals; of units that the filter names, only those. */
export function listInitiativeRecords(goals: readonly GoalDetail[], { responsibleUnits }: GoalFilter): InitiativeRecord[] {
  const records = goals.flatMap((goal) => goal.initiatives.map((_, index) => ({ goal, index })));
  if (!responsibleUnits || responsibleUnits.length === 0) return records;
  return records.filter(({ goal, index }) => responsibleUnits.includes(goal.initiatives[index]!.responsibleUnit ?? NONE));
}

export const initiativesTable: Table<InitiativeRecord> = {
  name: "initiatives",
  label: "具体的取組",
  description: "重点目標の具体的取組を一行に一つ、取組実績と所管室・課とともに。",
  order: "重点目標の順、その中での順",
  parameters: GOAL_PARAMETERS,
  columns: [
    {
      name: "initiative_id",
      label: "具体的取組の識別子",
      description: "重点目標の識別子と、その中での順番からなる。",
      type: "text",
      read: ({ goal, index }) => initiativeKey(goal.id, index + 1),
    },
    { name: "goal_id", label: "重点目標の識別子", description: "その取組がある重点目標。", type: "text", joins: "goals.goal_id", read: ({ goal }) => goal.id },
    {
      name: "plan_id",
      label: "運営方針の識別子",
      description: "その取組がある運営方針。",
      type: "text",
      joins: "plans.plan_id",
      read: ({ goal }) => goal.planId,
    },
    ...planColumns<InitiativeRecord>(({ goal }) => goal),
    { name: "number", label: "順番", description: "重点目標の中での順番。1から数える。", type: "integer", read: ({ index }) => index + 1 },
    {
      name: "text",
      label: "具体的取組",
      description: "具体的取組の全文。",
      type: "text",
      long: true,
      read: ({ goal, index }) => goal.initiatives[index]!.text,
    },
    {
      name: "reported_result",
      label: "取組実績",
      description: "部が書いた具体的な取組実績の全文。",
      type: "text",
      long: true,
      blank: "reported_result_blank_reason の列に理由を示す。",
      read: ({ goal, index }) => goal.initiatives[index]!.reportedResult,
    },
    blankReasonColumn<InitiativeRecord>("reported_result_blank_reason", "取組実績がない理由", "reported_result", ({ goal, index }) =>
      textBlankReason(goal.stage, goal.initiatives[index]!.reportedResult),
    ),
    {
      name: "responsible_unit",
      label: "所管室・課",
      description: "その取組を受け持つ室・課。資料にあるままの名前。",
      type: "text",
      blank: "資料に記載がない。",
      read: ({ goal, index }) => goal.initiatives[index]!.responsibleUnit,
    },
    ...sourceColumns<InitiativeRecord>(({ goal, index }) => ({ documentId: goal.documentId, line: lineOf(goal, `/initiatives/${index}/text`) }), "取組の文"),
    {
      name: "rating",
      label: "達成度",
      description: "その取組の達成度。複数回評価された取組では最終のもの。",
      type: "text",
      blank: "資料の様式が取組ごとの達成度を求めていない、または評価されていない。",
      read: ({ goal, index }) => goal.initiatives[index]!.rating?.rating ?? null,
    },
    {
      name: "rating_label",
      label: "達成度の意味",
      description: "その資料の区分による達成度の呼び名。",
      type: "text",
      blank: "達成度がない、または区分に呼び名がない。",
      read: ({ goal, index }) => goal.initiatives[index]!.rating?.label ?? null,
    },
  ],
};
