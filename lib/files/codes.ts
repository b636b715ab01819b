import type { Level, LinkKind } from "@/lib/domain/continuation";
import type { EndKind, Status } from "@/lib/domain/decision";
import type { Stage } from "@/lib/domain/plan";
import type { Encoding, Newline } from "@/lib/domain/reading";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { ja } from "@/lib/texts/ja";
import type { Code } from "./table";

/** Why a value is blank. */
export type BlankReason = "not_yet_evaluated" | "not_given" | "unreadable";

/** A link's kind, or that an item has none. */
export type Relation = LinkKind | "ended" | "new";

/** Which of a goal's ratings an observation is. */
export type Rated = "listed" | "overall" | "target";

const codesOf = <Name extends string>(labels: Record<Name, string>): Code[] => {
  return Object.entries<string>(labels).map(([code, label]) => ({ code, label }));
};

export const STAGE_CODES = codesOf<Stage>(ja.stage);
export const LEVEL_CODES = codesOf<Level>({ goal: "重点目標", initiative: "具体的取組" });
export const RATED_CODES = codesOf<Rated>({ listed: "一覧表の達成度", overall: "全体の達成度（重点目標）", target: "達成目標ごとの達成度" });
export const ENCODING_CODES = codesOf<Encoding>(ja.encoding);
export const NEWLINE_CODES = codesOf<Newline>(ja.newline);

export const RELATION_CODES = codesOf<Relation>({
  continued: "継続（一つが一つに続く）",
  merged: "統合（いくつかが一つになる）",
  split: "分割（一つがいくつかになる）",
  related: "関連（共通点は多いが、続きとはしない）",
  ended: "終了（次の年度に続くものがない）",
  new: "新規（前の年度に元になるものがない）",
});

export const STATUS_CODES = codesOf<Status>({
  proposed: "計算による候補（人による確認前）",
  confirmed: "担当者が確認した",
  rejected: "担当者が否定した（継続として数えない）",
  added: "担当者が加えた",
});

export const END_KIND_CODES = codesOf<EndKind>(continuationJa.endKind);

export const BLANK_REASON_CODES = codesOf<BlankReason>({
  not_yet_evaluated: "計画の段階の資料で、評価がまだ載っていない",
  not_given: "評価済みの資料だが、記載がない",
  unreadable: "記載はあるが、その資料の達成度の区分に当てはまらない",
});

/** Why a text of the evaluation is blank; `null` where it is not. */
export function textBlankReason(stage: Stage, text: string | null): BlankReason | null {
  if (text !== null) return null;
  return stage === "plan" ? "not_yet_evaluated" : "not_given";
}

/** Why a rating is blank; `null` where it is not. `printed` is what the document has in its place. */
export function ratingBlankReason(stage: Stage, rating: object | null, printed: string | null): BlankReason | null {
  if (rating !== null) return null;
  return printed ? "unreadable" : textBlankReason(stage, null);
}
