import type { ContinuationHistory } from "@/lib/domain/continuation";
import { describeCutGroups } from "./rating-distribution-cut";
import { selectHistory } from "@/lib/domain/continuation-history";
import { formatFiscalYear, formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import type { GoalFilter } from "@/lib/domain/goal-filter";
import { nameRating } from "@/lib/domain/rating/name";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { listAttention, type Attention } from "./attention";
import type { ChartTable } from "./chart-table";
import { tabulateAttention, tabulateRatings, tabulateRibbon } from "./chart-tables";
import { makeRibbon, type ContinuationRibbon, type RibbonFilter } from "./continuation-ribbon";
import { readBasis, readRibbon, titleRibbon } from "./continuation-sentence";
import { countRatings, type RatingDistribution } from "./rating-distribution";
import { compareYears, countUnits, headlineRatings, readRatings, shortSegment, titleRatings } from "./rating-sentence";
import type { ChartDefinition, ChartUnit } from "./registry";

/** What a chart is asked to show, besides how it looks. */
export interface ChartSubject {
  filter: RibbonFilter & Pick<GoalFilter, "municipalities" | "fiscalYears">;
  of: ChartUnit;
  measure: RatingDistribution["measure"];
  by: RatingDistribution["by"];
}

/** The rows that charts are made of: plans and goals as filtered, and the whole history. */
export interface ChartData {
  plans: readonly PlanRow[];
  goals: readonly GoalRow[];
  history: ContinuationHistory;
}

/** The view model that a chart's drawing takes. */
export type Drawing =
  | { what: "distribution"; chart: RatingDistribution }
  | { what: "ribbon"; ribbon: ContinuationRibbon }
  | { what: "attention"; attention: Attention }
  | { what: "headline"; chart: RatingDistribution; heading: string };

/** All that a chart says, for every form that it takes. */
export interface ChartFacts {
  title: string;
  /** One sentence or two that read it, with the basis of any comparison. */
  reading: string;
  /** What was counted and how many. */
  basis: string;
  table: ChartTable;
  drawing: Drawing;
  /** There is nothing to show; `reading` says so. */
  empty: boolean;
}

/** Makes a chart's facts of the rows that it is asked to show. */
export function describeChart({ name }: Pick<ChartDefinition, "name">, data: ChartData, subject: ChartSubject): ChartFacts {
  switch (name) {
    case "rating-distribution":
    case "rating-by-year":
      return describeRatings(data, subject);
    case "continuation-ribbon":
      return describeRibbon(data, subject);
    case "attention":
      return describeAttention(data);
    case "headline":
      return describeHeadline(data, subject);
  }
}

function count({ plans, goals }: ChartData, { filter, of, measure, by }: ChartSubject): RatingDistribution {
  return countRatings(plans, goals, { filter, unit: of === "targets" ? "targets" : "goals", measure, by });
}

function describeRatings(data: ChartData, subject: ChartSubject): ChartFacts {
  const chart = count(data, subject);
  const empty = chart.totals.every((row) => row.total === 0);
  const denominator = chart.measure === "share" ? "（割合の母数は、その行の評価のある件数）" : "";
  return {
    title: titleRatings(chart),
    reading: chart.by === "year" ? readYears(chart) : readRatings(chart),
    basis: `${ja.measure[chart.measure]}は${ja.unit[chart.unit]}を数えたものです${denominator}。n：${chart.totals.map((row) => `${formatFiscalYear(row.fiscalYear)} ${row.total}件`).join("、")}。${describeCutGroups(chart)}`,
    table: tabulateRatings(chart),
    drawing: { what: "distribution", chart },
    empty,
  };
}

function describeRibbon({ history }: ChartData, { filter, of }: ChartSubject): ChartFacts {
  const { fiscalYears, ...rest } = filter;
  const ribbon = makeRibbon(selectHistory(history, { fiscalYears }), { level: of === "initiatives" ? "initiative" : "goal", filter: rest });
  return {
    title: titleRibbon(ribbon),
    reading: readRibbon(ribbon),
    basis: readBasis(ribbon),
    table: tabulateRibbon(ribbon),
    drawing: { what: "ribbon", ribbon },
    empty: ribbon.columns.every((column) => column.nodes.length === 0),
  };
}

function describeAttention({ plans, goals }: ChartData): ChartFacts {
  const attention = listAttention(plans, goals);
  const years = attention.fiscalYears.toSorted().map(formatFiscalYear).join("、");
  const low = attention.items.filter((item) => item.lowRating).length;
  const outside = attention.outside.map(({ rating, goals: own }) => `${nameRating(rating)}（順序の外）のものは${own.length}件、`).join("");
  const doubtful = attention.items.filter((item) => item.findings.length > 0).length;
  return {
    title: `${ja.field.findings}${years && `（${years}）`}`,
    reading: goals.length === 0 ? NOTHING : `${years}の重点目標のうち、達成度が${attention.low}のものは${low}件、${outside}資料の中に食い違いのあるものは${doubtful}件です。${attention.scaleDifference ?? ""}`,
    basis: attention.notRated.map(({ fiscalYear, goals: missing }) => `${formatFiscalYear(fiscalYear)}の${missing}件は${ja.notRated}です。`).join(""),
    table: tabulateAttention(attention),
    drawing: { what: "attention", attention },
    empty: goals.length === 0,
  };
}

function describeHeadline(data: ChartData, subject: ChartSubject): ChartFacts {
  const all = count(data, { ...subject, measure: "count", by: "year" });
  const newest = all.totals.at(-1);
  const departments = [...new Set(data.plans.map((plan) => plan.department))];
  const who = departments.length === 1 ? departments[0]! : `${departments.length}部`;
  const groups = all.groups.map((group) => ({ ...group, rows: group.rows.slice(-1) }));
  return {
    title: newest ? `${formatFiscalYearInFull(newest.fiscalYear)} ${who}の達成度` : "達成度のまとめ",
    reading: newest ? headlineRatings(all) + (newest.rated > 0 ? compareYears(all) : "") : NOTHING,
    basis: newest ? `${ja.unit[all.unit]}を数えたものです。n：${newest.total}件。` : "",
    table: tabulateRatings({ ...all, groups }),
    drawing: { what: "headline", chart: all, heading: newest ? countUnits(newest.total, all.unit) : "" },
    empty: !newest || newest.total === 0,
  };
}

const NOTHING = "条件に合う重点目標はありません。";

/** The years side by side, in words. */
function readYears(chart: RatingDistribution): string {
  const rated = chart.totals.filter((row) => row.rated > 0);
  if (rated.length === 0) return readRatings(chart);
  const told = rated.slice(-3).map((row) => `${formatFiscalYear(row.fiscalYear)}は${row.segments.map(shortSegment).join("・")}`);
  return `${told.join("、")}。${compareYears(chart)}`;
}
