import { chartTexts } from "@/lib/texts/chart-texts";
import { findKin } from "../continuation-ribbon/focus";
import type { ChartContract } from "../contract";
import { describeRatings } from "../rating-distribution/contract";
import type { RatingDistribution } from "../rating-distribution/model";
import { compareYears, listShort, readRatings } from "../rating-distribution/sentence";

export const ratingByYear: ChartContract<"rating-by-year", RatingDistribution> = {
  name: "rating-by-year",
  title: "年度別の達成度",
  description: "年度ごとに、どの達成度がいくつあるかを並べます。",
  english: { title: "Ratings by year", description: "How many of each achievement rating there are in each fiscal year." },
  of: ["goals", "targets"],
  measure: ["count", "share"],
  by: ["year"],
  needs: ["goals", "continuations"],
  takesRatings: true,
  takesFocus: ["goal", "rating"],
  page: "overview",
  describe: (rows, subject) => describeRatings(rows, subject, readYears, { kin: subject.focus ? findKin(rows.history, subject.focus) : null }),
};

/** The newest three rated years side by side, in words. */
function readYears(chart: RatingDistribution): string {
  const texts = chartTexts(chart.language);
  const rated = chart.totals.filter((row) => row.rated > 0);
  if (rated.length === 0) return readRatings(chart);
  const told = rated.slice(-3).map((row) => texts.distribution.yearSegments(row.fiscalYear, listShort(row, texts)));
  return texts.join(texts.sentence(texts.list(told)), compareYears(chart));
}
