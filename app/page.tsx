import type { Metadata } from "next";
import { notFound } from "next/navigation";
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
import { defaultView, type ChartView } from "@/lib/chart-urls";
import { listAttention } from "@/lib/charts/attention";
import { sumUpCarriedOn } from "@/lib/charts/carried-on";
import { countRatings } from "@/lib/charts/rating-distribution";
import { CHARTS } from "@/lib/charts/registry";
import { type SearchParameters } from "@/lib/url-parameters";
import { briefingHref, goalsHref, parseOverviewView, type OverviewView } from "@/lib/urls";
import { chartMetadata } from "./chart-metadata";
import { openSite } from "./open-site";

const DISTRIBUTION = CHARTS["rating-distribution"];

/** The view's chart as it is quoted. */
function quote({ filter, unit, measure, by, dataset }: OverviewView): ChartView {
  return { ...defaultView(DISTRIBUTION), filter, of: unit, measure, by, dataset };
}

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  return chartMetadata(DISTRIBUTION, quote(parseOverviewView(await searchParams).view));
}

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { view, problems } = parseOverviewView(await searchParams);
  const site = await openSite(view.dataset, view.filter.municipalities?.[0]);
  if (!site) return view.dataset ? notFound() : <EmptySite />;
  const allPlans = await listPlans(site.database, site.dataset);
  const goals = await listGoals(site.database, site.dataset, view.filter);
  const plans = allPlans.filter(
    (plan) =>
      (view.filter.fiscalYears?.includes(plan.fiscalYear) ?? true) && (view.filter.departments?.includes(plan.departmentId) ?? true),
  );
  const chart = countRatings(plans, goals, view);
  const carriedOn = sumUpCarriedOn(await readContinuations(site.database, site.dataset, { level: "goal", reasons: false }));
  const severalDepartments = new Set(allPlans.map((plan) => plan.department)).size > 1;
  return (
    <SiteFrame current="overview" {...site} problems={problems}>
      <Headline chart={countRatings(plans, goals, { ...view, unit: "goals", measure: "count", by: "year" })} plans={plans} dataset={view.dataset} municipality={site.several ? site.municipality : null} />
      <div className="toolbar">
        <OverviewFilters view={view} plans={allPlans} />
        {chart.fiscalYears.length > 0 && <a href={briefingHref(chart.fiscalYears.at(-1)!, view.dataset, view.filter)}>印刷用の一枚（A4）</a>}
      </div>
      <div className="overview-columns">
        <DistributionFigure
          chart={chart}
          dataset={view.dataset}
          controls={<OverviewChoices view={view} groupings={severalDepartments ? ["area", "policy-goal", "department"] : ["area", "policy-goal"]} />}
          source={
            <>
              <PlanSources plans={plans} dataset={view.dataset} />{" "}
              <a href={goalsHref({ filter: view.filter, dataset: view.dataset }, "/api/goals.csv")}>CSV</a>　<ChartLinks definition={DISTRIBUTION} view={quote(view)} />
            </>
          }
        />
        <AttentionList attention={listAttention(plans, goals)} scope={site.chosen} dataset={view.dataset} />
      </div>
      {carriedOn && <CarriedOnSummary carriedOn={carriedOn} dataset={view.dataset} />}
    </SiteFrame>
  );
}
