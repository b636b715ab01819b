import { licence, licenceUrl, shownDataset, siteUrl } from "@/db/config";
import { findDataset } from "@/db/queries/datasets";
import { chartHref } from "@/lib/chart-urls";
import { type Chart, describeChart } from "@/lib/charts/registry";
import { titleWithScope } from "@/lib/charts/scope-title";
import { isFictitious } from "@/lib/domain/fictitious";
import type { ChartOrigin } from "@/lib/files/chart-files";
import { citeChart, citeInEnglish, citeSource } from "@/lib/files/citation";
import { CHART_FORMATS, type ChartFormat } from "@/lib/parameters/charts";
import { UNFRAMED, type View } from "@/lib/parameters/view";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { readChartRows } from "./chart-rows";

/** A chart as one dataset has it, with what its files say of their origin. */
export interface ReadChart extends ChartOrigin {
  view: View;
  /** That the municipality, or one of several, is an invented one; `null` where it is not. Pictures and files say it with their source. */
  notice: string | null;
  /** The source without it. */
  attribution: string;
  /** There is a newer dataset than this one. */
  outdated: boolean;
}

/** Reads what a chart shows. Throws `RequestError` for an unknown dataset or goal, and where nothing was taken in yet. */
export async function readChart(definition: Chart, asked: View): Promise<ReadChart> {
  const { site, view, rows, scope } = await readChartRows(definition, asked);
  const { database, dataset, municipality } = site;
  const { language } = view;
  const described = describeChart(definition, rows, view);
  const { fiscalYears } = described;
  const plans = fiscalYears ? rows.plans.filter(({ fiscalYear }) => fiscalYears.includes(fiscalYear)) : rows.plans;
  const facts = { ...described, title: titleWithScope(described.title, { filter: scope, language }, rows.plans) };
  const frozen = { ...view, dataset: dataset.id, ...UNFRAMED };
  const addressOf = (format: ChartFormat) => siteUrl() + chartHref(definition, frozen, format);
  const newest = view.dataset === null ? dataset : await findDataset(database, shownDataset());
  const notice = noticeOf(rows.municipalities ?? [municipality], chartTexts(language));
  const attribution = citeSource(plans, municipality, dataset.id, language);
  return {
    ...{ notice, attribution },
    definition,
    view,
    facts,
    plans,
    datasetId: dataset.id,
    outdated: newest !== null && newest.id !== dataset.id,
    parameters: parametersOf(definition, view),
    source: (notice ?? "") + attribution,
    citation: {
      ...citeChart(facts.title, plans, municipality, dataset.id, addressOf("html")),
      ...(language === "en" && { english: citeInEnglish(facts.title, plans, municipality, dataset.id, addressOf("html")) }),
    },
    licence: { text: licence(language), url: licenceUrl() },
    urls: Object.fromEntries(CHART_FORMATS.map((format) => [format, addressOf(format)])),
  };
}

/** That what is shown, or some of it, is of no real municipality. */
function noticeOf(municipalities: readonly string[], texts: ChartTexts): string | null {
  const invented = municipalities.filter(isFictitious);
  if (invented.length === 0) return null;
  return invented.length === municipalities.length ? texts.fictitious : texts.partlyFictitious;
}

function parametersOf(definition: Chart, view: View): Record<string, string[]> {
  const { searchParams } = new URL(chartHref(definition, { ...view, dataset: null }), "http://localhost");
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}
