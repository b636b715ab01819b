import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ja } from "./ja";

type Counted = "goals" | "targets";

/** Texts of the chart of municipalities side by side, in Japanese. None compares one with another. */
export const municipalitiesChartJa = {
  title: (unit: Counted, measure: "count" | "share") => `各市町村が自己評価した${ja.unit[unit]}の達成度（${ja.measure[measure]}）`,
  ownScales: "達成度は、市町村がそれぞれの区分で自己評価したものです。市町村どうしを比べるものではありません。",
  /** 「柏原市は、令和7年度の4件の重点目標のうちA1件・B2件です」 */
  rated: (name: string, year: number, count: string, amounts: readonly string[]) =>
    `${name}は、${formatFiscalYear(year)}の${count}のうち${amounts.join("・")}です`,
  notRated: (name: string, year: number, count: string) => `${name}は、${formatFiscalYear(year)}の${count}が評価未掲載です`,
  noUnits: (name: string, year: number, unit: Counted) => `${name}は、${formatFiscalYear(year)}の${ja.unit[unit]}の記載がありません`,
  noPlans: (name: string) => `${name}は、示す年度の資料がありません`,
  shown: (names: readonly string[], more: number) => `${names.join("、")}を示しています${more > 0 ? `（ほか${more}市町村）` : ""}。`,
  amount: (label: string, amount: string) => `${label} ${amount}`,
  shortAmount: (rating: string, amount: string) => `${rating}${amount}`,
  shares: (unit: Counted) => `割合は、その市町村の評価のある${ja.unit[unit]}に占めるものです。`,
  newestYears: "年度は、市町村ごとに評価のあるいちばん新しいもの（評価がなければ、いちばん新しい資料のもの）です。",
  bars: "並びは達成度の順ではなく、棒の長さは一つの市町村の中だけのものです。同じ記号や色でも、市町村が違えば同じ意味とはかぎりません。",
  cut: (most: number, more: number) => `図は${most}市町村までです（ほか${more}市町村は表にあります）。`,
  notDrawn: (more: number) => `ほか${more}市町村は、この図にありません。`,
  others: (count: number) => `ほかに${count}市町村の資料があり、名前を指定すると示せます。`,
  /** What stands under a municipality's name. */
  head: (year: number, count: string) => `${formatFiscalYear(year)}　${count}`,
  municipality: ja.field.municipality as string,
  ratings: ja.field.targetRating as string,
  noDocuments: "示す年度の資料なし",
  moreRatings: (count: number) => `ほか${count}区分は表にあります`,
};
