import { formatFiscalYear } from "@/lib/domain/fiscal-year";
<<<<<<< HEAD
import type { PlanRow } from "@/lib/domain/rows";

/** Characters of a dataset's id that texts show. */
export const SHORT_ID = 12;

/** Where figures come from, in a sentence: city, document, years, data version. */
export function citeSource(plans: readonly PlanRow[], municipality: string, datasetId: string): string {
  return `出典：${municipality}「${nameDocument(plans)}」（${listYears(plans, formatFiscalYear)}）。データ版 ${datasetId.slice(0, SHORT_ID)}。`;
}

/** How to cite in 和暦 and in 西暦; `url` is the address that will always show the same. */
export function citeChart(title: string, plans: readonly PlanRow[], municipality: string, datasetId: string, url: string): { wareki: string; seireki: string } {
  const cite = (format: (year: number) => string) =>
    `${municipality}「${nameDocument(plans)}」（${listYears(plans, format)}）をもとに「あゆみ」が作成した「${title}」、データ版 ${datasetId.slice(0, SHORT_ID)}、${url}`;
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
=======

/** Under what terms the data may be used, as the configuration says. `name` is `null` where nothing was granted. */
export interface License {
  name: string | null;
  url: string | null;
}

/** What a citation names. */
export interface Cited {
  municipality: string;
  /** Fiscal years of the plans cited. */
  fiscalYears: readonly number[];
  dataset: { id: string; createdAt: string };
  /** An address that names the dataset. */
  url: string;
}

/** 出典：柏原市「運営方針」 */
export function printAttribution(municipality: string): string {
  return `出典：${municipality}「運営方針」`;
}

/** What may be done with the data, in one sentence; it claims nothing that was not granted. */
export function describeLicense({ name }: License, municipality: string): string {
  return name ? `このデータは「${name}」により利用できます。` : `再利用の条件は${municipality}の定めるところによります。`;
}

/** How to cite a dataset, with the years and the day of the version in the Japanese (`ja`) and in the Western calendar. */
export function citeDataset({ municipality, fiscalYears, dataset, url }: Cited, calendar: "ja" | "western"): string {
  const years = [...new Set(fiscalYears)].sort((a, b) => a - b).map((year) => (calendar === "ja" ? formatFiscalYear(year) : `${year}年度`));
  return `${municipality}「運営方針」（${years.join("、")}）。あゆみ、データ版${dataset.id.slice(0, 12)}（${formatDay(dataset.createdAt, calendar)}）。${url}`;
}

/** A day in Japan: 令和8年11月21日, or 2026年11月21日. */
function formatDay(time: string, calendar: "ja" | "western"): string {
  const locale = calendar === "ja" ? "ja-JP-u-ca-japanese" : "ja-JP";
  const options = { timeZone: "Asia/Tokyo", year: "numeric", month: "long", day: "numeric" } as const;
  return new Intl.DateTimeFormat(locale, calendar === "ja" ? { ...options, era: "long" } : options).format(new Date(time));
>>>>>>> 58c821f (All that was read can be taken as tables: CSV, JSON and Excel files from one registry, with an OpenAPI description.)
}
