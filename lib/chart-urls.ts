import type { ChartSubject } from "./charts/chart-facts";
import type { Theme } from "./charts/drawing-style";
import { isChartName, type ChartDefinition, type ChartName } from "./charts/registry";
import { refuseProblems, type QueryShape } from "./query";
import { municipalityFilter } from "./domain/goal-filter";
import { RequestError } from "./request-error";
import { appendFilter, parseDataset, parseFilter, withQuery, type ParameterProblem, type SearchParameters } from "./url-parameters";
import { continuationsHref, goalsHref, overviewHref } from "./urls";

/** The forms that a chart's address answers, by what follows its name. */
export const CHART_FORMATS = ["html", "svg", "png", "csv", "json", "metadata.json", "zip"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

export const THEMES = ["auto", "light", "dark"] as const satisfies readonly Theme[];
/** Languages that charts speak. */
export const LANGUAGES = ["ja"] as const;

/** Widths in pixels that a chart is laid out for, and how many image pixels each of them may become. */
export const WIDTH_RANGE = { least: 280, most: 1600 } as const;
export const SCALE_RANGE = { least: 1, most: 3 } as const;

/** What a chart shows and how it looks, all of it in its URL. `width` is `null` for what fits the reader's room. */
export interface ChartView extends ChartSubject {
  theme: Theme;
  language: (typeof LANGUAGES)[number];
  width: number | null;
  scale: number;
  /** The page tells its height to the page that holds it; only `/embed/v1.js` asks for that. */
  resize: boolean;
  dataset: string | null;
}

/** The query parameters that every chart takes, in every form. */
export const CHART_QUERY: QueryShape = {
  single: ["municipality", "of", "measure", "by", "theme", "lang", "width", "scale", "resize", "dataset"],
  multiple: ["year", "area", "department"],
};

/** `rating-distribution.svg` as its chart and form; `null` where there is no such. */
export function parseChartAddress(part: string): { name: ChartName; format: ChartFormat } | null {
  const dot = part.indexOf(".");
  const name = dot === -1 ? part : part.slice(0, dot);
  const format = dot === -1 ? "html" : part.slice(dot + 1);
  const known = (CHART_FORMATS as readonly string[]).includes(format) && (dot === -1 || format !== "html");
  return isChartName(name) && known ? { name, format: format as ChartFormat } : null;
}

/** What a chart does where its URL asks for nothing. */
export function defaultView({ of, measure, by }: ChartDefinition): ChartView {
  return { filter: {}, of: of[0]!, measure: measure[0]!, by: by[0]!, theme: "auto", language: "ja", width: null, scale: 1, resize: false, dataset: null };
}

/** Reads a chart's parameters. Throws `RequestError` for a value that this chart does not take. */
export function parseChartView(definition: ChartDefinition, parameters: SearchParameters): ChartView {
  const problems: ParameterProblem[] = [];
  const { fiscalYears, departments, policyAreas, ...rest } = parseFilter(parameters, problems);
  refuseProblems(problems);
  const usual = defaultView(definition);
  return {
    filter: { ...municipalityFilter(rest), ...(fiscalYears && { fiscalYears }), ...(departments && { departments }), ...(policyAreas && { policyAreas }) },
    of: choose(parameters, "of", definition.of, usual.of),
    measure: choose(parameters, "measure", definition.measure, usual.measure),
    by: choose(parameters, "by", definition.by, usual.by),
    theme: choose(parameters, "theme", THEMES, usual.theme),
    language: choose(parameters, "lang", LANGUAGES, usual.language),
    width: readNumber(parameters, "width", WIDTH_RANGE, null, true),
    scale: readNumber(parameters, "scale", SCALE_RANGE, 1, false) ?? 1,
    resize: choose(parameters, "resize", ["0", "1"], "0") === "1",
    dataset: parseDataset(parameters),
  };
}

/** A chart's address in one of its forms; what it does unasked is left out, so that one view has one address. */
export function chartHref(definition: ChartDefinition, view: ChartView, format: ChartFormat = "html"): string {
  const usual = defaultView(definition);
  const query = new URLSearchParams();
  appendFilter(query, view.filter);
  for (const name of ["of", "measure", "by", "theme"] as const) if (view[name] !== usual[name]) query.set(name, view[name]);
  if (view.width !== null) query.set("width", String(view.width));
  if (view.scale !== usual.scale && format === "png") query.set("scale", String(view.scale));
  if (view.resize && format === "html") query.set("resize", "1");
  return withQuery(`/embed/${definition.name}${format === "html" ? "" : `.${format}`}`, query, view.dataset);
}

/** The page of the site that shows the same and more. */
export function chartPageHref({ name }: ChartDefinition, { filter, of, measure, by, dataset }: ChartView): string {
  if (name === "continuation-ribbon") {
    const { departments, policyAreas } = filter;
    return continuationsHref({
      level: of === "initiatives" ? "initiative" : "goal",
      filter: { ...municipalityFilter(filter), ...(departments && { departments }), ...(policyAreas && { policyAreas }) },
      dataset,
    });
  }
  if (filter.policyAreas) return goalsHref({ filter, dataset });
  const { fiscalYears, departments } = filter;
  return overviewHref({
    filter: { ...municipalityFilter(filter), ...(fiscalYears && { fiscalYears }), ...(departments && { departments }) },
    unit: of === "targets" ? "targets" : "goals",
    measure,
    by: by === "year" ? "area" : by,
    dataset,
  });
}

function choose<T extends string>(parameters: SearchParameters, name: string, choices: readonly T[], usual: T): T {
  const value = firstOf(parameters[name]);
  if (value === undefined) return usual;
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw invalid(name, value, `${choices.join("・")}のどれか`);
  return choice;
}

function readNumber(parameters: SearchParameters, name: string, { least, most }: { least: number; most: number }, usual: number | null, whole: boolean): number | null {
  const value = firstOf(parameters[name]);
  if (value === undefined) return usual;
  const number = /^\d{1,4}(?:\.\d{1,2})?$/.test(value.normalize("NFKC")) ? Number(value.normalize("NFKC")) : NaN;
  if (!(number >= least && number <= most) || (whole && !Number.isInteger(number))) throw invalid(name, value, `${least}から${most}までの${whole ? "整数" : "数"}`);
  return number;
}

function firstOf(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === "" ? undefined : first;
}

function invalid(name: string, value: string, wanted: string): RequestError {
  return new RequestError("invalid_value", `「${name}=${value.slice(0, 60)}」は使えません。${wanted}を指定してください。`, name);
}

/** The page that makes quotable charts, set to this chart and view. */
export function chartBuilderHref(definition: ChartDefinition, view: ChartView): string {
  const [, search = ""] = chartHref(definition, view).split("?");
  const query = new URLSearchParams(search);
  query.delete("resize");
  return `/embed?${new URLSearchParams([["chart", definition.name], ...query])}`;
}
