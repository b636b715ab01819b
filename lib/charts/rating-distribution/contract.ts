import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import type { ChartContract, ChartFacts, ChartRows, ChartSubject } from "../contract";
import { addsUp, ROUNDED } from "../percentage";
import { findLeadingYear, observeGoals } from "../rating-comparison";
import { usualGrouping } from "../usual-grouping";
import { nameMissingYears } from "../year-gap";
import { type CarriedGoals, findCarriedGoals } from "./carried";
import { describeInitiatives, readCarried } from "./carried-sentence";
import { cutDistribution, describeCutGroups } from "./cut";
import { isMatrix } from "./matrix";
import { countRatings, type RatingDistribution } from "./model";
import { readRatings, titleRatings } from "./sentence";
import { tabulateRatings } from "./table";

export const ratingDistribution: ChartContract<"rating-distribution", RatingDistribution> = {
  name: "rating-distribution",
  title: "達成度の内訳",
  description: "分野や部ごとに、どの達成度がいくつあるかを年度で並べます。",
  of: ["goals", "targets"],
  measure: ["count", "share"],
  by: ["area", "policy-goal", "department"],
  needs: ["goals", "continuations"],
  marksCarried: true,
  page: "overview",
  describe(rows, subject) {
    const carried = findCarriedGoals(
      rows.history,
      subject,
      findLeadingYear(rows.plans, observeGoals(rows.goals)),
      (subject.by ?? usualGrouping(rows.plans)) === "department",
    );
    return describeRatings(rows, subject, (chart) => readRatings(chart) + readCarried(chart, subject.carried), carried);
  },
};

/** Facts of ratings counted, read by the sentence given. */
export function describeRatings(
  rows: ChartRows,
  subject: ChartSubject,
  read: (chart: RatingDistribution) => string,
  carried: CarriedGoals | null = null,
): ChartFacts<RatingDistribution> {
  const chart = countSubject(rows, subject, carried);
  const rounded =
    chart.measure === "share" &&
    [...chart.groups.flatMap(({ rows: own }) => own), ...chart.totals].some(
      (row) => !addsUp(row.segments.filter(({ share }) => share !== null).map(({ count }) => count)),
    );
  const denominator = chart.measure === "share" ? "（割合の母数は、その行の評価のある件数）" : "";
  return {
    title: titleRatings(chart),
    reading: read(chart),
    basis: `${ja.measure[chart.measure]}は${ja.unit[chart.unit]}を数えたものです${denominator}。対象件数：${chart.totals.map((row) => `${formatFiscalYear(row.fiscalYear)} ${row.total}件`).join("、")}。${isMatrix(chart) ? describeInitiatives(chart) : ""}${nameMissingYears(chart.missingYears)}${rounded ? ROUNDED : ""}${describeCutGroups(chart)}`,
    table: tabulateRatings(chart),
    model: cutDistribution(chart),
    empty: chart.totals.every((row) => row.total === 0),
  };
}

/** The goals or targets that a chart is asked to show, by rating. */
export function countSubject(
  { plans, goals, history }: ChartRows,
  { filter, of, measure, by }: ChartSubject,
  carried: CarriedGoals | null = null,
): RatingDistribution {
  // A filter of years leaves others out that there are documents of.
  const heldYears = filter.fiscalYears ? history.items.map(({ fiscalYear }) => fiscalYear) : [];
  return countRatings(plans, goals, { filter, unit: of === "targets" ? "targets" : "goals", measure, by: by ?? usualGrouping(plans), carried, heldYears });
}
