import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { PlanRow } from "@/lib/domain/rows";
import { shortHash } from "@/lib/domain/short-hash";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";

/** Where figures come from, in a sentence: city, document, years, data version. */
export function citeSource(plans: readonly PlanRow[], municipality: string, datasetId: string, language: Language = "ja"): string {
  const texts = chartTexts(language);
  return texts.source(municipality, texts.document(findDepartment(plans)), texts.documentYears(listYears(plans)), shortHash(datasetId));
}

/** How a chart is cited: in 和暦, in 西暦 and, where it is in English, in English. */
export interface Citation {
  wareki: string;
  seireki: string;
  english?: string;
}

/** How to cite a chart by its title in English. */
export function citeInEnglish(title: string, plans: readonly PlanRow[], municipality: string, datasetId: string, url: string): string {
  const { document, documentYears } = chartTexts("en");
  return `“${title}”, made by Ayumi from ${municipality}, ${document(findDepartment(plans))} (${documentYears(listYears(plans))}), data version ${shortHash(datasetId)}, ${url}`;
}

/** How to cite in 和暦 and in 西暦; `url` is the address that will always show the same. */
export function citeChart(title: string, plans: readonly PlanRow[], municipality: string, datasetId: string, url: string): Citation {
  const { document, documentYears } = chartTexts("ja");
  const years = listYears(plans);
  const cite = (told: string) =>
    `${municipality}「${document(findDepartment(plans))}」（${told}）をもとに「あゆみ」が作成した「${title}」、データ版 ${shortHash(datasetId)}、${url}`;
  return { wareki: cite(documentYears(years, formatFiscalYear)), seireki: cite(documentYears(years, (year) => `${year}年度`)) };
}

/** The department whose documents all are; `null` for several. */
function findDepartment(plans: readonly PlanRow[]): string | null {
  const departments = [...new Set(plans.map((plan) => plan.department))];
  return departments.length === 1 ? departments[0]! : null;
}

function listYears(plans: readonly PlanRow[]): number[] {
  return [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
}
