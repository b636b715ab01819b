import type { Metadata } from "next";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { EmptySite } from "@/components/empty-site";
import { SearchFilters } from "@/components/search-filters";
import { SearchHelp } from "@/components/search-help";
import { SearchResult } from "@/components/search-result";
import { SearchScope } from "@/components/search-scope";
import { SiteFrame } from "@/components/site-frame";
import { Bullets } from "@/components/ui/bullets";
import { Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { readSearchHits } from "@/db/queries/search";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query-parameters";
import { makeHitExcerpts } from "@/lib/search/hit-excerpt";
import { isEmptyQuery, parseSearchQuery } from "@/lib/search/query";
import { foundJa } from "@/lib/texts/found-ja";
import { searchJa } from "@/lib/texts/search-ja";
import { searchHref } from "@/lib/urls";
import { findEntries } from "./find-entries";

/** Results on one page. */
const PAGE = 20;

interface SearchPageProps {
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const page = await openPage(PAGES.search, await searchParams);
  const title = searchJa.title(page?.view.q ?? "");
  return { ...(page && pageMetadata(page, { title, description: foundJa.search(page.municipality) })), title, robots: { index: false } };
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const site = await openPage(PAGES.search, await searchParams);
  if (!site) return <EmptySite />;
  const { view } = site;
  const query = parseSearchQuery(view.q);
  const { all, entries, facets, departments, areas, ratings, complete } = await findEntries(site, query, view);
  const last = Math.max(1, Math.ceil(entries.length / PAGE));
  const page = Math.min(view.page, last);
  const shown = entries.slice((page - 1) * PAGE, page * PAGE);
  const hits = await readSearchHits(
    site.database,
    shown.map(({ key }) => key),
  );
  const goals = entries.filter(({ goalId }) => goalId !== null).length;
  return (
    <SiteFrame current={null} {...site} still>
      <h1>{searchJa.title(view.q)}</h1>
      {site.several && !isEmptyQuery(query) && <SearchScope view={view} municipality={site.municipality} />}
      {all.length === 0 && <NothingFound q={view.q} isEmpty={isEmptyQuery(query)} />}
      {all.length > 0 && (
        <>
          <p className="font-bold">
            {searchJa.count(goals, entries.length - goals)}
            {entries.length < all.length && searchJa.filteredFrom(all.length)}
          </p>
          {!complete && <Notice>{searchJa.incomplete(all.length)}</Notice>}
          <SearchFilters view={view} facets={facets} departments={departments} areas={areas} ratings={ratings} />
          {entries.length === 0 && <p>{searchJa.noneFiltered}</p>}
          {entries.length > 1 && (
            <p className="text-sm text-ink-soft">
              {searchJa.order}
              {last > 1 && searchJa.range((page - 1) * PAGE + 1, (page - 1) * PAGE + shown.length, entries.length)}
            </p>
          )}
          <ol className="grid-cols-2 gap-x-16 border-b border-rule @min-[90rem]/page:grid">
            {hits.map((hit) => (
              <li key={hit.key} className="border-t border-rule py-4.5 print:break-inside-avoid print:py-2">
                <SearchResult hit={hit} {...makeHitExcerpts(hit, query.all)} named={view.within === "all"} dataset={view.dataset} />
              </li>
            ))}
          </ol>
          <Pager label={searchJa.pages} page={page} pages={last} hrefOf={(number) => searchHref({ ...view, page: number })} />
        </>
      )}
      {(all.length === 0 || view.q === "") && <SearchHelp view={view} />}
    </SiteFrame>
  );
}

function NothingFound({ q, isEmpty }: { q: string; isEmpty: boolean }) {
  if (q.trim() === "") return <p>{searchJa.empty}</p>;
  if (isEmpty) return <p>{searchJa.nothingToFind(q)}</p>;
  return (
    <>
      <p>{searchJa.none(q)}</p>
      <Bullets>
        {searchJa.advice.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </Bullets>
    </>
  );
}
