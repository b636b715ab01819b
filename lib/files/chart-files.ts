import { stringify } from "csv-stringify/sync";
import { strToU8, zipSync } from "fflate";
import { type Chart, type DescribedChart, introduceChart } from "@/lib/charts/registry";
import type { RatingScaleEntry } from "@/lib/domain/plan";
import type { PlanRow } from "@/lib/domain/rows";
import type { Header } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Citation } from "./citation";
import { chartHeadOf } from "./column-head";

/** What every file of a chart says of itself. */
export interface ChartOrigin {
  definition: Chart;
  facts: DescribedChart;
  plans: readonly PlanRow[];
  datasetId: string;
  /** The query that was asked, without the dataset. */
  parameters: Record<string, string[]>;
  source: string;
  citation: Citation;
  licence: { text: string; url: string | null };
  /** Whole addresses of the frozen forms, by form. */
  urls: Record<string, string>;
}

/**
 * A chart's table as CSV: RFC 4180, CRLF, UTF-8 with byte order mark, one value a cell, an empty cell where there is
 * none; a text that a spreadsheet would take for a formula is led by an apostrophe.
 */
export function printChartCsv({ name, table: { columns, rows } }: Pick<DescribedChart, "name" | "table">, header: Header = "name"): string {
  return stringify([columns.map((column) => chartHeadOf(name, column, header)), ...rows], { bom: true, record_delimiter: "windows", escape_formulas: true });
}

/** A chart's rows as JSON, each an object by column name. */
export function printChartJson({ definition, facts, datasetId, parameters, source }: ChartOrigin): string {
  const { columns, rows } = facts.table;
  return print({
    chart: definition.name,
    title: facts.title,
    reading: facts.reading,
    basis: facts.basis,
    source,
    dataset: datasetId,
    parameters,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))),
  });
}

/** What a chart's columns mean, where its figures come from, and how to cite it. */
export function printChartMetadata({ definition, facts, plans, datasetId, parameters, source, citation, licence, urls }: ChartOrigin): string {
  return print({
    chart: definition.name,
    title: facts.title,
    description: introduceChart(definition, facts.language).description,
    language: facts.language,
    reading: facts.reading,
    basis: facts.basis,
    dataset: datasetId,
    parameters,
    columns: facts.table.columns.map(({ name, label, description, type, unit }) => ({ name, label, description, type, unit: unit ?? null })),
    documents: plans.map(({ documentId, fileName, fiscalYear, department, municipality, stage }) => ({
      id: documentId,
      fileName,
      municipality,
      department,
      fiscalYear,
      stage,
    })),
    ratingScales: listScales(plans),
    source,
    citation,
    licence: licence.text,
    licenceUrl: licence.url,
    urls,
  });
}

/** All forms of a chart in one ZIP file, with a README; the same input gives the same bytes. */
export function zipChart(origin: ChartOrigin, { svg, png }: { svg: string; png: Uint8Array }): Uint8Array {
  const { name } = origin.definition;
  const files = {
    "README.txt": strToU8(describeFiles(origin)),
    [`${name}.svg`]: strToU8(svg),
    [`${name}.png`]: png,
    [`${name}.csv`]: strToU8(printChartCsv(origin.facts)),
    [`${name}.json`]: strToU8(printChartJson(origin)),
    [`${name}.metadata.json`]: strToU8(printChartMetadata(origin)),
  };
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

function describeFiles({ definition: { name }, facts, source, citation, licence, urls }: ChartOrigin): string {
  const texts = chartTexts(facts.language);
  const { files } = texts;
  const lines = [
    facts.title,
    "",
    facts.reading,
    facts.basis,
    source,
    "",
    ...(["svg", "png", "csv", "json", "metadata.json"] as const).map((format) => `${`${name}.${format}`.padEnd(name.length + 16)}${files[format]}`),
    "",
    ...(["wareki", "seireki", "english"] as const).flatMap((form) => (citation[form] === undefined ? [] : texts.told(files[form], citation[form]))),
    texts.told(files.licence, licence.url ? texts.within(licence.text, licence.url) : licence.text),
    texts.told(files.frozen, urls.html ?? ""),
  ];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

interface UsedScale {
  /** Where plans of several are shown: each rates by its own, also where two print the same. */
  municipality?: string;
  fiscalYears: number[];
  scale: RatingScaleEntry[];
}

/** The different scales of the plans shown, as the documents print them, with the years that use each. */
function listScales(plans: readonly PlanRow[]): UsedScale[] {
  const several = new Set(plans.map(({ municipality }) => municipality)).size > 1;
  const scales = new Map<string, UsedScale>();
  for (const { municipality, fiscalYear, ratingScale } of plans) {
    const whose = several ? { municipality } : {};
    const key = JSON.stringify([whose, ratingScale]);
    const known = scales.get(key) ?? { ...whose, fiscalYears: [], scale: ratingScale };
    if (!known.fiscalYears.includes(fiscalYear)) known.fiscalYears.push(fiscalYear);
    scales.set(key, known);
  }
  return [...scales.values()];
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
