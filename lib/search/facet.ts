import { compareDepartments } from "../domain/department";
import { type FilterField, type GoalFilter, NONE } from "../domain/goal-filter";
import type { SearchEntry } from "../domain/search";

/** Of each filter field (the municipality narrows the search itself), its values among the entries that all other fields of the filter take, with their number. */
export type SearchFacets = Record<FilterField, Map<string, number>>;

/** What an entry has of each filter field. A plan's basic policy has a year and a department only. */
const VALUES: Record<FilterField, (entry: SearchEntry) => string[]> = {
  fiscalYears: (entry) => [String(entry.fiscalYear)],
  departments: (entry) => [entry.departmentId],
  policyAreas: (entry) => ofGoal(entry, [entry.policyArea ?? NONE]),
  policyGoals: (entry) => ofGoal(entry, [entry.policyGoal ?? NONE]),
  responsibleUnits: (entry) => ofGoal(entry, entry.responsibleUnits.length > 0 ? entry.responsibleUnits : [NONE]),
  ratings: (entry) => ofGoal(entry, [entry.rating?.rating ?? NONE]),
  targetRatings: (entry) =>
    ofGoal(
      entry,
      entry.targetRatings.map((value) => value?.rating ?? NONE),
    ),
};
const FIELDS = Object.keys(VALUES) as FilterField[];

/** The entries that the filter takes. */
export function filterEntries(entries: readonly SearchEntry[], filter: GoalFilter): SearchEntry[] {
  return entries.filter((entry) => FIELDS.every((field) => takes(entry, field, filter)));
}

/** Counts what each choice of a filter would give beside the choices in force in the other fields. */
export function countFacets(entries: readonly SearchEntry[], filter: GoalFilter): SearchFacets {
  const facets = Object.fromEntries(FIELDS.map((field) => [field, new Map<string, number>()])) as SearchFacets;
  for (const entry of entries) {
    const refusing = FIELDS.filter((field) => !takes(entry, field, filter));
    for (const field of FIELDS) {
      if (refusing.some((other) => other !== field)) continue;
      for (const value of new Set(VALUES[field](entry))) facets[field].set(value, (facets[field].get(value) ?? 0) + 1);
    }
  }
  return facets;
}

/** The newest year first, then by municipality, department (in the city's order) and number, a plan's basic policy before its goals. */
export function sortEntries(entries: readonly SearchEntry[]): SearchEntry[] {
  return [...entries].sort((a, b) => b.fiscalYear - a.fiscalYear || compareDepartments(a, b) || a.number - b.number || a.key - b.key);
}

function takes(entry: SearchEntry, field: FilterField, filter: GoalFilter): boolean {
  const wanted: readonly (string | number)[] = filter[field] ?? [];
  return wanted.length === 0 || VALUES[field](entry).some((value) => wanted.some((each) => String(each) === value));
}

function ofGoal(entry: SearchEntry, values: string[]): string[] {
  return entry.goalId === null ? [] : values;
}
