import type { Metadata } from "next";
import { offeredForms } from "@/app/_read/form-answer";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { EmptySite } from "@/components/empty-site";
import { FormLinks } from "@/components/form-links";
import { GoalFilters } from "@/components/goal-filters";
import { GoalTable } from "@/components/goal-table";
import { SiteFrame } from "@/components/site-frame";
import { Notice } from "@/components/ui/notice";
import { listGoalChoices } from "@/db/queries/goal-choices";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { CHARTS } from "@/lib/charts/registry";
import { describeScaleDifference } from "@/lib/charts/scale-basis";
import { formatFiscalYears } from "@/lib/domain/fiscal-year";
import { goalRating } from "@/lib/domain/goal-filter";
import { sortGoals } from "@/lib/domain/goal-order";
import { PAGES } from "@/lib/parameters/pages";
import { directionOf } from "@/lib/parameters/view";
import type { SearchParameters } from "@/lib/query-parameters";
import { chartTexts } from "@/lib/texts/chart-texts";
import { foundJa } from "@/lib/texts/found-ja";
import { ja } from "@/lib/texts/ja";
import { goalsHref } from "@/lib/urls";

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.goals, await searchParams);
  if (!page) return {};
  const { count, fiscalYears } = await listGoalChoices(page.database, page.dataset);
  return pageMetadata(page, {
    title: foundJa.goals.title(page.municipality),
    description: foundJa.goals.description(page.municipality, count, formatFiscalYears(fiscalYears)),
    chart: { definition: CHARTS["rating-distribution"], view: page.view },
  });
}

/** Rows that the page shows; filters and files reach the rest. */
const MOST_ROWS = 1_000;

export default async function GoalsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.goals, await searchParams);
  if (!site) return <EmptySite />;
  const { view } = site;
  const choices = await listGoalChoices(site.database, site.dataset);
  const goals = sortGoals(await listGoals(site.database, site.dataset, view.filter), view.sort, directionOf(view));
  const ratedPlans = new Set(goals.flatMap((goal) => (goalRating(goal) === null ? [] : goal.planId)));
  const plans = await listPlans(site.database, site.dataset);
  const sorted = view.sort === "rating" ? plans.filter((plan) => ratedPlans.has(plan.id)) : [];
  const difference = describeScaleDifference(sorted, chartTexts("ja"));
  return (
    <SiteFrame current="goals" {...site} still>
      <h1>{site.several ? `${site.municipality}の${ja.site.goals}` : ja.site.goals}</h1>
      <GoalFilters view={view} choices={choices} />
      <p>
        {goals.length === choices.count ? `全${choices.count}件` : `全${choices.count}件のうち${goals.length}件`}
        {goals.length > 0 && (
          <>
            {"　"}
            この表の<a href={goalsHref(view, "/api/goals.csv")}>CSV</a>・<a href={goalsHref(view, "/api/goals.xlsx")}>Excel</a>
          </>
        )}
      </p>
      <FormLinks plans={plans} kinds={offeredForms()} view={view} />
      {difference && <Notice>{difference}それぞれの区分の中での位置で並べています。</Notice>}
      {goals.length === 0 ? <p>条件に合う重点目標はありません。条件を減らしてみてください。</p> : <GoalTable goals={goals.slice(0, MOST_ROWS)} view={view} />}
      {goals.length > MOST_ROWS && <p>ほか{goals.length - MOST_ROWS}件。条件で絞り込むか、CSVまたはExcelで見られます。</p>}
    </SiteFrame>
  );
}
