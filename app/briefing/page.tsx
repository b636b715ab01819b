import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BriefingSheet } from "@/components/briefing-sheet";
import { EmptySite } from "@/components/empty-site";
import { SiteFrame } from "@/components/site-frame";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { type SearchParameters } from "@/lib/url-parameters";
import { parseOverviewView } from "@/lib/urls";
import { openSite } from "../open-site";

export const metadata: Metadata = { title: "市長室むけ一枚" };

export default async function BriefingPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { view, problems } = parseOverviewView(await searchParams);
  const site = await openSite(view.dataset, view.filter.municipalities?.[0]);
  if (!site) return view.dataset ? notFound() : <EmptySite />;
  const plans = await listPlans(site.database, site.dataset);
  const fiscalYear = view.filter.fiscalYears?.at(-1) ?? plans.at(-1)?.fiscalYear;
  if (fiscalYear === undefined || !plans.some((plan) => plan.fiscalYear === fiscalYear)) {
    return (
      <SiteFrame current={null} {...site} problems={problems}>
        <h1>{fiscalYear === undefined ? "運営方針がありません" : `${formatFiscalYear(fiscalYear)}の運営方針はありません`}</h1>
      </SiteFrame>
    );
  }
  return (
    <SiteFrame current={null} {...site} problems={problems}>
      <BriefingSheet
        fiscalYear={fiscalYear}
        plans={plans}
        goals={await listGoals(site.database, site.dataset)}
        history={await readContinuations(site.database, site.dataset, { level: "goal", reasons: false })}
        municipality={site.several ? site.municipality : null}
        dataset={view.dataset}
      />
    </SiteFrame>
  );
}
