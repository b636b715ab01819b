import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { DocumentHead } from "@/components/document-head";
import { SiteFrame } from "@/components/site-frame";
import { SourceText } from "@/components/source-text";
import { findDocument } from "@/db/queries/document";
import { CHARTS } from "@/lib/charts/registry";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { municipalityOf } from "@/lib/domain/identifier";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query-parameters";
import { sourcePage } from "@/lib/source-lines";
import { foundJa } from "@/lib/texts/found-ja";

interface DocumentPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata(props: DocumentPageProps): Promise<Metadata> {
  const { site, document } = await readDocument(props);
  const { coverage, fileName, plans } = document;
  const [first] = plans;
  const named = first ? `${site.municipality} ${first.department}の${formatFiscalYear(first.fiscalYear)}の運営方針` : fileName;
  const { title, description, more } = foundJa.document;
  return pageMetadata(site, {
    title: title(document.readings.map((reading) => reading.plan.title).find(Boolean) ?? named, fileName, site.view.page),
    description: description(plans.length > 1 ? more(named, plans.length - 1) : named, coverage.lines, coverage.lines - coverage.notUnderstood, site.view.page),
    chart: { definition: CHARTS.headline, view: { filter: { ...site.chosen, ...(first && { fiscalYears: [first.fiscalYear] }) } } },
  });
}

export default async function DocumentPage(props: DocumentPageProps) {
  const { site, document } = await readDocument(props);
  const { page } = site.view;
  if (page > 1 && page > sourcePage(document.lines.length)) notFound();
  return (
    <SiteFrame current="documents" {...site} still>
      <DocumentHead document={document} dataset={site.view.dataset} />
      <SourceText document={document} dataset={site.view.dataset} page={page} />
    </SiteFrame>
  );
}

async function readDocument({ params, searchParams }: DocumentPageProps) {
  return findShownDocument((await params).id, await searchParams);
}

/** Once for the page and its title. */
const findShownDocument = cache(async (id: string, parameters: SearchParameters) => {
  const any = await openPage(PAGES.document, parameters, { parts: { id } });
  const document = any && (await findDocument(any.database, any.dataset, id));
  const site = document && (await openPage(PAGES.document, parameters, { parts: { id }, municipality: municipalityOf(document.plans[0]?.planId ?? "") }));
  if (!site) notFound();
  return { site, document };
});
