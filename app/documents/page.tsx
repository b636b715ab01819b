import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { EmptySite } from "@/components/empty-site";
import { SiteFrame } from "@/components/site-frame";
import { DataTable, NUMERIC, ScrollRegion } from "@/components/ui/data-table";
import { Pager } from "@/components/ui/pager";
import { countDocuments, listDocuments } from "@/db/queries/documents";
import { listPlans } from "@/db/queries/plans";
import { CHARTS } from "@/lib/charts/registry";
import { formatFiscalYear, formatFiscalYears } from "@/lib/domain/fiscal-year";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref } from "@/lib/parameters/place";
import type { SearchParameters } from "@/lib/query-parameters";
import { foundJa } from "@/lib/texts/found-ja";
import { ja } from "@/lib/texts/ja";
import { documentHref } from "@/lib/urls";

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.documents, await searchParams);
  if (!page) return {};
  const { municipality, database, dataset, view } = page;
  const plans = await listPlans(database, dataset);
  return pageMetadata(page, {
    title: foundJa.documents.title(municipality, view.page),
    description: foundJa.documents.description(
      municipality,
      await countDocuments(database, dataset),
      formatFiscalYears(plans.map(({ fiscalYear }) => fiscalYear)),
      view.page,
    ),
    chart: { definition: CHARTS["rating-distribution"], view: { filter: page.chosen } },
  });
}

/** Documents on one page. */
const PAGE_SIZE = 100;

export default async function DocumentsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.documents, await searchParams);
  if (!site) return <EmptySite />;
  const { view } = site;
  const { page, dataset } = view;
  const count = await countDocuments(site.database, site.dataset);
  const documents = await listDocuments(site.database, site.dataset, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  if (documents.length === 0 && page > 1) notFound();
  return (
    <SiteFrame current="documents" {...site} still>
      <h1>{site.several ? `${site.municipality}の${ja.site.documents}` : ja.site.documents}</h1>
      <p>このサイトのすべての数字と文章は、次の資料から読み取ったものです。</p>
      <ScrollRegion label="資料の一覧">
        <DataTable
          caption="資料の一覧"
          className="w-full"
          head={
            <>
              <th scope="col">資料</th>
              <th scope="col">段階</th>
              <th scope="col">ファイル</th>
              <th scope="col" className={NUMERIC}>
                読み取り
              </th>
            </>
          }
        >
          {documents.map((document) => (
            <tr key={document.id}>
              <th scope="row">
                <a href={documentHref(document.id, dataset)}>
                  {document.plans.map((plan) => `${formatFiscalYear(plan.fiscalYear)} ${plan.department}`).join("、") || document.fileName}
                </a>
                {document.withdrawnFor !== null ? "（取り下げ済み）" : document.plans.some((plan) => !plan.current) && "（新しい版あり）"}
              </th>
              <td>{[...new Set(document.plans.map((plan) => ja.stage[plan.stage]))].join("、")}</td>
              <td className="font-mono">{document.fileName}</td>
              <td className={NUMERIC}>
                {document.coverage.lines - document.coverage.notUnderstood} / {document.coverage.lines}行
              </td>
            </tr>
          ))}
        </DataTable>
      </ScrollRegion>
      <Pager page={page} pages={Math.ceil(count / PAGE_SIZE)} hrefOf={(number) => placeHref(PAGES.documents, { ...view, page: number })} />
    </SiteFrame>
  );
}
