import type { Metadata } from "next";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { readChart } from "@/app/_read/read-chart";
import { readPanel } from "@/app/_read/read-panel";
import { RibbonFigure } from "@/components/charts/continuation-ribbon/figure";
import { leadToPanel } from "@/components/charts/goal-lead";
import { ContinuationFilters, LevelChoice } from "@/components/continuation-filters";
import { ChartLinks } from "@/components/embed/chart-links";
import { PictureCopier } from "@/components/embed/picture-copier";
import { EmptySite } from "@/components/empty-site";
import { GoalPanel } from "@/components/goal-panel/panel";
import { ReturnFocus } from "@/components/goal-panel/return-focus";
import { PlanSources } from "@/components/plan-sources";
import { SiteFrame } from "@/components/site-frame";
import { Still } from "@/components/still";
import { readContinuations } from "@/db/queries/continuations";
import { listPlans } from "@/db/queries/plans";
import { findPageChart } from "@/lib/chart-urls";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query-parameters";
import { foundJa } from "@/lib/texts/found-ja";
import { ja } from "@/lib/texts/ja";
import { panelHref } from "@/lib/urls";

/** The ribbon, and beside it, where there is room, the goal that was pressed. */
const WITH_PANEL = "grid grid-cols-1 items-start gap-x-10 gap-y-6 @min-[66rem]/page:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]";

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.continuations, await searchParams);
  if (!page) return {};
  const chart = findPageChart(PAGES.continuations, page.view)!;
  const { facts } = await readChart(chart.definition, chart.view);
  return pageMetadata(page, { title: foundJa.continuations(page.municipality), description: `${facts.title}：${facts.reading}`, chart });
}

export default async function ContinuationsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const opened = await openPage(PAGES.continuations, await searchParams);
  if (!opened) return <EmptySite />;
  const { panel, ...site } = await readPanel(opened);
  const { view } = site;
  const chart = findPageChart(PAGES.continuations, view)!;
  const plans = await listPlans(site.database, site.dataset);
  const history = await readContinuations(site.database, site.dataset, { level: view.level, reasons: view.filter.departments ?? true });
  return (
    <SiteFrame current="continuations" {...site}>
      <Still as="div" className="space-y-4.5">
        <h1>{site.several ? `${site.municipality}の${ja.site.continuations}` : ja.site.continuations}</h1>
        <LevelChoice view={view} />
        <ContinuationFilters view={view} items={history.items} />
      </Still>
      <ReturnFocus />
      <PictureCopier />
      <div className={panel ? WITH_PANEL : undefined}>
        <RibbonFigure
          facts={describeChart(CHARTS["continuation-ribbon"], { plans, goals: [], history }, chart.view)}
          view={chart.view}
          panel={leadToPanel(PAGES.continuations, view)}
          source={
            <>
              <PlanSources plans={plans} dataset={view.dataset} /> <ChartLinks {...chart} />
            </>
          }
        />
        {panel && <GoalPanel {...panel} closeHref={panelHref(PAGES.continuations, view, null)} dataset={view.dataset} />}
      </div>
    </SiteFrame>
  );
}
