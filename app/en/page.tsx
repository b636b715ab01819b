import type { Metadata } from "next";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { EmptySite } from "@/components/empty-site";
import { EnglishOverview } from "@/components/english-overview";
import { SiteFrame } from "@/components/site-frame";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { usualView } from "@/lib/chart-urls";
import { CHART_NAMES, CHARTS, describeChart } from "@/lib/charts/registry";
import { citeSource } from "@/lib/files/citation";
import { PAGES } from "@/lib/parameters/pages";
import type { View } from "@/lib/parameters/view";
import type { SearchParameters } from "@/lib/query-parameters";
import { overviewEn } from "@/lib/texts/overview-en";

/** Charts of one municipality as a whole, its summary first. */
const ORDER = CHART_NAMES.filter((name) => !("takesGoal" in CHARTS[name] || "takesMunicipalities" in CHARTS[name])).toSorted(
  (a, b) => Number(b === "headline") - Number(a === "headline"),
);

interface PageProps {
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const page = await openPage(PAGES.english, await searchParams);
  if (!page) return {};
  return pageMetadata(page, {
    title: overviewEn.pageTitle(page.municipality),
    description: overviewEn.lead(page.municipality),
    chart: { definition: CHARTS["rating-distribution"], view: { filter: page.chosen, language: "en" } },
    language: "en",
  });
}

/** The whole of it in English on one page: each chart with its reading and its figures, how to read them, and the terms. */
export default async function EnglishPage({ searchParams }: PageProps) {
  const site = await openPage(PAGES.english, await searchParams);
  if (!site) return <EmptySite />;
  const { database, dataset, municipality, view } = site;
  const [plans, goals] = [await listPlans(database, dataset), await listGoals(database, dataset)];
  const rows = { plans, goals, history: await readContinuations(database, dataset, { reasons: true }) };
  const attribution = citeSource(plans, municipality, dataset.id, "en");
  const charts = ORDER.map((name) => {
    const shown: View = { ...usualView(CHARTS[name]), filter: site.chosen, dataset: view.dataset, language: "en" };
    return { facts: describeChart(CHARTS[name], rows, shown), view: shown, attribution };
  });
  return (
    <SiteFrame current={null} {...site}>
      <EnglishOverview municipality={municipality} view={view} charts={charts} />
    </SiteFrame>
  );
}
