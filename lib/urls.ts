import type { Level, LinkKind, Status } from "./domain/continuation";
import { findFiscalYear } from "./domain/fiscal-year";
import { municipalityFilter, type GoalFilter } from "./domain/goal-filter";
import { municipalityId } from "./domain/identifier";

/** A page's query parameters as Next.js gives them. */
export type SearchParameters = Record<string, string | string[] | undefined>;

/** A parameter that could not be read and was left out; the page says so. */
export interface ParameterProblem {
  parameter: string;
  value: string;
}

export const COUNTED_UNITS = ["goals", "targets"] as const;
export const MEASURES = ["count", "share"] as const;
export const GROUPINGS = ["area", "policy-goal", "department"] as const;
export const SORT_KEYS = ["year", "number", "title", "area", "policy-goal", "department", "unit", "rating"] as const;
export const DIRECTIONS = ["asc", "desc"] as const;

export type CountedUnit = (typeof COUNTED_UNITS)[number];
export type Measure = (typeof MEASURES)[number];
export type Grouping = (typeof GROUPINGS)[number];
export type SortKey = (typeof SORT_KEYS)[number];
export type Direction = (typeof DIRECTIONS)[number];

/** What the overview shows, all of it in its URL. `dataset` is `null` for the newest. */
export interface OverviewView {
  filter: Pick<GoalFilter, "municipalities" | "fiscalYears" | "departments">;
  unit: CountedUnit;
  measure: Measure;
  by: Grouping;
  dataset: string | null;
}

/** What the table of goals shows, all of it in its URL. */
export interface GoalsView {
  filter: GoalFilter;
  sort: SortKey;
  direction: Direction;
  dataset: string | null;
}

export const LEVELS = ["goal", "initiative"] as const satisfies readonly Level[];
export const LINK_KINDS = ["continued", "merged", "split", "related"] as const satisfies readonly LinkKind[];
export const STATUSES = ["proposed", "confirmed", "added", "rejected"] as const satisfies readonly Status[];

/** Which items and links the page of continuations shows. An absent field takes all. */
export interface ContinuationFilter extends Pick<GoalFilter, "municipalities" | "departments" | "policyAreas" | "responsibleUnits"> {
  kinds?: LinkKind[];
  statuses?: Status[];
}

/** What the page of continuations shows, all of it in its URL. */
export interface ContinuationsView {
  level: Level;
  filter: ContinuationFilter;
  dataset: string | null;
}

export const SEARCH_SCOPES = ["municipality", "all"] as const;

