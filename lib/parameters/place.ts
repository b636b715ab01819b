import { LONGEST_VALUE, MOST_VALUES, type QueryShape, quote, readQuery, type SearchParameters } from "@/lib/query-parameters";
import { RequestError } from "@/lib/request-error";
import { LANGUAGE } from "./looks";
import type { Parameter } from "./parameter";
import { USUAL_VIEW, type View } from "./view";

/** A parameter that could not be read and was left out; the page says so. */
export interface ParameterProblem {
  parameter: string;
  value: string;
}

/** Something that has addresses: a page, a chart in a form, a table. */
export interface Place {
  /** Its path; `[name]` stands for a part that is given. */
  path: string;
  /** What it takes, in the order in which its addresses print it. */
  takes: readonly Parameter[];
  /** What it shows unasked. */
  usual: View;
}

/** A place that shows the usual unasked, but for what is said. */
export function definePlace(path: string, takes: readonly Parameter[], usual: Partial<View> = {}): Place {
  return { path, takes, usual: { ...USUAL_VIEW, ...usual } };
}

/** Reads the parameters of a page. What cannot be read is as unasked, and reported; what the place does not take is passed over. */
export function readView(place: Place, parameters: SearchParameters): { view: View; problems: ParameterProblem[] } {
  const view = { ...place.usual, filter: { ...place.usual.filter } };
  const problems = place.takes.flatMap((parameter) =>
    parameter.read(valuesOf(parameters, parameter.name), view).map((value) => ({ parameter: parameter.name, value })),
  );
  return { view, problems };
}

/**
 * Reads the query of a file's or an API's address, which has no room to say what was left out. Throws `RequestError`
 * for a value that the place does not take, and for one given twice that counts once; names that it does not know are
 * passed over, or refused where `strict`.
 */
export function requireView(place: Place, url: string, { strict = false } = {}): View {
  return refuseProblems(place, readQuery(url, queryShape(place), { strict }));
}

/** Reads parameters, and throws a `RequestError` for the first that cannot be read, or that is missing where there is no doing without it. */
export function refuseProblems(place: Place, parameters: SearchParameters): View {
  const { view, problems } = readView(place, parameters);
  const [problem] = problems;
  const missing = place.takes.find(({ name, required }) => required && valuesOf(parameters, name).length === 0);
  if (missing) throw new RequestError("invalid_value", (texts) => texts.missing(missing.name, missing.wanted(texts)), missing.name);
  if (!problem) return view;
  const { wanted } = place.takes.find(({ name }) => name === problem.parameter)!;
  throw new RequestError("invalid_value", (texts) => texts.wrong(problem.parameter, quote(problem.value), wanted(texts)), problem.parameter);
}

/** The names that a place's query holds. */
function queryShape({ takes }: Place): QueryShape {
  const names = (repeats: boolean) => takes.filter((parameter) => parameter.repeats === repeats).map(({ name }) => name);
  return { single: names(false), multiple: names(true) };
}

/**
 * The address at which a place shows a view: what the place does not take, and what is usual, is left out, so that
 * one view has one address. `parts` are for the `[names]` of its path.
 */
export function placeHref(place: Place, view: Partial<View> = {}, parts: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  const whole = { ...place.usual, ...view };
  for (const parameter of place.takes) for (const value of parameter.print(whole, place.usual)) query.append(parameter.name, value);
  const text = query.toString();
  const path = place.path.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(parts[name]!));
  return text ? `${path}?${text}` : path;
}

/** The address by which what a place shows is found: without what only changes how it is shown. */
export function subjectHref(place: Place, view: Partial<View> = {}, parts: Record<string, string> = {}): string {
  return placeHref({ ...place, takes: place.takes.filter(({ looks }) => !looks) }, view, parts);
}

/** The address by which others show it: the same, in the language that it is in, as what they show speaks it. */
export function sharedHref(place: Place, view: Partial<View> = {}, parts: Record<string, string> = {}): string {
  return placeHref({ ...place, takes: place.takes.filter((parameter) => !parameter.looks || parameter === LANGUAGE) }, view, parts);
}

/** Values of a parameter, without the empty ones that an untouched form field sends. */
export function valuesOf(parameters: SearchParameters, name: string): string[] {
  return [parameters[name] ?? []]
    .flat()
    .filter((text) => text !== "")
    .slice(0, MOST_VALUES)
    .map((text) => [...text].slice(0, LONGEST_VALUE).join(""));
}
