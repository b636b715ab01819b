import { ShortDatasetError } from "@/lib/file-answer";
import { RequestError } from "@/lib/request-error";
import { findSite, type Site } from "./open-site";

/**
 * The site as files and the API read it, of the municipality of that id, else the site's own. Throws `RequestError`
 * for an unknown dataset or municipality, and where nothing was taken in yet; `ShortDatasetError` for a dataset named
 * by the beginning of its id.
 */
export async function readSite(datasetId: string | null, municipality: string | null = null): Promise<Site> {
  const site = await findSite(datasetId, municipality);
  if (site === "unknown-municipality") return refuseMunicipality(municipality);
  if (site && datasetId !== null && site.dataset.id !== datasetId) throw new ShortDatasetError(site.dataset.id);
  if (site) return site;
  if (datasetId) throw new RequestError("unknown_dataset", ({ noDataset }) => noDataset(datasetId.slice(0, 64)), "dataset");
  throw new RequestError("no_data", ({ noData }) => noData);
}

/** Throws the `RequestError` for a municipality that there are no plans of. */
export function refuseMunicipality(id: string | null): never {
  throw new RequestError("not_found", ({ noMunicipality }) => noMunicipality(String(id)), "municipality");
}
