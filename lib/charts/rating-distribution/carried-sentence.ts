import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import type { InitiativeCounts } from "./carried";
import type { CarriedKey, DistributionRow, RatingDistribution, Segment } from "./model";

/** How many of a row's units were carried on. */
export function countCarried({ segments }: Pick<DistributionRow, "segments">): number {
  return segments.reduce((sum, { carried = 0 }) => sum + carried, 0);
}

/** 「令和3年度から続く目標（候補）」: what the mark stands for, and how sure that is. */
export function nameCarried({ from, count, confirmed }: CarriedKey, unit: RatingDistribution["unit"]): string {
  const what = unit === "goals" ? "目標" : `${ja.unit.goals}の${ja.unit.targets}`;
  return `${formatFiscalYear(from)}から続く${what}（${describeStatus(count, confirmed)}）`;
}

/** 「令和3年度から続く（候補）」, of one goal or of several. */
export function describeCarried({ from }: Pick<CarriedKey, "from">, count: number, confirmed: number): string {
  return `${formatFiscalYear(from)}から続く（${describeStatus(count, confirmed)}）`;
}

/** 「、うち令和3年度から続く（候補）3件」, of a part of a chart; empty where there is none. */
export function tellCarried(carried: Pick<CarriedKey, "from"> | null, { carried: count = 0, confirmed = 0 }: Pick<Segment, "carried" | "confirmed">): string {
  return carried === null || count === 0 ? "" : `、うち${describeCarried(carried, count, confirmed)}${count}件`;
}

/** The same of a row. */
export function tellRowCarried(carried: Pick<CarriedKey, "from"> | null, row: DistributionRow): string {
  return tellCarried(carried, { carried: countCarried(row), confirmed: row.segments.reduce((sum, { confirmed = 0 }) => sum + confirmed, 0) });
}

/** 「平成30年度の具体的取組12件のうち10件が令和7年度に続く（候補）」 */
export function tellInitiatives({ from, to }: Pick<CarriedKey, "from" | "to">, { before, continuing }: InitiativeCounts): string {
  return `${formatFiscalYear(from)}の${ja.field.initiative}${before}件のうち${continuing}件が${formatFiscalYear(to)}に続く（候補を含む）`;
}

/** What the figures beside a matrix of departments are; empty where there are none. */
export function describeInitiatives({ carried, groups }: Pick<RatingDistribution, "carried" | "groups">): string {
  if (!carried || !groups.some(({ initiatives }) => initiatives)) return "";
  return `続く取組は、${formatFiscalYear(carried.from)}の${ja.field.initiative}のうち${formatFiscalYear(carried.to)}に続くものの件数です（候補を含む）。`;
}

/** What the drawing dims, with the counts of each year; or why nothing can be told of the year that was asked for; empty where none was. */
export function readCarried({ carried, totals, unit }: Pick<RatingDistribution, "carried" | "totals" | "unit">, asked: number | null | undefined): string {
  if (asked === null || asked === undefined) return "";
  if (!carried) return `${formatFiscalYear(asked)}から続く目標は、示せません（その年度の${ja.unit.goals}がないか、後に評価された年度がありません）。`;
  const years = totals
    .filter((row) => row.total > 0 && row.fiscalYear >= carried.from)
    .map((row) => `${formatFiscalYear(row.fiscalYear)}は${row.total}件のうち${countCarried(row)}件`);
  return `${nameCarried(carried, unit)}を濃く、ほかを薄く示しています：${years.join("、")}。`;
}

function describeStatus(count: number, confirmed: number): string {
  if (confirmed === 0) return "候補";
  return confirmed === count ? "職員確認済み" : `候補。うち${confirmed}件は職員確認済み`;
}
