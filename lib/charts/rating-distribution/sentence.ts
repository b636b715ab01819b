import { sortRatings } from "@/lib/domain/rating/comparison";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { groupBy } from "../group-by";
import { isComparison, type RatingComparison } from "../rating-comparison";
import type { DistributionRow, RatingDistribution, Segment } from "./model";

/** Title of the chart: what it counts, by what, and what stands out. */
export function titleRatings({ language, by, unit, measure, focus, carried }: RatingDistribution): string {
  const told = chartTexts(language).distribution;
  // With both, the focus dims.
  const dims = carried?.only ? told.carried.from(carried.from, unit) : null;
  return told.title({ by, unit, measure, focus: focus?.name ?? dims });
}

/** 「A 達成 1、B 概ね達成 2」: the ratings of a row and how many units have each. */
export function listSegments(row: DistributionRow, texts: ChartTexts): string {
  return texts.list(row.segments.map((segment) => texts.distribution.segment(segment.label, segment.count)));
}

/** The row of the leading year, which headlines tell; a newer plan without ratings stands beside it. */
export function findLeadingRow({ totals, leadingYear }: Pick<RatingDistribution, "totals" | "leadingYear">): DistributionRow | undefined {
  return totals.find(({ fiscalYear }) => fiscalYear === leadingYear);
}

/** The dashboard's headline: what the leading year came to. */
export function headlineRatings(chart: RatingDistribution): string {
  const texts = chartTexts(chart.language);
  const leading = findLeadingRow(chart);
  if (!leading || leading.total === 0) {
    const newest = chart.totals.findLast(({ total }) => total > 0);
    if (!leading || !newest) return texts.distribution.nothing(chart.unit);
    const units = texts.distribution.yearUnits(newest.fiscalYear, texts.countUnits(newest.total, chart.unit));
    const told = newest.rated === 0 ? texts.distribution.allNotRated(units) : texts.distribution.ofThem(units, listSegments(newest, texts));
    return texts.join(told, texts.distribution.nothingIn(leading.fiscalYear, chart.unit));
  }
  const count = texts.countUnits(leading.total, chart.unit);
  if (leading.rated === 0) return texts.distribution.allNotRated(count);
  return texts.distribution.ofThem(count, listSegments(leading, texts));
}

/** One sentence or two that read the chart: each group of the newest rated year, then what the years' comparison rests on. */
export function readRatings(chart: RatingDistribution): string {
  const texts = chartTexts(chart.language);
  const newest = chart.totals.findLast((row) => row.rated > 0);
  if (!newest) return texts.join(headlineRatings(chart), compareYears(chart));
  const groups = chart.groups
    .map((group) => ({ name: group.name ?? texts.none, row: group.rows.find((row) => row.fiscalYear === newest.fiscalYear) }))
    .filter((group) => group.row && group.row.total > 0)
    .map((group) => texts.distribution.groupSegments(group.name, listShort(group.row!, texts)));
  const told = groups.length > 5 ? [...groups.slice(0, 5), texts.distribution.moreGroups(groups.length - 5)] : groups;
  return texts.join(texts.distribution.breakdown(newest.fiscalYear, told), compareYears(chart));
}

/** What the leading year is compared with, on what, and what comes of it; or why it is not compared. */
export function compareYears({ scaleDifference, ...chart }: RatingDistribution): string {
  return chartTexts(chart.language).join(scaleDifference ?? "", tellComparison(chart));
}

function tellComparison({ comparison, totals, unit, language }: Pick<RatingDistribution, "comparison" | "totals" | "unit" | "language">): string {
  const texts = chartTexts(language);
  if (isComparison(comparison)) return readComparison(comparison, texts);
  const years = texts.list(comparison.years.map(texts.year));
  switch (comparison.why) {
    case "scales":
      return texts.distribution.otherScales(years);
    case "one-year": {
      const unrated = totals.filter((row) => row.total > 0 && comparison.years.includes(row.fiscalYear));
      if (unrated.length === 0) return "";
      const told = unrated.map((row) => texts.distribution.yearUnits(row.fiscalYear, texts.countUnits(row.total, unit)));
      return texts.distribution.cannotCompare(texts.list(told));
    }
    case "chosen":
      return "";
    case "not-rated":
      return comparison.years.length > 1 ? texts.distribution.cannotCompare(years) : "";
  }
}

/** 「令和6年度と同じ7部でみると、令和6年度は31件（A6・B12）、令和7年度は29件（A4・B14）です。どちらとも言えません。」 */
function readComparison({ from, to, departments, before, after, direction, leftOut, joined = [] }: RatingComparison, texts: ChartTexts): string {
  const told = texts.distribution;
  const out = [
    ...(leftOut.notRated.length > 0 ? [told.leftOut.notRated(leftOut.notRated.length)] : []),
    ...(leftOut.notBefore.length > 0 ? [told.leftOut.notBefore(leftOut.notBefore.length, from)] : []),
    ...(leftOut.reorganised ? [told.leftOut.reorganised(leftOut.reorganised.length)] : []),
    ...(leftOut.otherScale.length > 0 ? [told.leftOut.otherScale(leftOut.otherScale.length)] : []),
  ];
  const basis = told.basis(
    departments.map(({ name }) => name),
    texts.list(out),
  );
  return texts.join(
    told.compared(basis, from, printCounts(before, texts), to, printCounts(after, texts)),
    ...joined.map((each) => told.joined(each.before, each.after)),
    told.direction[direction],
  );
}

/** 「29件（A4・B14・C6・E3）」, the best first, then what stands outside the order. */
function printCounts(values: readonly RatingValue[], texts: ChartTexts): string {
  const groups = [...groupBy(values, ({ rating }) => rating).values()].sort(([a], [b]) => sortRatings(a!, b!));
  return texts.distribution.counts(
    values.length,
    groups.map((own) => [texts.quoteRating(own[0]!), own.length]),
  );
}

/** 「A1件」; with its meaning where the row has several of the letter. */
function shortSegment(segment: Segment, texts: ChartTexts): string {
  const name = segment.variant === undefined ? segment.rating : segment.label;
  return texts.distribution.shortSegment(name ?? texts.notRated, segment.count);
}

/** 「A1件・B2件」 */
export function listShort(row: DistributionRow, texts: ChartTexts): string {
  return texts.dots(row.segments.map((segment) => shortSegment(segment, texts)));
}
