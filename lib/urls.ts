import type { Level, LinkKind, Status } from "./domain/continuation";
import { municipalityFilter, type GoalFilter } from "./domain/goal-filter";
import { appendFilter, LONGEST_VALUE, parseChoice, parseChoices, parseDataset, parseFilter, parsePage, valuesOf, withQuery, type ParameterProblem, type SearchParameters } from "./url-parameters";

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
  const page = parsePage(parameters, problems);
  return {
    view: {
      q: valuesOf(parameters, "q").join(" ").slice(0, LONGEST_VALUE),
      within: parseChoice(parameters, "within", SEARCH_SCOPES, "municipality", problems),
      filter: parseFilter(parameters, problems),
      page,
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

/** Lines of a source text on one page. */
export const SOURCE_LINES = 1_000;

/** The page of a source text, from 1, that a line stands on. */
export function sourcePage(line: number): number {
  return Math.ceil(line / SOURCE_LINES);
}

/** A document, at a line where one is given, on the page that holds it. */
export function documentHref(id: string, dataset: string | null = null, line?: number): string {
  return documentPageHref(id, dataset, line ? sourcePage(line) : 1) + (line ? `#${lineAnchor(line)}` : "");
}

/** A document, with the page of that number, from 1, of its source text. */
export function documentPageHref(id: string, dataset: string | null = null, page = 1): string {
  const query = new URLSearchParams();
  if (page > 1) query.set("page", String(page));
  return withQuery(`/documents/${encodeURIComponent(id)}`, query, dataset);
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

/** Element id of a source line. */
export function lineAnchor(line: number): string {
  return `L${line}`;
}

/** Element id of a goal's field, from its JSON Pointer: `/targets/0/text` is `targets-0-text`. */
export function fieldAnchor(pointer: string): string {
  return pointer.replace(/^\//, "").replaceAll("/", "-");
}
