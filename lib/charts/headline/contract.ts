import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import { type ChartContract, NO_GOALS } from "../contract";
import { countSubject } from "../rating-distribution/contract";
import { compareYears, findLeadingRow, headlineRatings } from "../rating-distribution/sentence";
import { tabulateRatings } from "../rating-distribution/table";
import { type Headline, nameWho } from "./model";
import { readPlan } from "./sentence";

export const headline: ChartContract<"headline", Headline> = {
  name: "headline",
  title: "達成度のまとめ",
  description: "いちばん新しい年度の達成度を、数字で示します。",
  of: ["goals", "targets"],
  measure: ["count"],
  by: ["year"],
  needs: ["goals"],
  page: "overview",
  describe(rows, subject) {
    const chart = countSubject(rows, { ...subject, measure: "count", by: "year" });
    const leading = findLeadingRow(chart);
    const groups = chart.groups.map((group) => ({ ...group, rows: group.rows.filter(({ fiscalYear }) => fiscalYear === chart.leadingYear) }));
    const plans = chart.totals.filter(({ fiscalYear, total }) => leading !== undefined && fiscalYear > leading.fiscalYear && total > 0);
    const { who, partly } = leading ? nameWho(rows, leading.fiscalYear) : { who: "", partly: false };
    return {
      title: leading ? `${formatFiscalYearInFull(leading.fiscalYear)} ${who}の達成度` : "達成度のまとめ",
      reading: leading ? headlineRatings(chart) + (leading.rated > 0 ? compareYears(chart) : "") : NO_GOALS,
      basis: leading
        ? `${ja.unit[chart.unit]}を数えたものです。対象件数：${leading.total}件。${plans.map((row) => `${readPlan(row, chart.unit)}。`).join("")}`
        : "",
      table: tabulateRatings({ ...chart, groups }),
      model: { chart, who, partly, plans },
      empty: !leading || leading.total === 0,
    };
  },
};
