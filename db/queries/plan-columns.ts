import { plan } from "./query-tables";

/** Whose `plan` is and of which year, as columns to select. */
export const planColumns = {
  municipality: plan.municipality,
  department: plan.department,
  departmentId: plan.departmentId,
  fiscalYear: plan.fiscalYear,
};
