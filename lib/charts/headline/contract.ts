import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartContract } from "../contract";
import { isComparison } from "../rating-comparison";
import { countSubject } from "../rating-distribution/contract";
import type { DistributionRow, RatingDistribution } from "../rating-distribution/model";
import { compareYears, findLeadingRow, headlineRatings } from "../rating-distribution/sentence";
import { tabulateRatings } from "../rating-distribution/table";
import { type Headline, nameWho } from "./model";
import { readPlan } from "./sentence";

export const headline: ChartContract<"headline", Headline> = {
  name: "headline",
  title: "達成度のまとめ",
  description: "いちばん新しい年度の達成度を、数字で示します。",
  english: { title: "Achievement in figures", description: "The ratings of the newest evaluated fiscal year, in figures." },
  of: ["goals", "targets"],
  measure: ["count"],
  by: ["year"],
  needs: ["goals"],
  page: "overview",
  describe(rows, subject) {
    const chart = countSubject(rows, { ...subject, measure: "count", by: "year" });
    const texts = chartTexts(chart.language);
    const leading = findLeadingRow(chart);
    const groups = chart.groups.map((group) => ({ ...group, rows: group.rows.filter(({ fiscalYear }) => fiscalYear === chart.leadingYear) }));
    const plans = chart.totals.filter(({ fiscalYear, total }) => leading !== undefined && fiscalYear > leading.fiscalYear && total > 0);
    const { who, partly } = leading ? nameWho(rows, leading.fiscalYear, texts) : { who: "", partly: false };
    return {
      title: leading ? texts.distribution.summary.title(texts.yearInFull(leading.fiscalYear), who) : texts.distribution.summary.noYear,
      reading: leading ? texts.join(headlineRatings(chart), leading.rated > 0 ? compareYears(chart) : "") : texts.noGoals,
      basis: leading
        ? texts.join(
            texts.distribution.countedUnits(chart.unit),
            texts.distribution.summary.inAll(leading.total),
            ...plans.map((row) => texts.sentence(readPlan(row, chart.unit, texts))),
          )
        : "",
      table: tabulateRatings({ ...chart, groups }),
      model: { chart, who, partly, plans },
      empty: !leading || leading.total === 0,
      ...(leading && listTold(chart, [leading, ...plans])),
    };
  },
};

/** The fiscal years that its sentences tell of; all where they say how the scales of all differ. */
function listTold({ comparison, scaleDifference }: RatingDistribution, rows: readonly DistributionRow[]): { fiscalYears?: number[] } {
  if (scaleDifference !== null) return {};
  const compared = isComparison(comparison) ? [comparison.from, comparison.to] : comparison.years;
  return { fiscalYears: [...new Set([...compared, ...rows.map(({ fiscalYear }) => fiscalYear)])].sort((a, b) => a - b) };
}
