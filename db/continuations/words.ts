import type { Attribute } from "@/lib/domain/continuation";
import type { DecisionVerb } from "@/lib/domain/decision";

export const DECISIONS: Record<DecisionVerb, string> = { confirm: "確認", reject: "却下", add: "追加", end: "終了", undo: "取り消し" };
export const ATTRIBUTES: Record<Attribute, string> = { department: "部", responsibleUnit: "所管室・課", policyArea: "分野", policyGoal: "目標" };
