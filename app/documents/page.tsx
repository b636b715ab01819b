import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptySite } from "@/components/empty-site";
import { SiteFrame } from "@/components/site-frame";
import { listDocuments } from "@/db/queries/documents";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import { documentHref, parseDataset, type SearchParameters } from "@/lib/urls";
import { openSite } from "../open-site";

export const metadata: Metadata = { title: ja.site.documents };

export default async function DocumentsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const dataset = parseDataset(await searchParams);
  const site = await openSite(dataset);
  if (!site) return dataset ? notFound() : <EmptySite />;
  const documents = await listDocuments(site.database, site.dataset);
  return (
    <SiteFrame current="documents" {...site}>
      <h1>{ja.site.documents}</h1>
      <p>このサイトのすべての数字と文章は、次の資料から読み取ったものです。</p>
      <div className="table-scroll" role="region" aria-label="資料の一覧" tabIndex={0}>
        <table className="data-table">
          <caption className="sr-only">資料の一覧</caption>
          <thead>
            <tr>
              <th scope="col">資料</th>
              <th scope="col">段階</th>
              <th scope="col">ファイル</th>
              <th scope="col" className="numeric">
                読み取り
              </th>
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => (
              <tr key={document.id}>
                <th scope="row">
                  <a href={documentHref(document.id, dataset)}>
                    {document.plans.map((plan) => `${formatFiscalYear(plan.fiscalYear)} ${plan.department}`).join("、") || document.fileName}
                  </a>
                  {document.plans.some((plan) => !plan.current) && "（新しい版あり）"}
                </th>
                <td>{[...new Set(document.plans.map((plan) => ja.stage[plan.stage]))].join("、")}</td>
                <td className="hash">{document.fileName}</td>
                <td className="numeric">
                  {document.coverage.lines - document.coverage.notUnderstood} / {document.coverage.lines}行
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SiteFrame>
  );
}
