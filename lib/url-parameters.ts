import { findFiscalYear } from "./domain/fiscal-year";
import type { GoalFilter } from "./domain/goal-filter";
import { municipalityId } from "./domain/identifier";

/** A page's query parameters as Next.js gives them. */
export type SearchParameters = Record<string, string | string[] | undefined>;

/** A parameter that could not be read and was left out; the page says so. */
export interface ParameterProblem {
  parameter: string;
  value: string;
}

/** Query parameter of each filter field, in the order in which URLs print them. */
export const FILTER_PARAMETERS = {
  municipalities: "municipality",
  fiscalYears: "year",
  departments: "department",
  policyAreas: "area",
  policyGoals: "policy-goal",
  responsibleUnits: "unit",
  ratings: "rating",
  targetRatings: "target-rating",
} as const satisfies Record<keyof GoalFilter, string>;

/** Characters of a value that are read. */
export const LONGEST_VALUE = 200;
const MOST_VALUES = 50;

/** The dataset that a page's URL names, `null` for the newest. */
export function parseDataset(parameters: SearchParameters): string | null {
  return valuesOf(parameters, "dataset")[0] ?? null;
}

/** The text that `q=` looks for; empty for all. */
export function parseText(parameters: SearchParameters): string {
  return (valuesOf(parameters, "q")[0] ?? "").trim();
}

/** The number of a page, from 1, in `page=`; 1 for what is no number, which is added to `problems`. */
export function parsePage(parameters: SearchParameters, problems: ParameterProblem[] = []): number {
  const value = valuesOf(parameters, "page")[0] ?? "1";
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  problems.push({ parameter: "page", value });
  return 1;
}

/** The municipality that `municipality=` names, by id; `null` for the site's own. */
export function parseMunicipality(parameters: SearchParameters): string | null {
  const value = valuesOf(parameters, "municipality")[0];
  if (value === undefined) return null;
  return /^m[0-9a-z]{8}$/.test(value) ? value : municipalityId(value.normalize("NFC"));
}

/** Reads the filter fields; a year that cannot be read is added to `problems`. */
export function parseFilter(parameters: SearchParameters, problems: ParameterProblem[]): GoalFilter {
  const filter: GoalFilter = {};
  const years: number[] = [];
  for (const value of valuesOf(parameters, "year")) {
    const year = parseYear(value);
    if (year === null) problems.push({ parameter: "year", value });
    else if (!years.includes(year)) years.push(year);
  }
  const municipality = parseMunicipality(parameters);
  if (municipality) filter.municipalities = [municipality];
  if (years.length > 0) filter.fiscalYears = years.sort((a, b) => a - b);
  for (const [field, parameter] of Object.entries(FILTER_PARAMETERS) as [keyof GoalFilter, string][]) {
    const values = valuesOf(parameters, parameter);
    if (field !== "fiscalYears" && field !== "municipalities" && values.length > 0) filter[field] = [...new Set(values)];
  }
  return filter;
}

/** 2025, ２０２５, 令和7, 令和7年度, R7. */
function parseYear(value: string): number | null {
  const text = value.normalize("NFKC").replace(/年度?$/, "").trim();
  return /^\d{1,3}$/.test(text) ? null : (findFiscalYear(`${text}年度`)?.year ?? null);
}

/** One choice of a parameter; the usual one for none, and for what is no choice, which is added to `problems`. */
export function parseChoice<T extends string>(
  parameters: SearchParameters,
  parameter: string,
  choices: readonly T[],
  usual: T,
  problems: ParameterProblem[],
): T {
  const value = valuesOf(parameters, parameter)[0];
  if (value === undefined) return usual;
  if (isOneOf(value, choices)) return value;
  problems.push({ parameter, value });
  return usual;
}

/** All values of a parameter that are choices, each once and in the order of the choices. */
export function parseChoices<T extends string>(
  parameters: SearchParameters,
  parameter: string,
  choices: readonly T[],
  problems: ParameterProblem[],
): T[] {
  const values = valuesOf(parameters, parameter);
  problems.push(...values.filter((value) => !isOneOf(value, choices)).map((value) => ({ parameter, value })));
  return choices.filter((choice) => values.includes(choice));
}

function isOneOf<T extends string>(value: string, choices: readonly T[]): value is T {
  return (choices as readonly string[]).includes(value);
}

/** Values of a parameter, without the empty ones that an untouched form field sends. */
export function valuesOf(parameters: SearchParameters, parameter: string): string[] {
  const value = parameters[parameter];
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return values.filter((text) => text !== "").slice(0, MOST_VALUES).map((text) => text.slice(0, LONGEST_VALUE));
}

/** Adds the filter fields to a query, in the order of `FILTER_PARAMETERS`. */
export function appendFilter(query: URLSearchParams, filter: GoalFilter): void {
  for (const [field, parameter] of Object.entries(FILTER_PARAMETERS) as [keyof GoalFilter, string][]) {
    for (const value of filter[field] ?? []) query.append(parameter, String(value));
  }
}

/** A path with its query, `dataset` last; without a question mark where there is nothing to ask. */
export function withQuery(path: string, query: URLSearchParams, dataset: string | null): string {
  if (dataset) query.set("dataset", dataset);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
