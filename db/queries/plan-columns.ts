/** Whose the plan `p` is and of which year, as columns for `selectPacked`. */
export const planColumns = {
  municipality: "p.municipality",
  department: "p.department",
  departmentId: "p.department_id",
  fiscalYear: "p.fiscal_year",
};
