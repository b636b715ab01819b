import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa } from "./continuation-ja";

const { carriedOn } = continuationJa;

/** Texts of the change of ratings, in Japanese. */
export const changeJa = {
  title: (years: { from: number; to: number } | null, asides: readonly string[] = []) => {
    const told = years ? [`${formatFiscalYear(years.from)}から${formatFiscalYear(years.to)}へ`, ...asides] : asides;
    return `続く重点目標の達成度の動き${told.length > 0 ? `（${told.join("、")}）` : ""}`;
  },
  nothing: "比べられる重点目標が、二つの年度にそろっていません。",
  none: (from: number, to: number) => `${formatFiscalYear(from)}から${formatFiscalYear(to)}に続く重点目標は見当たりません。`,
  who: (from: number, to: number, { count, checked }: { count: number; checked: number }, continuing: string) =>
    `${formatFiscalYear(from)}から${formatFiscalYear(to)}に続く重点目標は、${continuing}${count}件（職員確認${checked}件）です。`,
  moved: ({ up, same, down, outside }: Record<"up" | "same" | "down" | "outside", number>) =>
    `達成度が上がったもの${up}件、変わらないもの${same}件、下がったもの${down}件${outside > 0 ? `、順序の外との出入り${outside}件` : ""}。`,
  otherScales: (from: number, to: number) =>
    `${formatFiscalYear(from)}と${formatFiscalYear(to)}は達成度の基準が異なるため、上がったか下がったかは比べていません。`,
  someOtherScale: (count: number) => `達成度の基準が異なる${count}件は、上がったか下がったかを比べていません。`,
  yearsNotRated: (years: readonly number[]) => `${years.map(formatFiscalYear).join("と")}は評価が載っていないため、上がったか下がったかは言えません。`,
  someNotRated: (count: number) => `どちらかの年度の評価が載っていない${count}件は、上がったとも下がったとも言えません。`,
  bands: "帯の太さと数字は、つながりの件数です。",
  lines: "線1本が、つながり1件です。",
  between: "幅のある図では、線は間の年度の評価のうち比べられるものも通ります。",
  outside: (labels: readonly string[]) => `${labels.join("、")}は順序の外で、出入りを上がった・下がったに数えません。`,
  course: { ...carriedOn.move, ...carriedOn.course } as Record<"up" | "same" | "down" | "outside" | "not-rated" | "incomparable", string>,
  line: (before: string, after: string, course: string, doubt: string) => `${before} → ${after}（${course}、${doubt}）`,
  band: (before: string, after: string, count: number, course: string) => `${before} → ${after} ${count}件（${course}）`,
  stop: (year: number, number: number, title: string, rating: string) => `${formatFiscalYear(year)} 重点目標${number}「${title}」${rating}`,
  candidate: carriedOn.candidates as string,
  candidates: carriedOn.candidates as string,
  continuing: carriedOn.continuing as string,
  checked: `${carriedOn.continuing}（${carriedOn.checked}）`,
  allChecked: (links: number) => `つながり${links}件は、すべて職員が確認しています。`,
  doubt: (links: number, checked: number) => `自動判定による候補です（つながり${links}件のうち職員が確認したもの${checked}件）。`,
  scaleOfYear: (year: number) => `${formatFiscalYear(year)}の基準`,
  scaleOf: (department: string, others: number) => `${department}${others > 0 ? `ほか${others}部` : ""}の基準`,
  table: { move: carriedOn.table.move, count: carriedOn.table.count, status: carriedOn.table.status } as Record<"move" | "count" | "status", string>,
};
