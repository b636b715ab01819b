import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openPage, type Page } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { type ReadChart, readChart } from "@/app/_read/read-chart";
import { ChartChoice } from "@/components/embed/chart-choice";
import { PictureButtons } from "@/components/embed/chart-links";
import { ChartSettings } from "@/components/embed/chart-settings";
import { fitFrame } from "@/components/embed/height";
import { PictureCopier } from "@/components/embed/picture-copier";
import { type SnippetGroup, SnippetGroups } from "@/components/embed/snippet-list";
import { EmptySite } from "@/components/empty-site";
import { SiteFrame } from "@/components/site-frame";
import { Notice } from "@/components/ui/notice";
import { hasPublicUrl, siteUrl } from "@/db/config";
import { readContinuations } from "@/db/queries/continuations";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { listMunicipalities } from "@/db/queries/municipalities";
import { listPlans } from "@/db/queries/plans";
import { chartHref, chartPageHref } from "@/lib/chart-urls";
import { altText } from "@/lib/charts/alt-text";
import { findExample } from "@/lib/charts/goal/example";
import { CHARTS } from "@/lib/charts/registry";
import { municipalityOf } from "@/lib/domain/identifier";
import type { MunicipalityRow } from "@/lib/domain/rows";
import { printEmbed, printImage, printMarkdown, printScript } from "@/lib/embeds/snippets";
import { CHART, ID } from "@/lib/parameters/choices";
import { MUNICIPALITIES } from "@/lib/parameters/filters";
import { findPlace } from "@/lib/parameters/find-place";
import { subjectHref, valuesOf } from "@/lib/parameters/place";
import type { View } from "@/lib/parameters/view";
import type { SearchParameters } from "@/lib/query-parameters";
import { embedJa } from "@/lib/texts/embed-ja";
import { foundJa } from "@/lib/texts/found-ja";

interface EmbedPageProps {
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ searchParams }: EmbedPageProps): Promise<Metadata> {
  const page = await openBuilder(await searchParams);
  if (!page) return {};
  const charts = Object.values(CHARTS);
  // Unasked it is set to the first chart; set to anything, it names its chart.
  const unnamed = { ...page.place, takes: page.place.takes.filter(({ name }) => name !== CHART.name) };
  const isUsual = page.view.chart === charts[0]!.name && subjectHref(unnamed, page.view) === unnamed.path;
  const definition = CHARTS[page.view.chart];
  return pageMetadata(
    { ...page, place: isUsual ? unnamed : page.place },
    {
      title: isUsual ? embedJa.title : `${embedJa.title}：${definition.title}`,
      description: foundJa.embed(page.municipality, (isUsual ? charts : [definition]).map(({ title }) => title).join("・")),
      chart: { definition, view: page.view },
    },
  );
}

export default async function EmbedPage({ searchParams }: EmbedPageProps) {
  const site = await openBuilder(await searchParams);
  if (!site) return <EmptySite />;
  const { view, goals, example, municipalities } = site;
  const definition = CHARTS[view.chart];
  const [plans, chart] = [await listPlans(site.database, site.dataset), await readChart(definition, view)];
  const height = view.height ?? fitFrame(chart.facts, chart.source, view.width ?? undefined, view.title);
  return (
    <SiteFrame current={null} {...site}>
      <PictureCopier />
      <h1>{embedJa.title}</h1>
      <p>{embedJa.lead}</p>
      <ChartChoice definition={definition} view={{ ...view, goal: view.goal ?? example }} several={site.several} />
      <p className="text-ink-soft">{definition.description}</p>
      <ChartSettings definition={definition} view={view} plans={plans} goals={goals} shown={chart.plans} municipalities={municipalities} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-6 @min-[90rem]/page:grid-cols-2">
        <section aria-labelledby="preview-title" className="space-y-3">
          <h2 id="preview-title">{embedJa.preview}</h2>
          <iframe
            className="block max-w-full border border-rule bg-paper"
            src={chartHref(definition, view)}
            title={chart.facts.title}
            width={view.width ?? 640}
            height={height}
          />
          <p className="flex flex-wrap gap-x-3 print:hidden">
            <PictureButtons definition={definition} view={view} />
            <span className="text-ink-soft">{embedJa.picture.shape}</span>
          </p>
        </section>
        <section aria-labelledby="snippets-title" className="space-y-3 print:hidden">
          <h2 id="snippets-title">{embedJa.snippets}</h2>
          {!hasPublicUrl() && <Notice>{embedJa.onlyHere}</Notice>}
          <SnippetGroups groups={listSnippets(chart, height)} />
          <p>
            {embedJa.files}：
            {(["svg", "png", "csv", "json", "metadata.json", "zip"] as const).map((format) => (
              <a key={format} className="mr-3" href={chartHref(definition, view, format)}>
                {format}
              </a>
            ))}
          </p>
        </section>
      </div>
    </SiteFrame>
  );
}

