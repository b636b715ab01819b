import { goalRating } from "@/lib/domain/goal-filter";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import type { ChartRows } from "../contract";
import type { DistributionRow, RatingDistribution } from "../rating-distribution/model";

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

/** 「政策推進部」, 「12部」, or 「全12部のうち7部」 where only some are rated. */
export function nameWho({ plans, goals }: ChartRows, fiscalYear: number, texts: ChartTexts): Pick<Headline, "who" | "partly"> {
  const own = plans.filter((plan) => plan.fiscalYear === fiscalYear);
  const departments = [...new Set(own.map(({ department }) => department))];
  if (departments.length === 1) return { who: departments[0]!, partly: false };
  const rated = new Set(goals.filter((goal) => goal.fiscalYear === fiscalYear && goalRating(goal) !== null).map(({ department }) => department)).size;
  const partly = rated > 0 && rated < departments.length;
  return { who: partly ? texts.distribution.summary.partly(departments.length, rated) : texts.departments(departments.length), partly };
}
