import { plan } from "./query-tables";
import type { Columns } from "./select-rows";

/** What `planColumns` selects. */
export interface SelectedPlan {
  municipality: string;
  department: string;
  departmentId: string;
  fiscalYear: number;
}

/** Whose `plan` is and of which year, as columns to select. */
export const planColumns: Columns<SelectedPlan> = {
  municipality: plan.municipality,
  department: plan.department,
  departmentId: plan.departmentId,
  fiscalYear: plan.fiscalYear,
};
