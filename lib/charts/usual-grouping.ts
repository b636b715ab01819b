import type { PlanRow } from "@/lib/domain/rows";
import type { ChartGrouping } from "./contract";

/**
 * What ratings are grouped by where nobody asks: by department where any year shown has plans of several, else by policy
 * area. A department that is renamed from one year to the next is no second one.
 */
export function usualGrouping(plans: readonly Pick<PlanRow, "fiscalYear" | "department">[]): Extract<ChartGrouping, "department" | "area"> {
  const first = new Map<number, string>();
  for (const { fiscalYear, department } of plans) {
    const known = first.get(fiscalYear);
    if (known !== undefined && known !== department) return "department";
    first.set(fiscalYear, department);
  }
  return "area";
}
