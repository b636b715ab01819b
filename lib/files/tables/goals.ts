import { goalRating } from "@/lib/domain/goal-filter";
import type { GoalDetail } from "@/lib/domain/rows";
import { ratingBlankReason, textBlankReason } from "../codes";
import { blankReasonColumn, planColumns, sourceColumns } from "../common-columns";
import type { Table } from "../table";

/** Query parameters that choose goals, as on /goals. */
export const GOAL_PARAMETERS = ["year", "department", "area", "policy-goal", "unit", "rating", "target-rating"] as const;

const FIELD_MISSING = "資料に記載がない。";

export const goalsTable: Table<GoalDetail> = {
  name: "goals",
  label: "重点目標",
  description: "運営方針の重点目標（重点課題）を一行に一つ。所管室・課は一つの目標に複数あるため、initiativesの表に取組ごとに載せる。",
  order: "年度の新しい順、市町村、部、番号の順。sort と direction で変えられる",
  parameters: [...GOAL_PARAMETERS, "sort", "direction"],
  columns: [
    { name: "goal_id", label: "重点目標の識別子", description: "運営方針の識別子と番号からなり、変わらない。", type: "text", read: (goal) => goal.id },
    { name: "plan_id", label: "運営方針の識別子", description: "その目標がある運営方針。", type: "text", joins: "plans.plan_id", read: (goal) => goal.planId },
    ...planColumns<GoalDetail>((goal) => goal),
    { name: "number", label: "番号", description: "運営方針の中での番号。", type: "integer", read: (goal) => goal.number },
    { name: "title", label: "題名", description: "重点目標の題名。", type: "text", long: true, read: (goal) => goal.title },
    {
      name: "policy_goal_code",
      label: "目標の番号",
      description: "目標（まちづくりの柱）の番号。",
      type: "text",
      blank: "資料に番号がない。",
      read: (goal) => goal.policyGoal?.code ?? null,
    },
    {
      name: "policy_goal",
      label: "目標（まちづくりの柱）",
      description: "その重点目標が属する、市の計画の柱。",
      type: "text",
      blank: FIELD_MISSING,
      read: (goal) => goal.policyGoal?.name ?? null,
    },
    {
      name: "policy_area",
      label: "分野",
      description: "資料にある分野。年度により変わる。",
      type: "text",
      blank: FIELD_MISSING,
      read: (goal) => goal.policyArea,
    },
    {
      name: "rating",
      label: "達成度",
      description: "このサイトが数える達成度。全体の達成度、それがないときは一覧表の達成度。順序のある区分で、点数ではない。",
      type: "text",
      blank: "not_rated_reason の列に理由を示す。",
      read: (goal) => goalRating(goal)?.rating ?? null,
    },
    {
      name: "rating_label",
      label: "達成度の意味",
      description: "その資料の区分による達成度の呼び名。",
      type: "text",
      blank: "達成度がない、または区分に呼び名がない。",
      read: (goal) => goalRating(goal)?.label ?? null,
    },
    blankReasonColumn<GoalDetail>("not_rated_reason", "達成度がない理由", "rating", (goal) =>
      ratingBlankReason(goal.stage, goalRating(goal), goal.overallRatingText ?? goal.listedRatingText),
    ),
    {
      name: "listed_rating",
      label: "一覧表の達成度",
      description: "資料の一覧表にある達成度。",
      type: "text",
      blank: "理由は ratings の表に示す。",
      read: (goal) => goal.listedRating?.rating ?? null,
    },
    {
      name: "overall_rating",
      label: "全体の達成度",
      description: "重点目標の欄にある全体の達成度。",
      type: "text",
      blank: "理由は ratings の表に示す。",
      read: (goal) => goal.overallRating?.rating ?? null,
    },
    {
      name: "overall_assessment",
      label: "総合評価・総括",
      description: "部が書いた総合評価・総括。",
      type: "text",
      long: true,
      blank: "overall_assessment_blank_reason の列に理由を示す。",
      read: (goal) => goal.overallAssessment,
    },
    blankReasonColumn<GoalDetail>("overall_assessment_blank_reason", "総合評価がない理由", "overall_assessment", (goal) =>
      textBlankReason(goal.stage, goal.overallAssessment),
    ),
    {
      name: "future_considerations",
      label: "今後検討すべきこと",
      description: "部が書いた、次年度以降に向けて検討すべきこと。",
      type: "text",
      long: true,
      blank: "future_considerations_blank_reason の列に理由を示す。",
      read: (goal) => goal.futureConsiderations,
    },
    blankReasonColumn<GoalDetail>("future_considerations_blank_reason", "今後検討すべきことがない理由", "future_considerations", (goal) =>
      textBlankReason(goal.stage, goal.futureConsiderations),
    ),
    { name: "target_count", label: "達成目標の数", description: "今年度の達成目標の数。", type: "integer", unit: "件", read: (goal) => goal.targets.length },
    {
      name: "rated_target_count",
      label: "達成度のある達成目標の数",
      description: "うち、達成度が読み取れたもの。0は、一つもないことを示す。",
      type: "integer",
      unit: "件",
      read: (goal) => goal.targets.filter(({ rating }) => rating !== null).length,
    },
    { name: "initiative_count", label: "具体的取組の数", description: "具体的取組の数。", type: "integer", unit: "件", read: (goal) => goal.initiativeCount },
    {
      name: "responsible_unit_count",
      label: "所管室・課の数",
      description: "具体的取組を受け持つ室・課の数。名前は initiatives の表にある。",
      type: "integer",
      unit: "件",
      read: (goal) => goal.responsibleUnits.length,
    },
    {
      name: "finding_count",
      label: "確認が必要な項目の数",
      description: "全体の達成度と達成目標の達成度の食い違いなど、このサイトが見つけた確認が必要な項目の数。",
      type: "integer",
      unit: "件",
      read: (goal) => goal.findings.length,
    },
    ...sourceColumns<GoalDetail>((goal) => ({ documentId: goal.documentId, line: goal.span?.start.line ?? null }), "題名"),
  ],
};
