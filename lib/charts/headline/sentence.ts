import type { ChartTexts } from "@/lib/texts/chart-ja";
import type { DistributionRow, RatingDistribution } from "../rating-distribution/model";

/** 「令和8年度（計画）は5件の重点目標」 */
export function readPlan({ fiscalYear, total }: DistributionRow, unit: RatingDistribution["unit"], texts: ChartTexts): string {
  return texts.distribution.summary.plan(fiscalYear, texts.countUnits(total, unit));
}
