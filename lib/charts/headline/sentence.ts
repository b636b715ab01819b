import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { DistributionRow, RatingDistribution } from "../rating-distribution/model";
import { countUnits } from "../rating-distribution/sentence";

/** 「令和8年度（計画）は5件の重点目標」 */
export function readPlan({ fiscalYear, total }: DistributionRow, unit: RatingDistribution["unit"]): string {
  return `${formatFiscalYear(fiscalYear)}（計画）は${countUnits(total, unit)}`;
}
