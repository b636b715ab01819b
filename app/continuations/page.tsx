import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RibbonFigure } from "@/components/charts/continuation-ribbon/figure";
import { ContinuationFilters, LevelChoice } from "@/components/continuation-filters";
import { ChartLinks } from "@/components/embed/chart-links";
import { EmptySite } from "@/components/empty-site";
import { PlanSources } from "@/components/plan-sources";
import { SiteFrame } from "@/components/site-frame";
import { readContinuations } from "@/db/queries/continuations";
import { listPlans } from "@/db/queries/plans";
import { defaultView, type ChartView } from "@/lib/chart-urls";
import { makeRibbon } from "@/lib/charts/continuation-ribbon";
import { CHARTS } from "@/lib/charts/registry";
import { municipalityFilter } from "@/lib/domain/goal-filter";
import { ja } from "@/lib/texts/ja";
import { type SearchParameters } from "@/lib/url-parameters";
import { continuationHref, itemHref, parseContinuationsView, type ContinuationsView } from "@/lib/urls";
import { chartMetadata } from "../chart-metadata";
import { openSite } from "../open-site";

const RIBBON = CHARTS["continuation-ribbon"];

/** The view's ribbon as it is quoted: by level, department and area. */
function quote({ level, filter: { departments, policyAreas, ...rest }, dataset }: ContinuationsView): ChartView {
  const filter = { ...municipalityFilter(rest), ...(departments && { departments }), ...(policyAreas && { policyAreas }) };
  return { ...defaultView(RIBBON), filter, of: level === "initiative" ? "initiatives" : "goals", dataset };
}

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  return { title: ja.site.continuations, ...chartMetadata(RIBBON, quote(parseContinuationsView(await searchParams).view)) };
}

export default async function ContinuationsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { view, problems } = parseContinuationsView(await searchParams);
  const site = await openSite(view.dataset, view.filter.municipalities?.[0]);
  if (!site) return view.dataset ? notFound() : <EmptySite />;
  const plans = await listPlans(site.database, site.dataset);
  const history = await readContinuations(site.database, site.dataset, { level: view.level, reasons: view.filter.departments ?? true });
  return (
    <SiteFrame current="continuations" {...site} problems={problems}>
      <h1>{site.several ? `${site.municipality}の${ja.site.continuations}` : ja.site.continuations}</h1>
      <LevelChoice view={view} />
      <ContinuationFilters view={view} items={history.items} />
      <RibbonFigure
        ribbon={makeRibbon(history, view)}
        hrefOfItem={(key) => itemHref(key, view.dataset)}
        hrefOfLink={(predecessor, successor) => continuationHref(predecessor, successor, view.dataset)}
        source={
          <>
            <PlanSources plans={plans} dataset={view.dataset} /> <ChartLinks definition={RIBBON} view={quote(view)} />
          </>
        }
      />
    </SiteFrame>
  );
}
