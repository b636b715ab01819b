/**
 * Begins the tokens that no text gives: what an entry belongs to. The ideographic blank stands in no search form,
 * since NFKC replaces it.
 */
const OF = "\u3000";

/** Stands with every entry, so that a query of excluded words alone has something to exclude from. */
export const ANY_ENTRY = `${OF}any`;

/** What narrows a search before anything is counted. An absent or empty list takes all. */
export interface SearchScope {
  fiscalYears?: readonly number[];
  /** Department ids: `policy-promotion`. */
  departments?: readonly string[];
  /** Ids of municipalities, as `plans.municipality_id` has them. */
  municipalities?: readonly string[];
}

/** The tokens that an entry carries for its plan. */
export function listPlanTokens(plan: { fiscalYear: number; departmentId: string; municipalityId: string }): string[] {
  return [ANY_ENTRY, yearToken(plan.fiscalYear), departmentToken(plan.departmentId), municipalityToken(plan.municipalityId)];
}

/** For each list of the scope that is not empty, the tokens of which an entry has to have one. */
export function listScopeTokens({ fiscalYears = [], departments = [], municipalities = [] }: SearchScope): string[][] {
  return [fiscalYears.map(yearToken), departments.map(departmentToken), municipalities.map(municipalityToken)].filter((tokens) => tokens.length > 0);
}

const yearToken = (year: number) => `${OF}y${year}`;
const departmentToken = (id: string) => `${OF}d${quoteless(id)}`;
const municipalityToken = (id: string) => `${OF}m${quoteless(id)}`;

/** An id from a URL may hold anything; one with a quote or a blank is no entry's. */
function quoteless(id: string): string {
  return id.toLowerCase().replace(/["'\\\s\p{Cc}]/gu, "\u3000");
}
