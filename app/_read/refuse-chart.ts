import { CHART_NAMES } from "@/lib/charts/registry";
import { RequestError } from "@/lib/request-error";

/** Throws that no chart has such an address. */
export function refuseChart(address: string): never {
  throw new RequestError("not_found", ({ noChart }) => noChart(address.slice(0, 60), CHART_NAMES));
}
