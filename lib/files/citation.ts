import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { PlanRow } from "@/lib/domain/rows";
import { shortHash } from "@/lib/domain/short-hash";

/** Where figures come from, in a sentence: city, document, years, data version. */
export function citeSource(plans: readonly PlanRow[], municipality: string, datasetId: string): string {
  return `出典：${municipality}「${nameDocument(plans)}」（${listYears(plans, formatFiscalYear)}）。データ版 ${shortHash(datasetId)}。`;
}

/** How to cite in 和暦 and in 西暦; `url` is the address that will always show the same. */
export function citeChart(title: string, plans: readonly PlanRow[], municipality: string, datasetId: string, url: string): { wareki: string; seireki: string } {
  const cite = (format: (year: number) => string) =>
    `${municipality}「${nameDocument(plans)}」（${listYears(plans, format)}）をもとに「あゆみ」が作成した「${title}」、データ版 ${shortHash(datasetId)}、${url}`;
  return { wareki: cite(formatFiscalYear), seireki: cite((year) => `${year}年度`) };
}

function nameDocument(plans: readonly PlanRow[]): string {
  const departments = [...new Set(plans.map((plan) => plan.department))];
  return departments.length === 1 ? `${departments[0]} 運営方針` : "運営方針";
}

function listYears(plans: readonly PlanRow[], format: (year: number) => string): string {
  const years = [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
  if (years.length === 0) return "該当する年度なし";
  return years.length <= 4 ? years.map(format).join("・") : `${format(years[0]!)}から${format(years.at(-1)!)}までの${years.length}年度`;
}
