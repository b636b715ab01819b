import { notFound } from "next/navigation";
import { AttentionList } from "@/components/attention-list";
import { CarriedOnSummary } from "@/components/carried-on-summary";
import { DistributionFigure } from "@/components/charts/rating-distribution/figure";
import { OverviewChoices } from "@/components/choices";
import { EmptySite } from "@/components/empty-site";
import { Headline } from "@/components/headline";
import { OverviewFilters } from "@/components/overview-filters";
import { PlanSources } from "@/components/plan-sources";
import { SiteFrame } from "@/components/site-frame";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { listAttention } from "@/lib/charts/attention";
import { sumUpCarriedOn } from "@/lib/charts/carried-on";
import { countRatings } from "@/lib/charts/rating-distribution";
import { briefingHref, goalsHref, parseOverviewView, type SearchParameters } from "@/lib/urls";
import { openSite } from "./open-site";

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
      <Headline chart={countRatings(plans, goals, { ...view, unit: "goals", measure: "count" })} plans={plans} dataset={view.dataset} municipality={site.several ? site.municipality : null} />
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
              <a href={goalsHref({ filter: view.filter, dataset: view.dataset }, "/goals.csv")}>CSV</a>
            </>
          }
        />
        <AttentionList attention={listAttention(plans, goals)} scope={site.chosen} dataset={view.dataset} />
      </div>
      {carriedOn && <CarriedOnSummary carriedOn={carriedOn} dataset={view.dataset} />}
    </SiteFrame>
  );
}
