import { type GoalFilter, municipalityFilter } from "./domain/goal-filter";
import { parseItemKey } from "./domain/item-key";
import { HEADER } from "./parameters/looks";
import { PAGES } from "./parameters/pages";
import { type Place, placeHref } from "./parameters/place";
import type { Header, View } from "./parameters/view";
import { lineAnchor, sourcePage } from "./source-lines";

/** `/` with what it takes of a view. */
export function overviewHref(view: Partial<View>): string {
  return placeHref(PAGES.overview, view);
}

/** `/goals` with what it takes of a view, or a file of just the same rows. */
export function goalsHref(view: Partial<View>, path: "/goals" | "/api/goals.csv" | "/api/goals.xlsx" | "/api/targets.csv" = "/goals"): string {
  return placeHref({ ...PAGES.goals, path }, view);
}

/** `/continuations` with what it takes of a view. */
export function continuationsHref(view: Partial<View>): string {
  return placeHref(PAGES.continuations, view);
}

/** `/carried-on` with what it takes of a view. */
export function carriedOnHref(view: Partial<View>): string {
  return placeHref(PAGES.carriedOn, view);
}

/** `/search` with what it takes of a view. */
export function searchHref(view: Partial<View>): string {
  return placeHref(PAGES.search, view);
}

/** One link and its evidence, by the keys of its items (`2021-policy-promotion-5`, `2025-policy-promotion-4-i2`). */
export function continuationHref(predecessor: string, successor: string, dataset: string | null = null): string {
  return placeHref(PAGES.continuation, { dataset }, { predecessor, successor });
}

/** The page of an item: its goal's, at the initiative where it is one. */
export function itemHref(key: string, dataset: string | null = null): string {
  const { goalId, initiative } = parseItemKey(key);
  return initiative === null ? goalHref(goalId, dataset) : goalHref(goalId, dataset, `/initiatives/${initiative - 1}/text`);
}

/** The A4 page for the mayor's office of one year, of the municipality and departments of a view. */
export function briefingHref(fiscalYear: number, { filter = {}, ...view }: Partial<View>): string {
  return placeHref(PAGES.briefing, { ...view, filter: { ...filter, fiscalYears: [fiscalYear] } });
}

/** One goal, and in it the field that a JSON Pointer into the goal names (`/targets/0/text`). */
export function goalHref(id: string, dataset: string | null = null, pointer?: string): string {
  return placeHref(PAGES.goal, { dataset }, { id }) + (pointer ? `#${fieldAnchor(pointer)}` : "");
}

/** Element id of the heading of the panel that tells of a goal beside a chart. */
export const PANEL = "panel";

/** A page with the panel of a goal beside its chart, or without one; all else stays as asked. */
export function panelHref(place: Place, view: Partial<View>, goal: string | null): string {
  return placeHref(place, { ...view, goal }) + (goal === null ? "" : `#${PANEL}`);
}

/** A document, at a line where one is given, on the page that holds it. */
export function documentHref(id: string, dataset: string | null = null, line?: number): string {
  return documentPageHref(id, dataset, line ? sourcePage(line) : 1) + (line ? `#${lineAnchor(line)}` : "");
}

/** A document, with the page of that number, from 1, of its source text. */
export function documentPageHref(id: string, dataset: string | null = null, page = 1): string {
  return placeHref(PAGES.document, { dataset, page }, { id });
}

/** The document's own bytes, as they were taken in. */
export function documentSourceHref(id: string): string {
  return `/documents/${encodeURIComponent(id)}/source`;
}

/** A table of the data as a file, of a municipality: `/api/goals.csv`. */
export function tableHref(
  name: string,
  format: "csv" | "json" | "xlsx",
  dataset: string | null = null,
  { header = "name", ...filter }: Pick<GoalFilter, "municipalities"> & { header?: Header } = {},
): string {
  const place = { ...PAGES.data, path: `/api/${name}.${format}`, takes: [...PAGES.data.takes, HEADER] };
  return placeHref(place, { filter: municipalityFilter(filter), dataset, header });
}

/** The form of the year after a plan as a Word file, blank or with the plan's texts beside it. */
export function formHref(planId: string, kind: "blank" | "previous", dataset: string | null = null): string {
  return placeHref({ ...PAGES.goal, path: "/api/forms/[kind]/[file]" }, { dataset }, { kind, file: `${planId}.docx` });
}

/** Element id of a goal's field, from its JSON Pointer: `/targets/0/text` is `targets-0-text`. */
export function fieldAnchor(pointer: string): string {
  return pointer.replace(/^\//, "").replaceAll("/", "-");
}
