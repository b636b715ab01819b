import type { Metadata } from "next";
import { CarriedOnSummary } from "@/components/carried-on-summary";
import { AttentionFigure } from "@/components/charts/attention/figure";
import { HeadlineFigure } from "@/components/charts/headline/figure";
import { DistributionFigure } from "@/components/charts/rating-distribution/figure";
import { OverviewChoices } from "@/components/choices";
import { ChartLinks } from "@/components/embed/chart-links";
import { EmptySite } from "@/components/empty-site";
import { OverviewFilters } from "@/components/overview-filters";
import { PlanSources } from "@/components/plan-sources";
import { SiteFrame } from "@/components/site-frame";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { findPageChart } from "@/lib/chart-urls";
import { sumUpCarriedOn } from "@/lib/charts/carried-on";
import { CHARTS, describeChart } from "@/lib/charts/registry";
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
  const history = await readContinuations(site.database, site.dataset, { level: "goal", reasons: false });
  const rows = { plans, goals, history };
  const distribution = describeChart(CHARTS["rating-distribution"], rows, view);
  const carriedOn = sumUpCarriedOn(selectHistory(history, { ...filter, fiscalYears: undefined }), filter.fiscalYears ?? allPlans.map(({ fiscalYear }) => fiscalYear).filter((year) => year <= (distribution.model.leadingYear ?? year)));
  const { leadingYear } = distribution.model;
  const severalDepartments = new Set(allPlans.map((plan) => plan.department)).size > 1;
  return (
    <SiteFrame current="overview" {...site}>
      <HeadlineFigure model={describeChart(CHARTS.headline, rows, { ...view, of: "goals" }).model} dataset={view.dataset} municipality={site.several ? site.municipality : null} />
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 print:hidden">
        <OverviewFilters view={view} plans={allPlans} />
        {leadingYear !== null && <a href={briefingHref(leadingYear, view)}>印刷用の一枚（A4）</a>}
      </div>
      <div className={PANELS}>
        <DistributionFigure
          facts={distribution}
          view={view}
          controls={<OverviewChoices view={view} groupings={severalDepartments ? ["area", "policy-goal", "department"] : ["area", "policy-goal"]} />}
          source={
            <>
              <PlanSources plans={plans} dataset={view.dataset} />{" "}
              <a href={goalsHref(view, view.of === "targets" ? "/api/targets.csv" : "/api/goals.csv")}>CSV</a>　<ChartLinks {...findPageChart(PAGES.overview, view)!} />
            </>
          }
        />
        <AttentionFigure attention={describeChart(CHARTS.attention, rows, view).model} view={view} />
        {carriedOn && <CarriedOnSummary carriedOn={carriedOn} view={view} />}
      </div>
    </SiteFrame>
  );
}
