import { formatFiscalYear, formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { goalRating } from "@/lib/domain/goal-filter";
import { ja } from "@/lib/texts/ja";
import { NO_GOALS, type ChartContract, type ChartRows } from "../contract";
import { countSubject } from "../rating-distribution/contract";
import type { DistributionRow, RatingDistribution } from "../rating-distribution/model";
import { compareYears, countUnits, findLeadingRow, headlineRatings } from "../rating-distribution/sentence";
import { tabulateRatings } from "../rating-distribution/table";

/** View model of the summary: all years counted, of which the leading one is told. */
export interface Headline {
  chart: RatingDistribution;
  /** Whose it is: the department's name, or how many there are and how many of them are rated. */
  who: string;
  /** Only some of its departments are rated. */
  partly: boolean;
  /** Years after the leading one: plans that are not yet evaluated. */
  plans: DistributionRow[];
}

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
      basis: leading ? `${ja.unit[chart.unit]}を数えたものです。対象件数：${leading.total}件。${plans.map((row) => `${readPlan(row, chart.unit)}。`).join("")}` : "",
      table: tabulateRatings({ ...chart, groups }),
      model: { chart, who, partly, plans },
      empty: !leading || leading.total === 0,
    };
  },
};

/** 「令和8年度（計画）は5件の重点目標」 */
export function readPlan({ fiscalYear, total }: DistributionRow, unit: RatingDistribution["unit"]): string {
  return `${formatFiscalYear(fiscalYear)}（計画）は${countUnits(total, unit)}`;
}

/** 「政策推進部」, 「12部」, or 「全12部のうち7部」 where only some are rated. */
function nameWho({ plans, goals }: ChartRows, fiscalYear: number): Pick<Headline, "who" | "partly"> {
  const own = plans.filter((plan) => plan.fiscalYear === fiscalYear);
  const departments = [...new Set(own.map(({ department }) => department))];
  if (departments.length === 1) return { who: departments[0]!, partly: false };
  const rated = new Set(goals.filter((goal) => goal.fiscalYear === fiscalYear && goalRating(goal) !== null).map(({ department }) => department)).size;
  const partly = rated > 0 && rated < departments.length;
  return { who: partly ? `全${departments.length}部のうち${rated}部` : `${departments.length}部`, partly };
}
