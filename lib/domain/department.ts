/**
 * Whose a row is, and where its department stands in its city's order, from 0: the data folder's, else that of first
 * appearance in the documents. `department` is what the row's own document says.
 */
export interface DepartmentPlace {
  municipality: string;
  department: string;
  /** ASCII name of the department in URLs: one through all names that it had (`lib/domain/reorganisation.ts`). */
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
  /** The last that the rows give it, and those before. */
  name: string;
  former: string[];
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
export function listDepartments(rows: readonly (DepartmentPlace & { fiscalYear: number })[]): Department[] {
  const newestFirst = rows.toSorted((a, b) => compareDepartments(a, b) || b.fiscalYear - a.fiscalYear);
  const listed = new Map<string, Department>();
  for (const { municipality, departmentId: id, department } of newestFirst) {
    const known = listed.get(`${municipality}\n${id}`);
    if (!known) listed.set(`${municipality}\n${id}`, { municipality, id, name: department, former: [] });
    else if (department !== known.name && !known.former.includes(department)) known.former.push(department);
  }
  return [...listed.values()];
}

/** The areas of rows, each once, in the city's order; `null` last where some row has none: every list of areas is this one. */
export function listAreas(rows: readonly AreaPlace[]): (string | null)[] {
  return [...new Set(rows.toSorted(compareAreas).map(({ policyArea }) => policyArea))];
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
