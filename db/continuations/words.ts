import type { Attribute, Decision, Level, LinkKind, Status } from "@/lib/domain/continuation";

export const LEVELS: Record<Level, string> = { goal: "重点目標", initiative: "具体的取組" };
export const KINDS: Record<LinkKind, string> = { continued: "継続", merged: "統合", split: "分割", related: "関連" };
export const STATUSES: Record<Status, string> = { proposed: "提案", confirmed: "確認済み", rejected: "却下", added: "追加" };
export const DECISIONS: Record<Decision["decision"], string> = { confirm: "確認", reject: "却下", add: "追加" };
export const ATTRIBUTES: Record<Attribute, string> = { department: "部", responsibleUnit: "所管室・課", policyArea: "分野", policyGoal: "目標" };
