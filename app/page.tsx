import type { Metadata } from "next";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { readChart } from "@/app/_read/read-chart";
import { readPanel } from "@/app/_read/read-panel";
import { MovedSection } from "@/components/carried-on/moved";
import { CarriedSection } from "@/components/carried-on/section";
import { AttentionFigure } from "@/components/charts/attention/figure";
import { leadToPanel } from "@/components/charts/goal-lead";
import { HeadlineFigure } from "@/components/charts/headline/figure";
import { DistributionFigure } from "@/components/charts/rating-distribution/figure";
import { TrendFigure } from "@/components/charts/rating-distribution/trend";
import { OverviewChoices } from "@/components/choices";
import { ChartLinks } from "@/components/embed/chart-links";
import { PictureCopier } from "@/components/embed/picture-copier";
import { EmptySite } from "@/components/empty-site";
import { GoalPanel } from "@/components/goal-panel/panel";
import { ReturnFocus } from "@/components/goal-panel/return-focus";
import { OverviewFilters } from "@/components/overview-filters";
import { PlanSources } from "@/components/plan-sources";
import { SiteFrame } from "@/components/site-frame";
import { Still } from "@/components/still";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { findPageChart } from "@/lib/chart-urls";
import { findCarriedYear, sumUpCarriedOn } from "@/lib/charts/carried-on/model";
import { isComparison } from "@/lib/charts/rating-comparison";
import { isMatrix } from "@/lib/charts/rating-distribution/matrix";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { usualGrouping } from "@/lib/charts/usual-grouping";
import { takesPlan } from "@/lib/domain/goal-filter";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query-parameters";
import { foundJa } from "@/lib/texts/found-ja";
import { ja } from "@/lib/texts/ja";
import { briefingHref, goalsHref, panelHref } from "@/lib/urls";

/**
 * The panels: below each other; beside each other the drawing over how ratings moved and what needs a look, and what was carried on; on a wide
 * screen all three. A drawing of many years needs more of the width.
 */
