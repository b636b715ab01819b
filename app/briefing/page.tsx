import type { Metadata } from "next";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { readChart } from "@/app/_read/read-chart";
import { BriefingSheet } from "@/components/briefing-sheet";
import { PictureCopier } from "@/components/embed/picture-copier";
import { EmptySite } from "@/components/empty-site";
import { SiteFrame } from "@/components/site-frame";
import { Still } from "@/components/still";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { findLeadingYear, observeGoals } from "@/lib/charts/rating-comparison";
import { CHARTS } from "@/lib/charts/registry";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { takesPlan } from "@/lib/domain/goal-filter";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query-parameters";
import { foundJa } from "@/lib/texts/found-ja";

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.briefing, await searchParams);
  if (!page) return {};
  const { filter } = page.view;
  const { departments } = filter;
  const leading = findLeadingYear(
    await listPlans(page.database, page.dataset),
    observeGoals(await listGoals(page.database, page.dataset, departments ? { departments } : {})),
  );
  const year = filter.fiscalYears?.at(-1) ?? leading;
  const { fiscalYears: _, ...rest } = filter;
  const subject = year === null ? rest : { ...rest, fiscalYears: [year] };
  const chart = { definition: CHARTS.headline, view: { filter: subject } };
  const { facts } = await readChart(chart.definition, { ...page.view, ...chart.view });
  // Of the leading year the page is the same unasked.
  const view = year === leading ? { ...page.view, filter: rest } : page.view;
  return pageMetadata(
    { ...page, view },
    { title: foundJa.briefing(page.municipality, year === null ? "" : formatFiscalYear(year)), description: `${facts.title}：${facts.reading}`, chart },
  );
}

export default async function BriefingPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.briefing, await searchParams);
  if (!site) return <EmptySite />;
  const { view } = site;
  const { departments } = view.filter;
  const ofDepartments = departments ? { departments } : {};
  const plans = (await listPlans(site.database, site.dataset)).filter((plan) => takesPlan(ofDepartments, plan));
  const goals = await listGoals(site.database, site.dataset, ofDepartments);
  const fiscalYear = view.filter.fiscalYears?.at(-1) ?? findLeadingYear(plans, observeGoals(goals)) ?? undefined;
  if (fiscalYear === undefined || !plans.some((plan) => plan.fiscalYear === fiscalYear)) {
    return (
      <SiteFrame current={null} {...site} still>
        <h1>{fiscalYear === undefined ? "運営方針がありません" : `${formatFiscalYear(fiscalYear)}の運営方針はありません`}</h1>
      </SiteFrame>
    );
  }
  return (
    <SiteFrame current={null} {...site}>
      <PictureCopier />
      <Still as="div">
        <BriefingSheet
          fiscalYear={fiscalYear}
          plans={plans}
          goals={goals}
          history={await readContinuations(site.database, site.dataset, { level: "goal", reasons: false })}
          municipality={site.several ? site.municipality : null}
          view={view}
        />
      </Still>
    </SiteFrame>
  );
}
