import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RibbonFigure } from "@/components/charts/continuation-ribbon/figure";
import { ContinuationFilters, LevelChoice } from "@/components/continuation-filters";
import { EmptySite } from "@/components/empty-site";
import { PlanSources } from "@/components/plan-sources";
import { SiteFrame } from "@/components/site-frame";
import { readContinuations } from "@/db/queries/continuations";
import { listPlans } from "@/db/queries/plans";
import { makeRibbon } from "@/lib/charts/continuation-ribbon";
import { ja } from "@/lib/texts/ja";
import { continuationHref, itemHref, parseContinuationsView, type SearchParameters } from "@/lib/urls";
import { openSite } from "../open-site";

export const metadata: Metadata = { title: ja.site.continuations };

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
        source={<PlanSources plans={plans} dataset={view.dataset} />}
      />
    </SiteFrame>
  );
}
