import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartContract, ChartFacts, ChartRows, ChartSubject } from "../contract";
import { addsUp } from "../percentage";
import { findLeadingYear, observeGoals } from "../rating-comparison";
import { usualGrouping } from "../usual-grouping";
import { nameMissingYears } from "../year-gap";
import { type CarriedGoals, findCarriedGoals } from "./carried";
import { describeInitiatives, readCarried } from "./carried-sentence";
import { cutDistribution, describeCutGroups } from "./cut";
import type { Kin } from "./focus";
import { readFocus } from "./focus-sentence";
import { isMatrix } from "./matrix";
import { countRatings, type RatingDistribution } from "./model";
import { describeNarrowed, isSharePart } from "./narrowed";
import { readRatings, titleRatings } from "./sentence";
import { tabulateRatings } from "./table";

export const ratingDistribution: ChartContract<"rating-distribution", RatingDistribution> = {
  name: "rating-distribution",
  title: "達成度の内訳",
  description: "分野や部ごとに、どの達成度がいくつあるかを年度で並べます。",
  english: { title: "Distribution of ratings", description: "How many of each achievement rating there are in each policy area or department, year by year." },
  of: ["goals", "targets"],
  measure: ["count", "share"],
  by: ["area", "policy-goal", "department"],
  needs: ["goals", "continuations"],
  marksCarried: true,
  takesRatings: true,
  takesFocus: ["goal", "rating"],
  page: "overview",
  describe(rows, subject) {
    const carried = findCarriedGoals(
      rows.history,
      subject,
      findLeadingYear(rows.plans, observeGoals(rows.goals)),
      (subject.by ?? usualGrouping(rows.plans)) === "department",
    );
    return describeRatings(rows, subject, (chart) => chartTexts(chart.language).join(readRatings(chart), readCarried(chart, subject.carried)), { carried });
  },
};

/** Facts of ratings counted, read by the sentence given. */
export function describeRatings(
  rows: ChartRows,
  subject: ChartSubject,
  read: (chart: RatingDistribution) => string,
  { carried = null, kin = null }: { carried?: CarriedGoals | null; kin?: Kin | null } = {},
): ChartFacts<RatingDistribution> {
  const chart = countSubject(rows, subject, { carried, kin });
  const texts = chartTexts(chart.language);
  const rounded =
    chart.measure === "share" &&
    [...chart.groups.flatMap(({ rows: own }) => own), ...chart.totals].some(
      (row) => !addsUp(row.segments.filter(({ share }) => share !== null).map(({ count }) => count)),
    );
  return {
    title: titleRatings(chart),
    reading: texts.join(read(chart), readFocus(chart)),
    basis: texts.join(
      texts.distribution.basisOf(chart.measure, chart.unit),
      describeNarrowed(chart, subject.filter),
      chart.totals.length === 0
        ? ""
        : texts.distribution.inTotal(texts.list(chart.totals.map((row) => texts.distribution.yearCount(row.fiscalYear, row.total)))),
      isMatrix(chart) ? describeInitiatives(chart) : "",
      nameMissingYears(chart.missingYears, texts),
      rounded ? texts.rounded : "",
      describeCutGroups(chart),
    ),
    table: tabulateRatings(chart),
    model: cutDistribution(chart),
    empty: chart.totals.every((row) => row.total === 0),
  };
}

/** The goals or targets that a chart is asked to show, by rating. */
export function countSubject(
  { plans, goals, history }: ChartRows,
  { filter, of, measure, by, focus = null, language }: ChartSubject,
  { carried = null, kin = null }: { carried?: CarriedGoals | null; kin?: Kin | null } = {},
): RatingDistribution {
  // A filter of years leaves others out that there are documents of.
  const heldYears = filter.fiscalYears ? history.items.map(({ fiscalYear }) => fiscalYear) : [];
  const unit = of === "targets" ? "targets" : "goals";
  return countRatings(plans, goals, {
    filter,
    unit,
    focus,
    measure: isSharePart(unit, filter) ? "count" : measure,
    by: by ?? usualGrouping(plans),
    carried,
    kin,
    heldYears,
    language,
  });
}
