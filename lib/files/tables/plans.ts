import { goalRating } from "@/lib/domain/goal-filter";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { planColumns } from "../common-columns";
import type { Table } from "../table";

/** A plan with the goals in it. */
export interface PlanRecord {
  plan: PlanRow;
  goals: readonly GoalRow[];
}

/** Each plan with its own of `goals`. */
export function listPlanRecords(plans: readonly PlanRow[], goals: readonly GoalRow[]): PlanRecord[] {
  return plans.map((plan) => ({ plan, goals: goals.filter((goal) => goal.planId === plan.id) }));
}

export const plansTable: Table<PlanRecord> = {
  name: "plans",
  label: "運営方針",
  description: "一つの部の、一つの年度の運営方針。資料が重なるときは評価の載ったもの、次に新しく取り込んだものを載せる。",
  order: "年度の古い順、市町村、部の順",
  parameters: ["year", "department"],
  columns: [
    {
      name: "plan_id",
      label: "運営方針の識別子",
      description: "年度と部からなり、変わらない。/api/plans/＜識別子＞.json で全文が得られる。",
      type: "text",
      read: ({ plan }) => plan.id,
    },
    ...planColumns<PlanRecord>(({ plan }) => plan),
    { name: "title", label: "表題", description: "資料の表題。", type: "text", blank: "資料に表題がない。", read: ({ plan }) => plan.title },
    {
      name: "goal_count",
      label: "重点目標の数",
      description: "その運営方針にある重点目標の数。",
      type: "integer",
      unit: "件",
      read: ({ goals }) => goals.length,
    },
    {
      name: "rated_goal_count",
      label: "達成度のある重点目標の数",
      description: "うち、達成度が読み取れたもの。0は、達成度が一つもないことを示す。",
      type: "integer",
      unit: "件",
      read: ({ goals }) => goals.filter((goal) => goalRating(goal) !== null).length,
    },
    {
      name: "document_id",
      label: "資料の識別子",
      description: "もとになった資料のSHA-256。",
      type: "text",
      joins: "documents.document_id",
      read: ({ plan }) => plan.documentId,
    },
  ],
};
