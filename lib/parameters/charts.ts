import type { ChartDefinition } from "@/lib/charts/contract";
import { CHART_NAMES, CHARTS, type ChartName, type Chart } from "@/lib/charts/registry";
import { BY_WORDS, CHART, DATASET, LANGUAGE, MEASURE_WORDS, OF_WORDS, RESIZE, SCALE, THEME, WIDTH } from "./choices";
import { AREA, CARRIED, DEPARTMENT, FROM, KIND, MUNICIPALITY, STATUS, TO, UNIT, YEAR } from "./filters";
import { choice, type Parameter } from "./parameter";
import { definePlace, type Place } from "./place";

/** The forms that a chart's address answers, by what follows its name. */
export const CHART_FORMATS = ["html", "svg", "png", "csv", "json", "metadata.json", "zip"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** What every chart takes to say which rows it shows, but for the years, and what a chart of links takes beside it. */
const FILTERS = [DEPARTMENT, AREA] as const;
const LINKS = [UNIT, KIND, STATUS] as const;

/** What a chart takes to say what it shows and how it looks, but for the forms' own. */
function takes({ needs, of, measure, by, marksCarried, spans }: ChartDefinition): Parameter[] {
  return [MUNICIPALITY, ...(spans ? [FROM, TO] : [YEAR]), ...FILTERS, ...(!needs.includes("goals") ? LINKS : []), choice("of", OF_WORDS, of), choice("measure", MEASURE_WORDS, measure), choice("by", BY_WORDS, by), ...(marksCarried ? [CARRIED] : []), THEME, LANGUAGE, WIDTH];
}

function usual({ of, measure, by }: Chart) {
  // Of several groupings the rows decide.
  return { of: of[0]!, measure: measure[0]!, by: by.length > 1 ? null : by[0]! };
}

/** A chart in one of its forms, as a place: every form reads all parameters, and prints those that change it. */
export function chartPlace(definition: Chart, format: ChartFormat = "html"): Place {
  const path = `/embed/${definition.name}${format === "html" ? "" : `.${format}`}`;
  const silent = (parameter: Parameter): Parameter => ({ ...parameter, print: () => [] });
  return definePlace(path, [...takes(definition), format === "png" ? SCALE : silent(SCALE), format === "html" ? RESIZE : silent(RESIZE), DATASET], usual(definition));
}

/** The page that makes quotable charts, set to one of them. */
export function builderPlace(definition: Chart): Place {
  // The chart is named even where it is the usual one, so that a list of charts may change.
  const named: Parameter = { ...CHART, print: () => [definition.name] };
  return definePlace("/embed", [named, ...takes(definition), DATASET], { ...usual(definition), chart: definition.name });
}

/** `rating-distribution.svg` as its chart and form; `null` where there is no such. */
export function parseChartAddress(part: string): { name: ChartName; format: ChartFormat } | null {
  const dot = part.indexOf(".");
  const name = CHART_NAMES.find((each) => each === (dot === -1 ? part : part.slice(0, dot)));
  const format = CHART_FORMATS.find((each) => each === (dot === -1 ? "html" : part.slice(dot + 1)));
  return name && format && (dot === -1 || format !== "html") ? { name, format } : null;
}

/** The parameters of charts that a host page's script passes on: all but its own. */
export function hostParameters(): string[] {
  const all = Object.values(CHARTS).flatMap((definition) => chartPlace(definition).takes);
  return [...new Set(all.map(({ name }) => name))].filter((name) => name !== RESIZE.name);
}
