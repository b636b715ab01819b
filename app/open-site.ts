import { notFound } from "next/navigation";
import { homeMunicipality, shownDataset } from "@/db/config";
import { findDataset } from "@/db/queries/datasets";
import { findMunicipality } from "@/db/queries/municipalities";
import { siteDatabase } from "@/db/site";
import { municipalityId } from "@/lib/domain/identifier";

/**
 * What every page needs: the database to read, the dataset shown (its lists of one municipality: the one of that id,
 * else the site's own), and how the page says which one that is. `null` where there is no such dataset, or nothing has
 * been taken in yet; not found where the dataset has nothing of that municipality. Throws where the store cannot be
 * read; the server in front (db/start/gate.ts) answers that with 503.
 */
export async function openSite(datasetId: string | null, municipality: string | null = null) {
  const site = await findSite(datasetId, municipality);
  if (site === "unknown-municipality") notFound();
  return site;
}

/** The site with a dataset to show. */
export type Site = NonNullable<Awaited<ReturnType<typeof openSite>>>;

/** As `openSite`, but saying what is not there. */
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
    frozen: datasetId,
  };
}
