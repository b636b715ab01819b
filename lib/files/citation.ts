import { groupBy } from "@/lib/charts/group-by";
import { MOST_PANELS } from "@/lib/charts/municipalities/model";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { PlanRow } from "@/lib/domain/rows";
import { shortHash } from "@/lib/domain/short-hash";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";

/** Where figures come from, in a sentence: city, document, years, data version. */
export function citeSource(plans: readonly PlanRow[], municipality: string, datasetId: string, language: Language = "ja"): string {
  const texts = chartTexts(language);
  return texts.source(citeDocuments(plans, municipality, texts), shortHash(datasetId));
}

/** How a chart is cited: in 和暦, in 西暦 and, where it is in English, in English. */
export interface Citation {
  wareki: string;
  seireki: string;
  english?: string;
}

/** How to cite a chart by its title in English. */
export function citeInEnglish(title: string, plans: readonly PlanRow[], municipality: string, datasetId: string, url: string): string {
  return `“${title}”, made by Ayumi from ${citeDocuments(plans, municipality, chartTexts("en"))}, data version ${shortHash(datasetId)}, ${url}`;
}

/** How to cite in 和暦 and in 西暦; `url` is the address that will always show the same. */
export function citeChart(title: string, plans: readonly PlanRow[], municipality: string, datasetId: string, url: string): Citation {
  const cite = (format: (year: number) => string) =>
    `${citeDocuments(plans, municipality, chartTexts("ja"), format)}をもとに「あゆみ」が作成した「${title}」、データ版 ${shortHash(datasetId)}、${url}`;
  return { wareki: cite(formatFiscalYear), seireki: cite((year) => `${year}年度`) };
}

/** City, document and years; of several cities those of the same document and years together, and of more than a drawing holds how many. `municipality` is the one where there are no plans. */
function citeDocuments(plans: readonly PlanRow[], municipality: string, texts: ChartTexts, format?: (year: number) => string): string {
  const cities = [...groupBy(plans, (plan) => plan.municipality)];
  const cited = (cities.length === 0 ? [[municipality, plans] as const] : cities.slice(0, MOST_PANELS)).map(([name, own]) => ({
    name,
    document: texts.document(findDepartment(own)),
    years: texts.documentYears(listYears(own), format),
  }));
  const alike = [...groupBy(cited, ({ document, years }) => `${document}\n${years}`).values()];
  const told = alike.map((own) =>
    texts.cited(
      own.map(({ name }) => name),
      own[0]!.document,
      own[0]!.years,
    ),
  );
  return texts.citedTogether(cities.length > MOST_PANELS ? [...told, texts.moreMunicipalities(cities.length - MOST_PANELS)] : told);
}

/** The department whose documents all are; `null` for several. */
function findDepartment(plans: readonly PlanRow[]): string | null {
  const departments = [...new Set(plans.map((plan) => plan.department))];
  return departments.length === 1 ? departments[0]! : null;
}

function listYears(plans: readonly PlanRow[]): number[] {
  return [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
}