/** What the page of search shows, all of it in its URL. `q` is what the reader typed, `page` counts from 1. */
export interface SearchView {
  q: string;
  /** The municipality shown, or all that the dataset has plans of. */
  within: (typeof SEARCH_SCOPES)[number];
  filter: GoalFilter;
  page: number;
  dataset: string | null;
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

const LONGEST_VALUE = 200;
const MOST_VALUES = 50;

/** Reads the overview's parameters; what cannot be read takes its default and is reported. */
export function parseOverviewView(parameters: SearchParameters): { view: OverviewView; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const { fiscalYears, departments, ...rest } = parseFilter(parameters, problems);
  return {
    view: {
      filter: { ...municipalityFilter(rest), ...(fiscalYears && { fiscalYears }), ...(departments && { departments }) },
      unit: parseChoice(parameters, "of", COUNTED_UNITS, "goals", problems),
      measure: parseChoice(parameters, "measure", MEASURES, "count", problems),
      by: parseChoice(parameters, "by", GROUPINGS, "area", problems),
      dataset: parseDataset(parameters),
    },
    problems,
  };
}

/** Reads the goal table's parameters; what cannot be read takes its default and is reported. */
export function parseGoalsView(parameters: SearchParameters): { view: GoalsView; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const sort = parseChoice(parameters, "sort", SORT_KEYS, "year", problems);
  return {
    view: {
      filter: parseFilter(parameters, problems),
      sort,
      direction: parseChoice(parameters, "direction", DIRECTIONS, sort === "year" ? "desc" : "asc", problems),
      dataset: parseDataset(parameters),
    },
    problems,
  };
}

/** Reads the parameters of the page of search; what cannot be read takes its default and is reported. */
export function parseSearchView(parameters: SearchParameters): { view: SearchView; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const page = valuesOf(parameters, "page")[0] ?? "1";
  const isPage = /^[1-9]\d{0,5}$/.test(page);
  if (!isPage) problems.push({ parameter: "page", value: page });
  return {
    view: {
      q: valuesOf(parameters, "q").join(" ").slice(0, LONGEST_VALUE),
      within: parseChoice(parameters, "within", SEARCH_SCOPES, "municipality", problems),
      filter: parseFilter(parameters, problems),
      page: isPage ? Number(page) : 1,
      dataset: parseDataset(parameters),
    },
    problems,
  };
}

/** `/search` with the view's parameters; defaults are left out. */
export function searchHref({ q = "", within = "municipality", filter = {}, page = 1, dataset = null }: Partial<SearchView>): string {
  const query = new URLSearchParams();
  if (q !== "") query.set("q", q);
  if (within !== "municipality") query.set("within", within);
  appendFilter(query, filter);
  if (page > 1) query.set("page", String(page));
  return withQuery("/search", query, dataset);
}

/** Reads the parameters of the page of continuations; what cannot be read takes its default and is reported. */
export function parseContinuationsView(parameters: SearchParameters): { view: ContinuationsView; problems: ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const { departments, policyAreas, responsibleUnits, ...rest } = parseFilter(parameters, problems);
  const kinds = parseChoices(parameters, "kind", LINK_KINDS, problems);
  const statuses = parseChoices(parameters, "status", STATUSES, problems);
  return {
    view: {
      level: parseChoice(parameters, "level", LEVELS, "goal", problems),
      filter: {
        ...municipalityFilter(rest),
        ...(departments && { departments }),
        ...(policyAreas && { policyAreas }),
        ...(responsibleUnits && { responsibleUnits }),
        ...(kinds.length > 0 && { kinds }),
        ...(statuses.length > 0 && { statuses }),
      },
      dataset: parseDataset(parameters),
    },
    problems,
  };
}

/** `/continuations` with the view's parameters; defaults are left out. */
export function continuationsHref({ level = "goal", filter = {}, dataset = null }: Partial<ContinuationsView>): string {
  const { kinds = [], statuses = [], ...goalFilter } = filter;
  const query = new URLSearchParams();
  if (level !== "goal") query.set("level", level);
  appendFilter(query, goalFilter);
  for (const kind of kinds) query.append("kind", kind);
  for (const status of statuses) query.append("status", status);
  return withQuery("/continuations", query, dataset);
}

/** One link and its evidence, by the keys of its items (`2021-policy-promotion-5`, `2025-policy-promotion-4-i2`). */
export function continuationHref(predecessor: string, successor: string, dataset: string | null = null): string {
  return withQuery(`/continuations/${encodeURIComponent(predecessor)}/${encodeURIComponent(successor)}`, new URLSearchParams(), dataset);
}

/** The page of an item: its goal's, at the initiative where it is one. */
export function itemHref(key: string, dataset: string | null = null): string {
  const initiative = /^(.+)-i(\d+)$/.exec(key);
  return initiative ? goalHref(initiative[1]!, dataset, `/initiatives/${Number(initiative[2]) - 1}/text`) : goalHref(key, dataset);
}

/** The A4 page for the mayor's office of one year. */
export function briefingHref(fiscalYear: number, dataset: string | null = null, filter: Pick<GoalFilter, "municipalities"> = {}): string {
  const query = new URLSearchParams();
  appendFilter(query, { ...municipalityFilter(filter), fiscalYears: [fiscalYear] });
  return withQuery("/briefing", query, dataset);
}

/** The dataset that a page's URL names, `null` for the newest. */
export function parseDataset(parameters: SearchParameters): string | null {
  return valuesOf(parameters, "dataset")[0] ?? null;
}

/** `/` with the view's parameters; defaults are left out, so that one view has one URL. */
export function overviewHref(view: OverviewView): string {
  const query = new URLSearchParams();
  appendFilter(query, view.filter);
  if (view.unit !== "goals") query.set("of", view.unit);
  if (view.measure !== "count") query.set("measure", view.measure);
  if (view.by !== "area") query.set("by", view.by);
  return withQuery("/", query, view.dataset);
}

/** `/goals` with the view's parameters, or a file of just the same rows. */
export function goalsHref(view: Partial<GoalsView>, path: "/goals" | "/api/goals.csv" | "/api/goals.xlsx" = "/goals"): string {
  const { filter = {}, sort = "year", dataset = null } = view;
  const usual = sort === "year" ? "desc" : "asc";
  const query = new URLSearchParams();
  appendFilter(query, filter);
  if (sort !== "year") query.set("sort", sort);
  if (view.direction && view.direction !== usual) query.set("direction", view.direction);
  return withQuery(path, query, dataset);
}

/** One goal, and in it the field that a JSON Pointer into the goal names (`/targets/0/text`). */
export function goalHref(id: string, dataset: string | null = null, pointer?: string): string {
  return withQuery(`/goals/${encodeURIComponent(id)}`, new URLSearchParams(), dataset) + (pointer ? `#${fieldAnchor(pointer)}` : "");
}

/** A document, at a line where one is given. */
export function documentHref(id: string, dataset: string | null = null, line?: number): string {
  return withQuery(`/documents/${encodeURIComponent(id)}`, new URLSearchParams(), dataset) + (line ? `#${lineAnchor(line)}` : "");
}

/** The document's own bytes, as they were taken in. */
export function documentSourceHref(id: string): string {
  return `/documents/${encodeURIComponent(id)}/source`;
}

/** A table of the data as a file, of a municipality: `/api/goals.csv`. */
export function tableHref(name: string, format: "csv" | "json" | "xlsx", dataset: string | null = null, filter: Pick<GoalFilter, "municipalities"> = {}): string {
  const query = new URLSearchParams();
  appendFilter(query, municipalityFilter(filter));
  return withQuery(`/api/${name}.${format}`, query, dataset);
}

/** A page of a municipality without further parameters of its own; of a list in pages, the page of that number from 1. */
export function pageHref(path: "/documents" | "/data" | "/about", dataset: string | null = null, filter: Pick<GoalFilter, "municipalities"> = {}, page = 1): string {
  const query = new URLSearchParams();
  appendFilter(query, municipalityFilter(filter));
  if (page > 1) query.set("page", String(page));
  return withQuery(path, query, dataset);
}

/** The list of municipalities whose names hold a text. */
export function municipalitiesHref(dataset: string | null = null, text = "", page = 1): string {
  const query = new URLSearchParams();
  if (text) query.set("q", text);
  if (page > 1) query.set("page", String(page));
  return withQuery("/municipalities", query, dataset);
}

/** The text that `q=` looks for; empty for all. */
export function parseText(parameters: SearchParameters): string {
  return (valuesOf(parameters, "q")[0] ?? "").trim();
}

/** The number of a page, from 1, in `page=`; 1 for what is no number. */
export function parsePage(parameters: SearchParameters): number {
  const value = valuesOf(parameters, "page")[0] ?? "1";
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
}

/** The municipality that `municipality=` names, by id; `null` for the site's own. */
export function parseMunicipality(parameters: SearchParameters): string | null {
  const value = valuesOf(parameters, "municipality")[0];
  if (value === undefined) return null;
  return /^m[0-9a-z]{8}$/.test(value) ? value : municipalityId(value.normalize("NFC"));
}

/** Element id of a source line. */
export function lineAnchor(line: number): string {
  return `L${line}`;
}

/** Element id of a goal's field, from its JSON Pointer: `/targets/0/text` is `targets-0-text`. */
export function fieldAnchor(pointer: string): string {
  return pointer.replace(/^\//, "").replaceAll("/", "-");
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

function parseChoice<T extends string>(
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
function parseChoices<T extends string>(
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
function valuesOf(parameters: SearchParameters, parameter: string): string[] {
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
