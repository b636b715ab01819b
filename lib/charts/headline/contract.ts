import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import { NO_GOALS, type ChartContract } from "../contract";
import { countSubject } from "../rating-distribution/contract";
import type { RatingDistribution } from "../rating-distribution/model";
import { compareYears, headlineRatings } from "../rating-distribution/sentence";
import { tabulateRatings } from "../rating-distribution/table";

/** View model of the summary: all years counted, of which the newest is told. */
export interface Headline {
  chart: RatingDistribution;
  /** Whose it is: the department's name, or how many there are. */
  who: string;
}

export const headline: ChartContract<"headline", Headline> = {
  name: "headline",
  title: "達成度のまとめ",
  description: "いちばん新しい年度の達成度を、数字で示します。",
  of: ["goals", "targets"],
  measure: ["count"],
  by: ["year"],
  rows: "goals",
  page: "overview",
  describe(rows, subject) {
    const chart = countSubject(rows, { ...subject, measure: "count", by: "year" });
    const newest = chart.totals.at(-1);
    const departments = [...new Set(rows.plans.map((plan) => plan.department))];
    const who = departments.length === 1 ? departments[0]! : `${departments.length}部`;
    const groups = chart.groups.map((group) => ({ ...group, rows: group.rows.slice(-1) }));
    return {
      title: newest ? `${formatFiscalYearInFull(newest.fiscalYear)} ${who}の達成度` : "達成度のまとめ",
      reading: newest ? headlineRatings(chart) + (newest.rated > 0 ? compareYears(chart) : "") : NO_GOALS,
      basis: newest ? `${ja.unit[chart.unit]}を数えたものです。n：${newest.total}件。` : "",
      table: tabulateRatings({ ...chart, groups }),
      model: { chart, who },
      empty: !newest || newest.total === 0,
    };
  },
};
