import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { goalJa } from "./goal-ja";
import { ja } from "./ja";

/** Texts of what needs attention, in Japanese. */
export const attentionJa = {
  title: (asides: readonly string[]) => `${ja.field.findings}${asides.length > 0 ? `（${asides.join("、")}）` : ""}`,
  notRated: (year: number, count: number) => `${formatFiscalYear(year)}の${count}件は${ja.notRated}です。`,
  whoNotRated: (year: number, who: string, count: number) => `${formatFiscalYear(year)} ${who}の${count}件は${ja.notRated}`,
  fallen: (count: number) => `続く目標（候補を含む）のうち達成度が下がったものは${count}件`,
  low: (low: string, count: number) => `達成度が${low}のものは${count}件`,
  outside: (rating: string, count: number) => `${rating}（順序の外）のものは${count}件`,
  findings: (count: number) => `資料の中に食い違いのあるものは${count}件`,
  reading: (years: string, counts: readonly string[]) => `${years}の重点目標のうち、${counts.join("、")}です。`,
  andBelow: (rating: string) => `${rating}以下`,
  lowerHalf: "区分の下半分",
  fall: (from: string, to: string, checked: boolean) => `達成度 ${from} → ${to}${checked ? "" : "（継続の候補との比較）"}`,
  place: (year: number, department: string | null, area: string, units: readonly string[]) =>
    `${formatFiscalYear(year)}${department === null ? "" : ` ${department}`}　${goalJa.area}：${area}　${goalJa.unit}：${units.join("、") || ja.none}`,
  whoOutside: (year: number, who: string, count: number, rating: string) => `${formatFiscalYear(year)} ${who}の${count}件は${rating}（達成度の順序の外）`,
  titles: (titles: readonly string[], more: number) => titles.map((title) => `「${title}」`).join("") + (more > 0 ? `ほか${more}件` : ""),
  isLow: (low: string) => `達成度が${low}です。`,
  isOutside: (rating: string) => `達成度は${rating}で、順序の外です。`,
  isNotRated: `${ja.notRated}です。`,
  /** What a document says that disagrees: as the reading told it. */
  finding: ({ reason }: { rule: string; reason: string }) => reason,
  nothing: "特にありません。",
};