/** The page as it is set to the chart that its address names; one of a goal that is not named, or not there, shows an example. */
async function openBuilder(parameters: SearchParameters) {
  const chosen = new URLSearchParams(
    valuesOf(parameters, CHART.name)
      .slice(0, 1)
      .map((chart) => [CHART.name, chart]),
  );
  const place = findPlace("/embed", chosen)!;
  const [id = null] = place.takes.includes(ID) ? valuesOf(parameters, ID.name) : [];
  const page = await openPage(place, parameters, id === null ? {} : { municipality: municipalityOf(id) });
  if (!page) return null;
  const goals = await listGoals(page.database, page.dataset);
  const municipalities = await listMunicipalities(page.database, page.dataset);
  const example = findExample(goals, await readContinuations(page.database, page.dataset, { level: "goal", reasons: false }));
  if (place.takes.includes(MUNICIPALITIES)) return { ...chooseMunicipalities(page, municipalities), goals, example, municipalities };
  if (!place.takes.includes(ID)) return { ...page, goals, example, municipalities };
  const isThere = id !== null && (await findGoal(page.database, page.dataset, id)) !== null;
  const problems = id === null || isThere ? page.problems : [...page.problems, { parameter: ID.name, value: id }];
  if (!isThere && example === null) notFound();
  return { ...page, view: { ...page.view, goal: isThere ? id : example }, problems, goals, example, municipalities };
}

/** The page with those municipalities that there are plans of; the others that its address asks for are reported, and as unasked. */
function chooseMunicipalities(page: Page, all: readonly MunicipalityRow[]): Page {
  const { municipalities: asked = [], ...filter } = page.view.filter;
  const known = asked.filter((id) => all.some((each) => each.id === id));
  const unknown = asked.filter((id) => !known.includes(id));
  return {
    ...page,
    view: { ...page.view, filter: known.length > 0 ? { ...filter, municipalities: known } : filter },
    problems: [...page.problems, ...unknown.map((value) => ({ parameter: MUNICIPALITIES.name, value }))],
  };
}

/** What can be copied of a chart: as the data go on, and as they are now. */
function listSnippets({ definition, view, facts, datasetId, parameters }: ReadChart, height: number): SnippetGroup[] {
  const print = (shown: View): [string, string][] => {
    const { dataset } = shown;
    const address = (form: Partial<View>, format?: "png") => siteUrl() + chartHref(definition, { ...shown, ...form }, format);
    const source = {
      title: facts.title,
      alt: altText(facts),
      height,
      url: address({ resize: true }),
      image: address({ scale: 2 }, "png"),
      page: siteUrl() + chartPageHref(definition, { ...shown, ...facts.span }),
      script: `${siteUrl()}/embed/v1.js`,
      chart: definition.name,
      parameters: dataset === null ? parameters : { ...parameters, dataset: [dataset] },
    };
    return [
      [embedJa.frame, printEmbed(source)],
      [embedJa.script, printScript(source)],
      [embedJa.markdown, printMarkdown(source)],
      [embedJa.image, printImage(source)],
      [embedJa.link, address({})],
    ];
  };
  const frozen = { title: embedJa.frozen, lead: embedJa.frozenLead, snippets: print({ ...view, dataset: datasetId }) };
  return view.dataset === null ? [{ title: embedJa.newest, lead: embedJa.newestLead, snippets: print(view) }, frozen] : [frozen];
}
