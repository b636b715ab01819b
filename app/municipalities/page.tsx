import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { EmptySite } from "@/components/empty-site";
import { KeptInputs } from "@/components/kept-inputs";
import { MunicipalityTable } from "@/components/municipality-table";
import { SiteFrame } from "@/components/site-frame";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pager } from "@/components/ui/pager";
import { listMunicipalities } from "@/db/queries/municipalities";
import { chartBuilderHref } from "@/lib/chart-urls";
import { CHARTS } from "@/lib/charts/registry";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref } from "@/lib/parameters/place";
import type { SearchParameters } from "@/lib/query-parameters";
import { embedJa } from "@/lib/texts/embed-ja";
import { foundJa } from "@/lib/texts/found-ja";
import { ja } from "@/lib/texts/ja";

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.municipalities, await searchParams);
  if (!page) return {};
  const { length } = await listMunicipalities(page.database, page.dataset);
  return pageMetadata(page, {
    title: foundJa.municipalities.title(page.view.page),
    description: foundJa.municipalities.description(length, page.view.page),
    chart: { definition: CHARTS.municipalities, view: {} },
  });
}

/** Municipalities on one page. */
const PAGE_SIZE = 200;

export default async function MunicipalitiesPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.municipalities, await searchParams);
  if (!site) return <EmptySite />;
  const { view } = site;
  const { page, dataset } = view;
  const text = view.q.trim();
  const all = await listMunicipalities(site.database, site.dataset);
  const found = all.filter(({ name }) => name.normalize("NFKC").includes(text.normalize("NFKC")));
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  if (shown.length === 0 && page > 1) notFound();
  return (
    <SiteFrame current={null} {...site} still>
      <h1>{ja.site.municipalities}</h1>
      <FilterForm action="/municipalities">
        <Field label="名前">
          <Input type="search" name="q" defaultValue={text} />
        </Field>
        <KeptInputs place={PAGES.municipalities} view={view} asked={["q", "page"]} />
        <Button>{ja.controls.find}</Button>
      </FilterForm>
      <p>{found.length === all.length ? `${all.length}自治体` : `${all.length}自治体のうち「${text}」を含む${found.length}自治体`}</p>
      {shown.length > 0 && <MunicipalityTable municipalities={shown} dataset={dataset} />}
      {site.several && shown.length > 0 && (
        <p className="print:hidden">
          <a href={chartBuilderHref(CHARTS.municipalities, { dataset })}>{embedJa.quoteMunicipalities}</a>
        </p>
      )}
      <Pager page={page} pages={Math.ceil(found.length / PAGE_SIZE)} hrefOf={(number) => placeHref(PAGES.municipalities, { ...view, page: number })} />
    </SiteFrame>
  );
}
