import type { Metadata } from "next";
import { AttentionList } from "@/components/attention-list";
import { CarriedOnSummary } from "@/components/carried-on-summary";
import { DistributionFigure } from "@/components/charts/rating-distribution/figure";
import { OverviewChoices } from "@/components/choices";
import { ChartLinks } from "@/components/embed/chart-links";
import { EmptySite } from "@/components/empty-site";
import { Headline } from "@/components/headline";
import { OverviewFilters } from "@/components/overview-filters";
import { PlanSources } from "@/components/plan-sources";
import { SiteFrame } from "@/components/site-frame";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { findPageChart } from "@/lib/chart-urls";
import { listAttention } from "@/lib/charts/attention";
import { sumUpCarriedOn } from "@/lib/charts/carried-on";
import { countRatings } from "@/lib/charts/rating-distribution";
import { selectHistory } from "@/lib/domain/continuation-history";
import { PAGES } from "@/lib/parameters/pages";
import { readView } from "@/lib/parameters/place";
import type { SearchParameters } from "@/lib/query";
import { briefingHref, goalsHref } from "@/lib/urls";
import { chartMetadata } from "./chart-metadata";
import { openPage } from "./open-site";

/** The panels: below each other, the drawing beside what needs a look, and on a wide screen all three. */
const PANELS = "grid grid-cols-1 gap-x-12 gap-y-8 @min-[66rem]/page:grid-cols-[minmax(0,1fr)_22rem] @min-[90rem]/page:grid-cols-[minmax(0,44rem)_1fr_1fr]";

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const { definition, view } = findPageChart(PAGES.overview, readView(PAGES.overview, await searchParams).view)!;
  return chartMetadata(definition, view);
}

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.overview, await searchParams);
  if (!site) return <EmptySite />;
  const { view } = site;
  const { filter } = view;
  const allPlans = await listPlans(site.database, site.dataset);
  const goals = await listGoals(site.database, site.dataset, filter);
  const plans = allPlans.filter(
    (plan) =>
      (filter.fiscalYears?.includes(plan.fiscalYear) ?? true) && (filter.departments?.includes(plan.departmentId) ?? true),
  );
  const counted = { filter, unit: view.of === "targets" ? "targets" : "goals", measure: view.measure, by: view.by } as const;
  const chart = countRatings(plans, goals, counted);
  const carriedOn = sumUpCarriedOn(selectHistory(await readContinuations(site.database, site.dataset, { level: "goal", reasons: false }), { ...filter, fiscalYears: undefined }), filter.fiscalYears);
  const severalDepartments = new Set(allPlans.map((plan) => plan.department)).size > 1;
  return (
    <SiteFrame current="overview" {...site}>
      <Headline chart={countRatings(plans, goals, { filter, unit: "goals", measure: "count", by: "year" })} plans={plans} dataset={view.dataset} municipality={site.several ? site.municipality : null} />
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 print:hidden">
        <OverviewFilters view={view} plans={allPlans} />
        {chart.fiscalYears.length > 0 && <a href={briefingHref(chart.fiscalYears.at(-1)!, view)}>印刷用の一枚（A4）</a>}
      </div>
      <div className={PANELS}>
        <DistributionFigure
          chart={chart}
          dataset={view.dataset}
          controls={<OverviewChoices view={view} groupings={severalDepartments ? ["area", "policy-goal", "department"] : ["area", "policy-goal"]} />}
          source={
            <>
              <PlanSources plans={plans} dataset={view.dataset} />{" "}
              <a href={goalsHref(view, view.of === "targets" ? "/api/targets.csv" : "/api/goals.csv")}>CSV</a>　<ChartLinks {...findPageChart(PAGES.overview, view)!} />
            </>
          }
        />
        <AttentionList attention={listAttention(plans, goals)} view={view} />
        {carriedOn && <CarriedOnSummary carriedOn={carriedOn} view={view} />}
      </div>
    </SiteFrame>
  );
}
