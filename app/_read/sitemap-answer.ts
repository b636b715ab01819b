import { siteUrl } from "@/db/config";
import { listMunicipalities } from "@/db/queries/municipalities";
import { listDocumentIds, listGoalIds } from "@/db/queries/public-ids";
import { printSitemap, printSitemapIndex, type SitemapEntry, splitSitemap } from "@/lib/discovery/sitemap";
import type { Answer } from "@/lib/file-answer";
import { BUILDER } from "@/lib/parameters/charts";
import { MUNICIPALITY } from "@/lib/parameters/filters";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref } from "@/lib/parameters/place";
import { RequestError } from "@/lib/request-error";
import { documentHref, goalHref } from "@/lib/urls";
import type { Site } from "./open-site";
import { readSite } from "./read-site";

/** Pages that a search engine is sent to by name: all but the search, and but those that an id names. */
const LISTED = Object.values(PAGES).filter(({ path }) => !path.includes("[") && path !== PAGES.search.path && path !== PAGES.municipalities.path);

/**
 * The sitemap of the newest dataset: pages, goals, documents, charts, of every municipality. `file` names a part of one
 * that the protocol has in several; `null` for the whole, or their index. Throws `RequestError` where there is no such part.
 */
export async function answerSitemap(file: string | null): Promise<Answer> {
  const site = await readSite(null);
  const parts = splitSitemap(await listEntries(site));
  return { body: printPart(parts, file, site.dataset.createdAt), type: "application/xml; charset=utf-8", frozen: false };
}

function printPart(parts: readonly SitemapEntry[][], file: string | null, changed: string): string {
  if (parts.length === 1 && file === null) return printSitemap(parts[0]!);
  if (file === null) return printSitemapIndex(parts.map((_, index) => ({ url: `${siteUrl()}/sitemaps/${index + 1}.xml`, changed })));
  const part = parts.length === 1 ? undefined : parts[Number(/^([1-9]\d{0,5})\.xml$/.exec(file)?.[1] ?? 0) - 1];
  if (!part) throw new RequestError("not_found", ({ noSitemap }) => noSitemap);
  return printSitemap(part);
}

/** What shows all of a dataset changed when that came; when one goal's page last did is not known. */
async function listEntries({ database, dataset, several }: Site): Promise<SitemapEntry[]> {
  const municipalities = several ? (await listMunicipalities(database, dataset)).filter(({ id }) => id !== dataset.municipalityId) : [];
  const whole = [
    ...LISTED.map((place) => placeHref(place)),
    placeHref(BUILDER),
    ...(several ? [placeHref(PAGES.municipalities)] : []),
    ...municipalities.flatMap(({ id }) =>
      LISTED.filter(({ takes }) => takes.includes(MUNICIPALITY)).map((place) => placeHref(place, { filter: { municipalities: [id] } })),
    ),
  ];
  const single = [
    ...(await listGoalIds(database, dataset)).map((id) => goalHref(id)),
    ...(await listDocumentIds(database, dataset)).map((id) => documentHref(id)),
  ];
  return [...whole.map((href) => ({ url: siteUrl() + href, changed: dataset.createdAt })), ...single.map((href) => ({ url: siteUrl() + href }))];
}
