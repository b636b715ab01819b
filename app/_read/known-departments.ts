import { settleFilter } from "@/db/queries/city-order";
import { listPlans } from "@/db/queries/plans";
import { DEPARTMENT } from "@/lib/parameters/filters";
import type { View } from "@/lib/parameters/view";
import { quote } from "@/lib/query-parameters";
import { RequestError } from "@/lib/request-error";
import { readSite } from "./read-site";

/**
 * The view with its departments by their ids, also where an address names them as the documents do. Throws `RequestError`
 * for one that no document is of: a chart of nothing would be quoted as one of a department that states nothing.
 */
export async function knowDepartments(view: View): Promise<View> {
  const { departments } = view.filter;
  if (!departments) return view;
  const { database, dataset } = await readSite(view.dataset, view.filter.municipalities?.[0]);
  const plans = await listPlans(database, dataset);
  const isKnown = (id: string) =>
    settleFilter(dataset, { departments: [id] }).departments?.some((settled) => plans.some(({ departmentId }) => departmentId === settled));
  const known = departments.map((asked) => {
    const id = isKnown(asked) ? asked : plans.find(({ department }) => department === asked.normalize("NFC"))?.departmentId;
    if (id === undefined) throw new RequestError("not_found", ({ noDepartment }) => noDepartment(quote(asked)), DEPARTMENT.name);
    return id;
  });
  return { ...view, filter: { ...view.filter, departments: known } };
}
