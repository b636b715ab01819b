import type { Metadata } from "next";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { readChart } from "@/app/_read/read-chart";
import { EmptySite } from "@/components/empty-site";
import { EnglishOverview } from "@/components/english-overview";
import { SiteFrame } from "@/components/site-frame";
import { usualView } from "@/lib/chart-urls";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query-parameters";
import { overviewEn } from "@/lib/texts/overview-en";

/** The whole first. */
const ORDER = CHART_NAMES.filter((name) => CHARTS[name].takesGoal === undefined).toSorted((a, b) => Number(b === "headline") - Number(a === "headline"));

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
  const charts = await Promise.all(
    ORDER.map((name) => {
      const definition = CHARTS[name];
      return readChart(definition, { ...usualView(definition), filter: site.chosen, dataset: site.view.dataset, language: "en" });
    }),
  );
  return (
    <SiteFrame current={null} {...site}>
      <EnglishOverview municipality={site.municipality} view={site.view} charts={charts} />
    </SiteFrame>
  );
}
