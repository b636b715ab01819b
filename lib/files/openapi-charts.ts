import { CHART_NAMES, CHARTS, type Chart } from "@/lib/charts/registry";
import { CHART_FORMATS, type ChartFormat, chartPlace } from "@/lib/parameters/charts";
import { LANGUAGES } from "@/lib/texts/language";
import { type Json, reference } from "./openapi-answers";
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
      { get: describeForm(definition, format, answers({ [CHART_MEDIA_TYPES[format]]: describeBody(format) })) },
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

/** The forms that are JSON. */
function describeBody(format: ChartFormat): Json {
  if (format === "json") return { schema: reference("schemas", "Chart") };
  return format === "metadata.json" ? { schema: reference("schemas", "ChartMetadata") } : {};
}

const TEXT: Json = { type: "string" };
const YEAR: Json = { type: "integer" };
const TEXT_OR_NULL: Json = { type: ["string", "null"] };

/** What both say. */
const SAID: Record<string, Json> = {
  chart: { enum: CHART_NAMES, description: "図の名前" },
  title: TEXT,
  reading: { type: "string", description: "図を読んだ文" },
  basis: { type: "string", description: "数え方" },
  source: { type: "string", description: "出典の示し方" },
  dataset: { type: "string", pattern: "^[0-9a-f]{64}$", description: "この答えのデータ版" },
  parameters: { type: "object", description: "指定したもの（dataset を除く）", additionalProperties: { type: "array", items: TEXT } },
};

/** JSON Schemas of what charts answer as JSON. */
export const CHART_SCHEMAS: Json = {
  Chart: whole("図の行", {
    ...SAID,
    rows: {
      type: "array",
      description: "図と同じ行。列の意味は metadata.json にある。指定によって列が増えることがある",
      items: { type: "object", additionalProperties: { type: ["string", "number", "null"] } },
    },
  }),
  ChartMetadata: whole("図の列と出典", {
    ...SAID,
    description: { type: "string", description: "図が答えること" },
    language: { enum: LANGUAGES },
    columns: list(whole("列", { name: TEXT, label: TEXT, description: TEXT, type: { enum: ["string", "integer", "number"] }, unit: TEXT_OR_NULL })),
    documents: list(
      whole("図のもとの資料", {
        id: { type: "string", description: "資料の識別子（documents の document_id）" },
        fileName: TEXT,
        municipality: TEXT,
        department: TEXT,
        fiscalYear: YEAR,
        stage: { enum: ["plan", "evaluated"] },
      }),
    ),
    ratingScales: list(
      whole(
        "資料の達成度の区分",
        {
          municipality: { type: "string", description: "複数の市町村の図だけにある" },
          fiscalYears: list(YEAR),
          scale: list(
            whole("区分", { rating: TEXT, label: TEXT_OR_NULL, criterion: TEXT_OR_NULL, min: { type: ["number", "null"] }, max: { type: ["number", "null"] } }),
          ),
        },
        ["municipality"],
      ),
    ),
    citation: whole("引用のしかた", { wareki: TEXT, seireki: TEXT, english: { type: "string", description: "英語の図だけにある" } }, ["english"]),
    licence: { type: "string", description: "利用条件" },
    licenceUrl: { type: ["string", "null"], description: "利用条件の全文のアドレス" },
    urls: whole("この版の図の、形式ごとのアドレス", Object.fromEntries(CHART_FORMATS.map((format) => [format, TEXT]))),
  }),
};

/** An object of just these, all of them but those that are not always there. */
function whole(title: string, properties: Record<string, Json>, sometimes: readonly string[] = []): Json {
  return { title, type: "object", properties, required: Object.keys(properties).filter((name) => !sometimes.includes(name)), additionalProperties: false };
}

function list(items: Json): Json {
  return { type: "array", items };
}

/** A chart with a shorter list of choices has an example of its own. */
function withExample<P extends { schema: { enum?: string[] }; example: string }>(parameter: P): P {
  const { enum: list } = parameter.schema;
  return list && !list.includes(parameter.example) ? { ...parameter, example: list[0]! } : parameter;
}
