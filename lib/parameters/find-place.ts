import { CHARTS, isChartName } from "@/lib/charts/registry";
import type { SearchParameters } from "@/lib/query-parameters";
import { builderPlace, chartPlace, parseChartAddress } from "./charts";
import { PAGES } from "./pages";
import { type Place, placeHref, readView } from "./place";

const PATTERNS = Object.values(PAGES).map((place) => ({ place, pattern: new RegExp(`^${place.path.replace(/\[\w+\]/g, "[^/]+")}/?$`) }));

/** The place that an address of the site leads to; `null` for files of the data, and where there is nothing. */
export function findPlace(path: string, query: URLSearchParams = new URLSearchParams()): Place | null {
  if (path === "/embed") {
    const name = query.get("chart") ?? "";
    return builderPlace(CHARTS[isChartName(name) ? name : "rating-distribution"]);
  }
  const chart = /^\/embed\/([^/]+)$/.exec(path);
  if (chart) {
    const address = parseChartAddress(chart[1]!);
    return address && chartPlace(CHARTS[address.name], address.format);
  }
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.place ?? null;
}

/** The given parts of a path that leads to a page (`{ id: "2025-policy-promotion-4" }`), decoded; `null` where one is no sound text. */
export function findParts({ path: pattern }: Place, path: string): Record<string, string> | null {
  const [names, given] = [pattern, path].map((each) => each.split("/"));
  try {
    return Object.fromEntries(names!.flatMap((name, at) => (name.startsWith("[") ? [[name.slice(1, -1), decodeURIComponent(given![at] ?? "")]] : [])));
  } catch {
    return null;
  }
}

/**
 * An address as the site itself would write it: what its place does not take left out, values in their usual form and
 * order. One with a value that cannot be read keeps all that its place takes, as the answer quotes it; one that leads
 * to no such place stays as it is.
 */
export function canonicalHref(href: string): string {
  const [path, search] = href.split(/\?(.*)/s, 2) as [string, string | undefined];
  if (search === undefined) return href;
  const query = new URLSearchParams(search);
  const place = findPlace(path, query);
  if (!place || (search.includes("%") && !isUtf8(search))) return href;
  const names = place.takes.map(({ name }) => name);
  const parameters: SearchParameters = Object.fromEntries(names.map((name) => [name, query.getAll(name)]));
  const { view, problems } = readView(place, parameters);
  const isPlain =
    problems.length === 0 &&
    place.takes.every(({ name, repeats }) => query.getAll(name).length <= (repeats ? 50 : 1)) &&
    [...query.values()].every((value) => value.length <= 200);
  const printed = isPlain ? placeHref({ ...place, path: "" }, view) : printKept(names, query);
  return printed === "" ? path : path + printed;
}

function printKept(names: readonly string[], query: URLSearchParams): string {
  const kept = new URLSearchParams(names.flatMap((name) => query.getAll(name).map((value): [string, string] => [name, value])));
  return kept.size === 0 ? "" : `?${kept}`;
}

function isUtf8(text: string): boolean {
  try {
    decodeURIComponent(text.replaceAll("+", " "));
    return true;
  } catch {
    return false;
  }
}
