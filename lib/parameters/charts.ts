import type { ChartDefinition } from "@/lib/charts/contract";
import { CHART_NAMES, CHARTS, type Chart, type ChartName } from "@/lib/charts/registry";
import { BY_WORDS, CHART, DATASET, ID, MEASURE_WORDS, OF_WORDS } from "./choices";
import { AREA, CARRIED, DEPARTMENT, FOCUS, FROM, KIND, MUNICIPALITIES, MUNICIPALITY, OWN_YEAR, POLICY_GOAL, RATING, STATUS, TO, UNIT, YEAR } from "./filters";
import { FIT, HEADER, HEIGHT, LANGUAGE, RESIZE, SCALE, SIZE, THEME, TITLE, WIDTH } from "./looks";
import { choice, type Parameter } from "./parameter";
import { definePlace, type Place } from "./place";

/** The forms that a chart's address answers, by what follows its name. */
export const CHART_FORMATS = ["html", "svg", "png", "csv", "json", "metadata.json", "zip"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** What charts take to say which rows they show, in the order in which addresses print it. */
const ROWS = [MUNICIPALITY, FROM, TO, YEAR, DEPARTMENT, AREA, POLICY_GOAL, UNIT, RATING, KIND, STATUS] as const;
const LINKS: readonly Parameter[] = [UNIT, KIND, STATUS];
const SPAN: readonly Parameter[] = [FROM, TO];
/** What every chart takes to say how it looks. */
const LOOKS: readonly Parameter[] = [THEME, LANGUAGE, WIDTH, HEIGHT];

/** What a chart takes to say what it shows and how it looks, but for the forms' own. One of links alone is filtered by links; one that spans has two years in place of any; one of a goal counts nothing; one of municipalities takes each as a whole. */
function takes({ needs, of, measure, by, marksCarried, takesGoal, takesMunicipalities, takesRatings, takesFocus, ...chart }: ChartDefinition): Parameter[] {
  if (takesGoal) return [ID, ...LOOKS];
  const counted = [choice("of", OF_WORDS, of), choice("measure", MEASURE_WORDS, measure)];
  if (takesMunicipalities) return [MUNICIPALITIES, OWN_YEAR, ...counted, ...LOOKS];
  const spans = chart.spans === true;
  const rows = ROWS.filter((parameter) => {
    if (LINKS.includes(parameter)) return !needs.includes("goals");
    if (SPAN.includes(parameter)) return spans;
    return parameter === RATING ? takesRatings === true : parameter !== YEAR || !spans;
  });
  return [...rows, ...counted, choice("by", BY_WORDS, by), ...(marksCarried ? [CARRIED] : []), ...(takesFocus ? [FOCUS] : []), ...LOOKS];
}

function usual({ of, measure, by }: Chart) {
  // Of several groupings the rows decide.
  return { of: of[0]!, measure: measure[0]!, by: by.length > 1 ? null : by[0]! };
}

/** A chart in one of its forms, as a place: every form reads all parameters, and prints those that change it. */
export function chartPlace(definition: Chart, format: ChartFormat = "html"): Place {
  const path = `/embed/${definition.name}${format === "html" ? "" : `.${format}`}`;
  const silent = (parameter: Parameter): Parameter => ({ ...parameter, print: () => [] });
  return definePlace(
    path,
    [
      ...takes(definition),
      ...[SCALE, SIZE].map((each) => (format === "png" ? each : silent(each))),
      ...(format === "csv" ? [HEADER] : [silent(HEADER)]),
      ...[TITLE, RESIZE, FIT].map((each) => (format === "html" ? each : silent(each))),
      DATASET,
    ],
    usual(definition),
  );
}

/** The page that makes quotable charts, set to one of them. */
export function builderPlace(definition: Chart): Place {
  // The chart is named even where it is the usual one, so that a list of charts may change.
  const named: Parameter = { ...CHART, print: () => [definition.name] };
  return definePlace("/embed", [named, ...takes(definition), TITLE, DATASET], { ...usual(definition), chart: definition.name });
}

const USUAL_BUILDER = builderPlace(CHARTS["rating-distribution"]);

/** The same page as it begins, with no chart named. */
export const BUILDER: Place = { ...USUAL_BUILDER, takes: USUAL_BUILDER.takes.filter(({ name }) => name !== CHART.name) };

/** `rating-distribution.svg` as its chart and form; `null` where there is no such. */
export function parseChartAddress(part: string): { name: ChartName; format: ChartFormat } | null {
  const dot = part.indexOf(".");
  const name = CHART_NAMES.find((each) => each === (dot === -1 ? part : part.slice(0, dot)));
  const format = CHART_FORMATS.find((each) => each === (dot === -1 ? "html" : part.slice(dot + 1)));
  return name && format && (dot === -1 || format !== "html") ? { name, format } : null;
}

/** Parameters of charts that a host page's script does not pass on: what it asks frames with is its own. */
const UNPASSED: readonly Parameter[] = [RESIZE, FIT, HEADER];

/** The parameters of charts that a host page's script passes on, in the order in which addresses print them. */
export function hostParameters(): string[] {
  const all = Object.values(CHARTS).flatMap((definition) => chartPlace(definition).takes);
  return [...new Set([ID, ...ROWS, ...all].map(({ name }) => name))].filter((name) => UNPASSED.every((each) => each.name !== name));
}

/** Parameters that only charts take which cannot do without, with the names of these: an element's `id` is the host page's own elsewhere. */
export function ownParameters(): Record<string, ChartName[]> {
  const own: Record<string, ChartName[]> = {};
  for (const definition of Object.values(CHARTS))
    for (const { name, required } of chartPlace(definition).takes) if (required) own[name] = [...(own[name] ?? []), definition.name];
  return own;
}
