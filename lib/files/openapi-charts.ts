import { CHARTS, type Chart } from "@/lib/charts/registry";
import { CHART_FORMATS, type ChartFormat, chartPlace } from "@/lib/parameters/charts";
import { describeParameter } from "./openapi-parameter";

/** Media type of each form of a chart. */
const CHART_MEDIA_TYPES: Record<ChartFormat, string> = {
  html: "text/html",
  svg: "image/svg+xml",
  png: "image/png",
  csv: "text/csv",
  json: "application/json",
  "metadata.json": "application/json",
  zip: "application/zip",
};

/** Every chart in every form as OpenAPI paths, with the parameters that it takes; `answers` makes the responses of a media type. */
export function describeCharts(answers: (content: Record<string, object>) => object): Record<string, object> {
  const forms = Object.values(CHARTS).flatMap((definition) => CHART_FORMATS.map((format) => ({ definition, format })));
  return Object.fromEntries(
    forms.map(({ definition, format }) => [
      chartPlace(definition, format).path,
      { get: describeForm(definition, format, answers({ [CHART_MEDIA_TYPES[format]]: {} })) },
    ]),
  );
}

function describeForm(definition: Chart, format: ChartFormat, responses: object): object {
  return {
    operationId: `get_${definition.name}_${format}`.replace(/\W/g, "_"),
    tags: ["charts"],
    summary: `${definition.title}（${format === "html" ? "埋め込みのページ" : format}）`,
    description: definition.description,
    parameters: chartPlace(definition, format).takes.map((parameter) => describeParameter(withExample(parameter))),
    responses,
  };
}

/** A chart with a shorter list of choices has an example of its own. */
function withExample<P extends { schema: { enum?: string[] }; example: string }>(parameter: P): P {
  const { enum: list } = parameter.schema;
  return list && !list.includes(parameter.example) ? { ...parameter, example: list[0]! } : parameter;
}
