import type { LinkKind } from "@/lib/domain/continuation";
import type { DecisionRecord } from "@/lib/domain/decision";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { Stage } from "@/lib/domain/plan";
import { continuationJa, nameKinds } from "./continuation-ja";
import { goalJa } from "./goal-ja";
import { ja } from "./ja";

/** Texts of 新旧対照, in Japanese. */
export const comparisonJa = {
  title: "新旧対照",
  table: "新旧対照表",
  older: (year: number) => `旧：${formatFiscalYear(year)}`,
  newer: (year: number) => `新：${formatFiscalYear(year)}`,
  revised: { before: "半分以上が同じ文章では、", removed: "取り消し線", between: "は新しい文章にない語句、", added: "下線", after: "は加わった語句です。" },
  rewritten: { before: "ほかの文章では、両方に共通する語句に", marked: "印", after: "を付けています。" },
  sameForms: "全角と半角、送り仮名、空白などの書き方の違いは、変更とみなしていません。",
  /** Said to those who hear the text, around a stretch of it. */
  spoken: { removed: ["［削除］", "［削除ここまで］"], added: ["［追加］", "［追加ここまで］"], shared: ["［共通］", "［共通ここまで］"] } as Record<
    "removed" | "added" | "shared",
    [string, string]
  >,
  field: {
    title: ja.field.titleOfGoal as string,
    target: ja.field.target as string,
    achievement: ja.field.achievement as string,
    assessment: ja.field.overallAssessment as string,
    result: ja.field.reportedResult as string,
  },
  goalsOf: goalJa.goalsOf,
  target: goalJa.target,
  initiativeNumbered: goalJa.initiative,
  /** A row of initiatives, by what links them. */
  initiative: (link: string) => `具体的取組：${link}`,
  linked: (kinds: readonly LinkKind[], checked: boolean) => nameKinds(kinds, checked),
  begun: (year: number) => continuationJa.carriedOn.new(formatFiscalYear(year)),
  ended: (end: DecisionRecord | null) => (end ? goalJa.ended(end) : continuationJa.carriedOn.ended),
  noPredecessor: (year: number) => goalJa.noPredecessor(year, "initiative"),
  noSuccessor: (year: number, end: DecisionRecord | null) => (end ? goalJa.ended(end) : goalJa.noSuccessor(year, "initiative")),
  considered: "旧の「今後検討すべきこと」と新の達成目標",
  none: ja.none as string,
  /** A text of a goal that its document does not have. */
  absent: (stage: Stage) => (stage === "plan" ? goalJa.beforeEvaluation : ja.none) as string,
  rest: (count: number) => `…（ほか${count}字）`,
  more: (count: number) => `ほか${count}件の取組は、それぞれの目標のページと原文にあります。`,
  moreTexts: goalJa.more,
  chart: {
    name: "重点目標の新旧対照",
    title: (year: number, department: string, number: number, title: string) =>
      `${comparisonJa.title}：${formatFiscalYear(year)} ${department} 重点目標${number} ${title}`,
    /** 令和3年度の重点目標5・6（統合の候補2件、職員未確認）と、令和7年度の重点目標4の文章を並べています。 */
    beside: (before: number, goals: string, links: string, year: number, number: number) =>
      `${formatFiscalYear(before)}の${goals}（${links}）と、${formatFiscalYear(year)}の重点目標${number}の文章を並べています。`,
    same: (fields: readonly string[]) => `${fields.join("、")}は、同じ文章です。`,
    alike: (fields: readonly string[]) => `${fields.join("、")}は、半分以上が同じ文章です。`,
    rewritten: (fields: readonly string[]) => `${fields.join("、")}は、同じ部分が半分未満の文章です。`,
    onlyOne: (fields: readonly string[]) => `${fields.join("、")}は、片方の年度だけに記載があります。`,
    notDrawn: (fields: readonly string[]) => `${fields.join("、")}は、この図にありません。`,
    nothing: "前の年度につながる重点目標がないため、並べる文章がありません。",
    struck: "取り消し線は新しい文章にない語句、下線は加わった語句です。",
    bold: "同じ部分が半分未満の文章では、両方に共通する語句が太字です。",
    elsewhere: (fields: readonly string[]) => `ほかの記載（${fields.join("、")}）は、データと重点目標のページにあります。`,
    initiatives: "具体的取組",
    cut: "長い文章は途中までです。",
  },
};

export type ComparisonTexts = typeof comparisonJa;
