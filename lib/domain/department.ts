/** Where a row's department stands in its city's order, from 0: the data folder's, else that of first appearance in the documents. */
export interface DepartmentPlace {
  municipality: string;
  department: string;
  /** ASCII name of the department in URLs. */
  departmentId: string;
  departmentOrder: number;
}

/** The same of a goal's 分野; that of goals without one is after all others. */
export interface AreaPlace {
  policyArea: string | null;
  areaOrder: number;
}

/** A department to choose, or to show rows of. `id` stands in addresses. */
export interface Department {
  municipality: string;
  id: string;
  name: string;
}

/** By municipality, then in its city's order. */
export function compareDepartments(a: DepartmentPlace, b: DepartmentPlace): number {
  return compareTexts(a.municipality, b.municipality) || a.departmentOrder - b.departmentOrder || compareTexts(a.departmentId, b.departmentId);
}

/** In the city's order; of the same place by name, none last. */
export function compareAreas(a: AreaPlace, b: AreaPlace): number {
  if (a.policyArea === b.policyArea) return 0;
  if (a.policyArea === null || b.policyArea === null) return a.policyArea === null ? 1 : -1;
  return a.areaOrder - b.areaOrder || compareTexts(a.policyArea, b.policyArea);
}

/** The departments of rows, each once, in the city's order: every list of departments is this one. */
export function listDepartments(rows: readonly DepartmentPlace[]): Department[] {
  const first = new Map(rows.toSorted(compareDepartments).map((row) => [`${row.municipality}\n${row.departmentId}`, row]));
  return [...first.values()].map(({ municipality, departmentId: id, department: name }) => ({ municipality, id, name }));
}

/** The areas of rows, each once, in the city's order; `null` last where some row has none: every list of areas is this one. */
export function listAreas(rows: readonly AreaPlace[]): (string | null)[] {
  return [...new Set(rows.toSorted(compareAreas).map(({ policyArea }) => policyArea))];
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
