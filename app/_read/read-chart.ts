import { licence, shownDataset, siteUrl } from "@/db/config";
import { settleFilter } from "@/db/queries/city-order";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { chartHref } from "@/lib/chart-urls";
import { type Chart, describeChart } from "@/lib/charts/registry";
import { titleWithScope } from "@/lib/charts/scope-title";
import { isFictitious } from "@/lib/domain/fictitious";
import { takesPlan } from "@/lib/domain/goal-filter";
import type { ChartOrigin } from "@/lib/files/chart-files";
import { citeChart, citeInEnglish, citeSource } from "@/lib/files/citation";
import { CHART_FORMATS, type ChartFormat } from "@/lib/parameters/charts";
import { UNFRAMED, type View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import { readSite } from "./read-site";

/** A chart as one dataset has it, with what its files say of their origin. */
export interface ReadChart extends ChartOrigin {
  view: View;
  /** That the municipality is an invented one; `null` where it is not. Pictures and files say it with their source. */
  notice: string | null;
  /** The source without it. */
  attribution: string;
  /** There is a newer dataset than this one. */
  outdated: boolean;
}

/** Reads what a chart shows. Throws `RequestError` for an unknown dataset, and where nothing was taken in yet. */
export async function readChart(definition: Chart, asked: View): Promise<ReadChart> {
  const { database, dataset, municipality } = await readSite(asked.dataset, asked.filter.municipalities?.[0]);
  const view = { ...asked, filter: settleFilter(dataset, asked.filter) };
  const { departments } = view.filter;
  const plans = (await listPlans(database, dataset)).filter((plan) => takesPlan(view.filter, plan));
  const [ofGoals, ofLinks] = [definition.needs.includes("goals"), definition.needs.includes("continuations")];
  const goals = ofGoals ? await listGoals(database, dataset, view.filter) : [];
  const history = ofLinks
    ? await readContinuations(database, dataset, {
        ...(!definition.marksCarried && { level: view.of === "initiatives" ? "initiative" : "goal" }),
        reasons: !ofGoals && (departments ?? true),
      })
    : { items: [], comparisons: [] };
  const described = describeChart(definition, { plans, goals, history }, view);
  const texts = chartTexts(view.language);
  const facts = { ...described, title: titleWithScope(described.title, { filter: asked.filter, language: view.language }, plans) };
  const frozen = { ...view, dataset: dataset.id, ...UNFRAMED };
  const addressOf = (format: ChartFormat) => siteUrl() + chartHref(definition, frozen, format);
  const newest = view.dataset === null ? dataset : await findDataset(database, shownDataset());
  const notice = isFictitious(municipality) ? texts.fictitious : null;
  const attribution = citeSource(plans, municipality, dataset.id, view.language);
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
      ...(view.language === "en" && { english: citeInEnglish(facts.title, plans, municipality, dataset.id, addressOf("html")) }),
    },
    licence: licence(),
    urls: Object.fromEntries(CHART_FORMATS.map((format) => [format, addressOf(format)])),
  };
}

function parametersOf(definition: Chart, view: View): Record<string, string[]> {
  const { searchParams } = new URL(chartHref(definition, { ...view, dataset: null }), "http://localhost");
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}
