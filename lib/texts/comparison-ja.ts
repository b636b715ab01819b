import { formatFiscalYear } from "@/lib/domain/fiscal-year";

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
  spoken: { removed: ["削除", "削除ここまで"], added: ["追加", "追加ここまで"], shared: ["共通", "共通ここまで"] },
  initiative: (link: string) => `具体的取組：${link}`,
  considered: "旧の「今後検討すべきこと」と新の達成目標",
  rest: (count: number) => `…（ほか${count}字）`,
  more: (count: number) => `ほか${count}件の取組は、それぞれの目標のページと原文にあります。`,
} as const;
