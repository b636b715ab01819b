import type { Level } from "@/lib/domain/continuation";
import type { ContinuationLink } from "@/lib/domain/continuation-history";
import type { DecisionRecord, EndKind } from "@/lib/domain/decision";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa } from "./continuation-ja";

type Link = Pick<ContinuationLink, "kind" | "status">;

const ITEM: Record<Level, string> = { goal: "目標", initiative: "取組" };

/** Texts of a goal's page, in Japanese. */
export const goalJa = {
  numbered: (number: number) => `重点目標${number}`,
  /** 重点目標5・6; of another department than the one that is told of 健康部の重点目標1. */
  goalsOf: (numbers: readonly number[], department: string | null) => `${department === null ? "" : `${department}の`}重点目標${numbers.join("・")}`,
  area: "分野",
  policyGoal: "目標",
  unit: "所管",
  targets: "達成目標と達成状況",
  otherTargets: "ほかの達成目標と達成状況",
  target: (position: number) => `達成目標${position}`,
  initiatives: "具体的取組と実績",
  initiative: (position: number) => `具体的取組${position}`,
  result: "実績",
  listed: (rating: string) => `一覧表は${rating}`,
  targetRatings: (ratings: readonly string[]) => `達成目標は${ratings.join("・")}`,
  notOnScale: (printed: string) => `原文は「${printed}」ですが、この資料の達成度の区分にありません。`,
  planned: "年度当初の計画のため、達成度は掲載されていません。",
  withoutRating: "資料に全体の達成度の記載がありません。",
  beforeEvaluation: "評価前（年度当初の計画）",
  siblings: "前後の重点目標",
  previous: "前の目標",
  list: "一覧",
  next: "次の目標",
  history: "達成度の歩み",
  lineage: "前後の年度とのつながり",
  from: (year: number) => `${formatFiscalYear(year)}から`,
  to: (year: number) => `${formatFiscalYear(year)}へ`,
  /** A machine's guess is a candidate; only what somebody has looked at stands as a fact. */
  link: (link: Link) => (link.kind === "related" ? `関連のみ（継続ではない、${SURE[link.status]}）` : `${nameLink(link)}（${SURE[link.status]}）`),
  /** 統合の候補2件、職員未確認 */
  links: (links: readonly Link[]) => {
    const groups = new Map<string, Link[]>();
    for (const link of links) groups.set(nameLink(link) + link.status, [...(groups.get(nameLink(link) + link.status) ?? []), link]);
    return [...groups.values()].map((group) => `${nameLink(group[0]!)}${links.length > 1 ? `${group.length}件` : ""}、${SURE[group[0]!.status]}`).join("／");
  },
  score: (score: string) => `続いている見込み（自動推定）${score}`,
  evidence: "根拠",
  noPredecessor: (year: number, level: Level) => `${formatFiscalYear(year)}にない${ITEM[level]}です（自動判定、職員未確認）`,
  noSuccessor: (year: number, level: Level) => `${formatFiscalYear(year)}に後継の${ITEM[level]}が見当たりません（自動判定、職員未確認）`,
  /** 達成して終了（確認済み） */
  ended: ({ endKind = "unknown" }: Pick<DecisionRecord, "endKind">) => `${END_NAMES[endKind]}（${SURE.confirmed}）`,
  noLink: (year: number) => `${formatFiscalYear(year)}とのつながりは判定されていません`,
  notDrawn: (count: number) => `ほか${count}件は図に示していません。`,
  more: (count: number) => `ほか${count}件`,
  consideredBefore: (year: number) => `${formatFiscalYear(year)}の「今後検討すべきこと」`,
  otherScale: "資料により基準が異なるため、年度間の比較は行っていません",
  noDocuments: "資料なし",
  /** 令和4年度から令和6年度の資料はありません。 */
  missing: (from: number, to: number) => `${formatFiscalYear(from)}${from === to ? "" : `から${formatFiscalYear(to)}`}の資料はありません。`,
  dashed: "破線は自動判定による候補（職員未確認）です。",
  solid: "実線は職員が確認したつながりです。",
  blank: "空欄は評価未掲載です。",
} as const;

const SURE: Record<ContinuationLink["status"], string> = {
  proposed: "職員未確認",
  confirmed: "確認済み",
  added: "確認済み、職員が追加",
  rejected: "職員が否定",
};

const END_NAMES: Record<EndKind, string> = {
  achieved: "達成して終了",
  routine: "定例業務へ移行して終了",
  merged: "統合されて終了",
  cancelled: "取りやめにより終了",
  unknown: "終了（理由は不明）",
};

function nameLink({ kind, status }: Link): string {
  return `${continuationJa.kind[kind]}${status === "proposed" ? `の${continuationJa.carriedOn.candidate}` : ""}`;
}
