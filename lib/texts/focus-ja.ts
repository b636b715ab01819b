import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa } from "./continuation-ja";

/** Texts of what a chart brings out while it dims all else, in Japanese. */
export const focusJa = {
  goal: (year: number, number: number, title: string) => `${formatFiscalYear(year)}の重点目標${number}「${title}」`,
  initiative: (year: number, tag: string, text: string) => `${formatFiscalYear(year)}の具体的取組${tag}「${text}」`,
  initiativesOf: (goal: string) => `${goal}の具体的取組`,
  rating: (rating: string) => `達成度${rating}`,
  /** With all that it is linked to. */
  lineage: (name: string) => `${name}とその${continuationJa.carriedOn.continuing}`,
  guessed: "候補を含む",
  absent: (asked: string) => `濃く示すように指定された「${asked}」は、この図にありません。`,
  only: (name: string, counts: string) => `${name}を濃く、ほかを薄く示しています${counts && `：${counts}`}。`,
  ofYear: (year: number, total: number, count: number) => `${formatFiscalYear(year)}は${total}件のうち${count}件`,
  ofAll: (total: number, count: number) => `${total}件のうち${count}件`,
  counted: (name: string) => `${name}は、部と年度ごとに数えたこの図では濃く示せません（部を選ぶと示せます）。`,
  /** As a title's aside, alone or after another. */
  aside: (name: string) => `${name}を濃く表示`,
  inTable: (count: number) => `（濃く表示${count}件）`,
  inRow: "（濃く表示）",
};
