import { homeMunicipality } from "@/db/config";
import { findDataset } from "@/db/queries/datasets";
import { siteDatabase } from "@/db/site";

/**
 * What every page needs: the database to read, the dataset shown, and how the page says which one that is.
 * `null` where there is no such dataset, or nothing has been taken in yet. Throws where the store cannot be read; the
 * server in front (db/start/gate.ts) answers that with 503.
 */
export async function openSite(datasetId: string | null) {
  const database = await siteDatabase();
  const dataset = await findDataset(database, datasetId ?? undefined);
  return dataset && { database, dataset, municipality: homeMunicipality(), frozen: datasetId };
}

/** The site with a dataset to show. */
export type Site = NonNullable<Awaited<ReturnType<typeof openSite>>>;
