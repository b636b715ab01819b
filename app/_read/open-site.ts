import { notFound, redirect } from "next/navigation";
import { homeMunicipality, shownDataset } from "@/db/config";
import { siteDatabase } from "@/db/connection/site";
import { settleFilter } from "@/db/queries/city-order";
import { findDataset } from "@/db/queries/datasets";
import { findMunicipality } from "@/db/queries/municipalities";
import { municipalityId } from "@/lib/domain/identifier";
import { MUNICIPALITIES } from "@/lib/parameters/filters";
import { type ParameterProblem, type Place, placeHref, readView } from "@/lib/parameters/place";
import type { View } from "@/lib/parameters/view";
import type { SearchParameters } from "@/lib/query-parameters";

/** Where a page stands: its place, what its address asks for, and the given parts of its path. */
export interface PageAddress {
  place: Place;
  view: View;
  parts: Record<string, string>;
}

/** An opened page: its site, what it shows, and what its address held that cannot be read. */
export type Page = Site & PageAddress & { problems: ParameterProblem[] };

interface PageOptions {
  parts?: Record<string, string>;
  /** Id of the municipality that the page's path names; `null` for the site's own. Else the query says. */
  municipality?: string | null;
}

/**
 * Opens the site for a page: reads what its address asks for, and has its dataset. `null` where nothing has been taken in yet;
 * not found where there is no such dataset, or nothing of that municipality in it. A dataset named by the beginning of
 * its id leads to the address with the whole of it.
 */
export async function openPage(place: Place, parameters: SearchParameters, { parts = {}, municipality }: PageOptions = {}): Promise<Page | null> {
  const { view, problems } = readView(place, parameters);
  // A page of several municipalities belongs to none of them.
  const ofSeveral = place.takes.includes(MUNICIPALITIES);
  const asked = ofSeveral ? null : (view.filter.municipalities?.[0] ?? null);
  const site = await findSite(view.dataset, municipality === undefined ? asked : municipality);
  if (site === "unknown-municipality" || (site === null && view.dataset !== null)) notFound();
  if (site === null) return null;
  const { municipalities: _, ...filter } = view.filter;
  const shown = { ...view, filter: ofSeveral ? view.filter : settleFilter(site.dataset, { ...site.chosen, ...filter }) };
  if (view.dataset !== null && view.dataset !== site.dataset.id) redirect(placeHref(place, { ...shown, dataset: site.dataset.id }, parts));
  return { ...site, place, view: shown, parts, problems };
}

/** The site with a dataset to show. */
export type Site = Exclude<Awaited<ReturnType<typeof findSite>>, null | "unknown-municipality">;

/**
 * The database to read, the dataset of that id or its beginning, or the newest (its lists of one municipality: the one
 * of that id, else the site's own), and how a page says which one that is. `null` where there is no such dataset, or
 * nothing has been taken in yet. Throws where the store cannot be read; the server in front (app/_server/known-readiness.ts) answers
 * that with 503.
 */
export async function findSite(datasetId: string | null, municipality: string | null) {
  const database = await siteDatabase();
  const dataset = await findDataset(database, datasetId ?? shownDataset());
  if (!dataset) return null;
  const shown = await findMunicipality(database, dataset, municipality);
  if (!shown && municipality !== null && municipality !== municipalityId(homeMunicipality())) return "unknown-municipality";
  return {
    database,
    dataset: shown ? { ...dataset, municipalityId: shown.id } : dataset,
    municipality: shown?.name ?? homeMunicipality(),
    /** The dataset has plans of other municipalities too: pages say which one they show, and how to choose. */
    several: shown?.several ?? false,
    /** What links to other pages carry, so that they show the same municipality: nothing for the usual one. */
    chosen: municipality === null || municipality === municipalityId(homeMunicipality()) ? {} : { municipalities: [municipality] },
  };
}