const PANELS = "grid grid-cols-1 gap-x-10 gap-y-6 @min-[66rem]/page:grid-rows-[auto_1fr] @min-[90rem]/page:grid-rows-none";
const FEW = "@min-[66rem]/page:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] @min-[90rem]/page:grid-cols-[minmax(0,27rem)_minmax(0,1fr)_minmax(0,26rem)]";
const MANY = "@min-[66rem]/page:grid-cols-[minmax(0,43rem)_minmax(0,1fr)] @min-[90rem]/page:grid-cols-[minmax(0,44rem)_minmax(0,1fr)_minmax(0,1fr)]";
/** Filters stand beside the title, however long the sentence below it is; opened, they need a line of their own. */
const BESIDE_TITLE = "@min-[66rem]/page:absolute @min-[66rem]/page:top-0 @min-[66rem]/page:right-0 @min-[66rem]/page:has-[[open]]:static";
/** As many years as a narrow drawing has room for. */
const MOST_YEARS_OF_FEW = 3;
/** Where what was carried on stands, and (of many years, where it is short) how ratings moved and what needs a look below it. */
const BESIDE = "space-y-6 @min-[66rem]/page:col-start-2";
const TALL = "@min-[66rem]/page:row-span-2 @min-[90rem]/page:row-span-1";

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.overview, await searchParams);
  if (!page) return {};
  const chart = findPageChart(PAGES.overview, page.view)!;
  const { facts } = await readChart(CHARTS.headline, { ...page.view, of: "goals" });
  return pageMetadata(page, { title: foundJa.overview(page.municipality), description: `${facts.title}：${facts.reading}`, chart });
}

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const opened = await openPage(PAGES.overview, await searchParams);
  if (!opened) return <EmptySite />;
  const { panel, ...site } = await readPanel(opened);
  const { view } = site;
  const { filter } = view;
  const allPlans = await listPlans(site.database, site.dataset);
  const goals = await listGoals(site.database, site.dataset, filter);
  const plans = allPlans.filter((plan) => takesPlan(filter, plan));
  const history = await readContinuations(site.database, site.dataset, { reasons: false });
  const rows = { plans, goals, history };
  const distribution = describeChart(CHARTS["rating-distribution"], rows, view);
  const { leadingYear, comparison } = distribution.model;
  const chosen = { departments: filter.departments, policyAreas: filter.policyAreas };
  const first = view.carried ?? findCarriedYear(history, filter, leadingYear ?? 0);
  const carriedOn = first === null || leadingYear === null ? null : sumUpCarriedOn(history, { from: first, to: leadingYear, level: "initiative", chosen });
  const moved = isComparison(comparison)
    ? describeChart(CHARTS["rating-change"], { ...rows, plans: allPlans }, { ...view, from: comparison.from, to: comparison.to })
    : null;
  const many = distribution.model.fiscalYears.length > MOST_YEARS_OF_FEW;
  const trend = many ? describeChart(CHARTS["rating-by-year"], rows, { ...view, by: "year" }) : null;
  const severalDepartments = new Set(allPlans.map((plan) => plan.departmentId)).size > 1;
  return (
    <SiteFrame current="overview" {...site}>
      <ReturnFocus />
      <PictureCopier />
      <Still as="div" className="relative flex flex-wrap items-start justify-between gap-x-8 gap-y-2 @min-[66rem]/page:[&_h1]:pr-72">
        <HeadlineFigure
          model={describeChart(CHARTS.headline, rows, { ...view, of: "goals" }).model}
          dataset={view.dataset}
          municipality={site.several ? site.municipality : null}
          quoted={{ ...view, of: "goals" }}
        />
        <div className={`flex flex-wrap items-start gap-x-6 print:hidden ${BESIDE_TITLE}`}>
          <OverviewFilters view={view} plans={allPlans} />
          {leadingYear !== null && (
            <a className="py-1" href={briefingHref(leadingYear, view)}>
              {ja.site.briefing}
            </a>
          )}
        </div>
      </Still>
      <div className={`${PANELS} ${many ? MANY : FEW}`}>
        <div className={many ? TALL : undefined}>
          <DistributionFigure
            id="distribution"
            facts={distribution}
            view={view}
            panel={leadToPanel(PAGES.overview, view)}
            controls={
              <OverviewChoices
                view={view}
                by={distribution.model.by}
                usual={usualGrouping(plans)}
                groupings={severalDepartments ? ["department", "area", "policy-goal"] : ["area", "policy-goal"]}
              />
            }
            source={
              <>
                <PlanSources plans={plans} dataset={view.dataset} />{" "}
                <a href={goalsHref(view, view.of === "targets" ? "/api/targets.csv" : "/api/goals.csv")}>CSV</a>　
                <ChartLinks {...findPageChart(PAGES.overview, view)!} />
              </>
            }
          />
        </div>
        {(panel || trend || carriedOn) && (
          <div className={many ? BESIDE : `${BESIDE} ${TALL}`}>
            {panel && <GoalPanel {...panel} closeHref={panelHref(PAGES.overview, view, null)} dataset={view.dataset} />}
            {trend && !trend.empty && <TrendFigure facts={trend} view={view} />}
            {carriedOn && (
              <Still as="div">
                <CarriedSection
                  carriedOn={carriedOn}
                  view={view}
                  told={isMatrix(distribution.model) && distribution.model.groups.some(({ initiatives }) => initiatives)}
                />
              </Still>
            )}
          </div>
        )}
        <div className="space-y-6">
          {moved && <MovedSection facts={moved} view={view} source={<ChartLinks definition={CHARTS["rating-change"]} view={{ ...view, ...moved.span }} />} />}
          <Still as="div">
            <AttentionFigure
              attention={describeChart(CHARTS.attention, rows, view).model}
              view={view}
              source={<ChartLinks definition={CHARTS.attention} view={view} />}
            />
          </Still>
        </div>
      </div>
    </SiteFrame>
  );
}
