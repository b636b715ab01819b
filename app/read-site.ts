import { RequestError } from "@/lib/request-error";
import { openSite, type Site } from "./open-site";

/** The site as files and the API read it. Throws `RequestError` for an unknown dataset, and where nothing was taken in yet. */
export async function readSite(datasetId: string | null): Promise<Site> {
  const site = await openSite(datasetId);
  if (site) return site;
  if (datasetId) throw new RequestError("unknown_dataset", `データ版「${datasetId.slice(0, 64)}」はありません。`, "dataset");
  throw new RequestError("no_data", "まだ資料が取り込まれていません。");
}
