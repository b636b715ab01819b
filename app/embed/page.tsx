import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChartChoice, ChartSettings } from "@/components/embed/chart-settings";
import { fitFrame } from "@/components/embed/height";
import { SnippetList } from "@/components/embed/snippet-list";
import { EmptySite } from "@/components/empty-site";
import { SiteFrame } from "@/components/site-frame";
import { siteUrl } from "@/db/config";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { chartHref, chartPageHref, parseChartView, type ChartView } from "@/lib/chart-urls";
import { CHARTS, isChartName, type ChartDefinition } from "@/lib/charts/registry";
import { printFrame, printImage, printMarkdown, printScript } from "@/lib/files/embed-snippets";
import { RequestError } from "@/lib/request-error";
import { embedJa } from "@/lib/texts/embed-ja";
import type { ParameterProblem, SearchParameters } from "@/lib/url-parameters";
import { openSite } from "../open-site";
import { readChart, type ReadChart } from "../read-chart";

export const metadata: Metadata = { title: embedJa.title };

export default async function EmbedPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { definition, view, problems } = readView(await searchParams);
  const site = await openSite(view.dataset, view.filter.municipalities?.[0]);
  if (!site) return view.dataset ? notFound() : <EmptySite />;
  const [plans, goals, chart] = [await listPlans(site.database, site.dataset), await listGoals(site.database, site.dataset), await readChart(definition, view)];
  const height = fitFrame(chart.facts, chart.source, view.width ?? undefined);
  return (
    <SiteFrame current={null} {...site} problems={problems}>
      <h1>{embedJa.title}</h1>
      <p>{embedJa.lead}</p>
      <ChartChoice definition={definition} view={view} />
      <p className="soft">{definition.description}</p>
      <ChartSettings definition={definition} view={view} plans={plans} goals={goals} />
      <section aria-labelledby="preview-title" className="stack">
        <h2 id="preview-title">{embedJa.preview}</h2>
        <iframe className="embed-preview" src={chartHref(definition, view)} title={chart.facts.title} width={view.width ?? 640} height={height} />
      </section>
      <section aria-labelledby="snippets-title" className="stack no-print">
        <h2 id="snippets-title">{embedJa.snippets}</h2>
        <SnippetList snippets={listSnippets(chart, height)} />
        <p>
          {embedJa.files}：
          {(["svg", "png", "csv", "json", "metadata.json", "zip"] as const).map((format) => (
            <a key={format} className="file-link" href={chartHref(definition, view, format)}>
              {format}
            </a>
          ))}
        </p>
      </section>
    </SiteFrame>
  );
}

/** What cannot be read is left out and told, with the chart as it is unasked. */
function readView({ chart, ...parameters }: SearchParameters): { definition: ChartDefinition; view: ChartView; problems: ParameterProblem[] } {
  const asked = typeof chart === "string" ? chart : "";
  const definition = CHARTS[isChartName(asked) ? asked : "rating-distribution"];
  const problems = asked !== "" && !isChartName(asked) ? [{ parameter: "chart", value: asked.slice(0, 60) }] : [];
  for (;;) {
    try {
      return { definition, view: parseChartView(definition, parameters), problems };
    } catch (error) {
      if (!(error instanceof RequestError) || error.parameter === null || !(error.parameter in parameters)) throw error;
      problems.push({ parameter: error.parameter, value: String(parameters[error.parameter]).slice(0, 60) });
      delete parameters[error.parameter];
    }
  }
}

function listSnippets({ definition, view, facts, datasetId, parameters }: ReadChart, height: number): [string, string][] {
  const address = (of: ChartView, format?: "png") => siteUrl() + chartHref(definition, of, format);
  const { title } = facts;
  const frozen = { ...view, dataset: datasetId };
  const source = {
    title,
    height,
    url: address(view),
    image: address({ ...view, scale: 2 }, "png"),
    page: siteUrl() + chartPageHref(definition, view),
    script: `${siteUrl()}/embed/v1.js`,
    chart: definition.name,
    parameters: view.dataset === null ? parameters : { ...parameters, dataset: [view.dataset] },
  };
  return [
    [embedJa.frame, printFrame(source)],
    [embedJa.frozenFrame, printFrame({ ...source, url: address(frozen) })],
    [embedJa.script, printScript(source)],
    [embedJa.markdown, printMarkdown(source)],
    [embedJa.image, printImage(source)],
    [embedJa.link, source.url],
    [embedJa.frozenLink, address(frozen)],
  ];
}
