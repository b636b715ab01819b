import type { Place } from "./place";

/** Values of a query that a static copy holds beside those that it always does. */
const MOST_VALUES = 2;

/** Charts, each in seven forms, and the page that makes them. */
const CHART_PATH = /^\/embed(?:\/|$)/;

/**
 * Whether a static copy of the site holds a place's address with this query: bare, with one value, or, of a page, with a
 * year, a department or a municipality (`scope`) and one value more. All combinations of all filters would be without end.
 */
export function isBakedQuery({ path, takes }: Place, query: URLSearchParams): boolean {
  const isChart = CHART_PATH.test(path);
  let values = 0;
  let scopes = 0;
  for (const name of query.keys()) {
    const parameter = takes.find((each) => each.name === name);
    if (!parameter || parameter.baked === "never") return false;
    if (parameter.baked !== "always" && (parameter.baked !== "page" || isChart)) values += 1;
    if (parameter.baked === "scope") scopes += 1;
  }
  return values <= 1 || (values <= MOST_VALUES && scopes > 0 && !isChart);
}
