import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptySite } from "@/components/empty-site";
import { MunicipalityTable } from "@/components/municipality-table";
import { PageLinks } from "@/components/page-links";
import { SiteFrame } from "@/components/site-frame";
import { listMunicipalities } from "@/db/queries/municipalities";
import { ja } from "@/lib/texts/ja";
import { parseDataset, parsePage, parseText, type SearchParameters } from "@/lib/url-parameters";
import { municipalitiesHref } from "@/lib/urls";
import { openSite } from "../open-site";

export const metadata: Metadata = { title: ja.site.municipalities };

/** Municipalities on one page. */
const PAGE_SIZE = 200;

export default async function MunicipalitiesPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams;
  const dataset = parseDataset(parameters);
  const [text, page] = [parseText(parameters), parsePage(parameters)];
  const site = await openSite(dataset);
  if (!site) return dataset ? notFound() : <EmptySite />;
  const all = await listMunicipalities(site.database, site.dataset);
  const found = all.filter(({ name }) => name.normalize("NFKC").includes(text.normalize("NFKC")));
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  if (shown.length === 0 && page > 1) notFound();
  return (
    <SiteFrame current={null} {...site} still>
      <h1>{ja.site.municipalities}</h1>
      <form className="filters" action="/municipalities" method="get">
        <label>
          名前 <input type="search" name="q" defaultValue={text} />
        </label>
        {dataset && <input type="hidden" name="dataset" value={dataset} />}
        <button className="button" type="submit">
          {ja.controls.find}
        </button>
      </form>
      <p>{found.length === all.length ? `${all.length}自治体` : `${all.length}自治体のうち「${text}」を含む${found.length}自治体`}</p>
      {shown.length > 0 && <MunicipalityTable municipalities={shown} dataset={dataset} />}
      <PageLinks page={page} pages={Math.ceil(found.length / PAGE_SIZE)} hrefOf={(number) => municipalitiesHref(dataset, text, number)} />
    </SiteFrame>
  );
}
