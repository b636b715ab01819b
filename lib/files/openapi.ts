import { OEMBED_SIZES } from "@/lib/parameters/looks";
import { ANSWERS, answers, ERROR_SCHEMA, type Json, reference } from "./openapi-answers";
import { CHART_SCHEMAS, describeCharts } from "./openapi-charts";
import { describeForm } from "./openapi-form";
import { describeParameter } from "./openapi-parameter";
import { SOURCE_TYPES } from "./source-types";
import type { ColumnDescription, TableDescription } from "./table";
import { listParameters, ROW_LIMITS, TABLE_PARAMETERS, type TableParameter } from "./table-parameters";
import { TABLE_DESCRIPTIONS, TABLE_FORMATS, type TableFormat } from "./tables";

/** What the description needs besides the registry. */
export interface ApiFacts {
  /** The site's address, without a final slash. */
  url: string;
  municipality: string;
  licence: { text: string; url: string | null };
  /** JSON Schema of one plan as plan JSON, its definitions under `definitions`. */
  planSchema: { definitions: Record<string, object> };
}

const MEDIA_TYPES: Record<TableFormat, string> = {
  csv: "text/csv",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The OpenAPI 3.1 description (https://spec.openapis.org/oas/v3.1.1) of all that is under /api, and of the charts. */
export function describeApi({ url, municipality, licence, planSchema }: ApiFacts): Json {
  return {
    openapi: "3.1.1",
    info: {
      title: "あゆみ　運営方針のデータ",
      version: "1",
      description: `${municipality}の「運営方針」を、表と元の資料で得るためのAPI。読み取り専用で、登録は要らない。すべての説明は ${url}/data にある。`,
      license: { name: licence.text, ...(licence.url && { url: licence.url }) },
    },
    servers: [{ url }],
    tags: [
      { name: "tables", description: "表" },
      { name: "sources", description: "全文と元の資料" },
      { name: "charts", description: "図の埋め込み" },
    ],
    paths: {
      ...Object.fromEntries(
        TABLE_DESCRIPTIONS.flatMap((table) => TABLE_FORMATS.map((format) => [`/api/${table.name}.${format}`, { get: describeTable(table, format) }])),
      ),
      "/api/plans/{plan_id}.json": {
        get: {
          operationId: "getPlan",
          tags: ["sources"],
          summary: "運営方針の全文（ayumi-plan/1）",
          parameters: [pathParameter("plan_id", "運営方針の識別子（plans の plan_id）", "2025-policy-promotion"), reference("parameters", "dataset")],
          responses: answers({ "application/json": { schema: reference("schemas", "DepartmentPlan") } }),
        },
      },
      "/api/documents/{document_id}": {
        get: {
          operationId: "getDocument",
          tags: ["sources"],
          summary: "元の資料のファイル（取り込んだままのバイト列）",
          parameters: [pathParameter("document_id", "資料の識別子（documents の document_id）", "0".repeat(64))],
          responses: answers(Object.fromEntries(Object.values(SOURCE_TYPES).map((type) => [type.replace(/;.*/, ""), {}]))),
        },
      },
      ...describeForm(answers),
      ...describeCharts(answers),
      "/api/oembed": { get: describeOEmbed(url) },
      "/api/openapi.json": {
        get: {
          operationId: "getDescription",
          tags: ["sources"],
          summary: "この説明（OpenAPI 3.1）",
          responses: answers({ "application/json": { schema: { type: "object", required: ["openapi", "paths"] } } }),
        },
      },
    },
    components: {
      parameters: Object.fromEntries(
        TABLE_PARAMETERS.filter(({ name }) => name !== "limit").map((parameter) => [parameter.name, describeParameter(parameter)]),
      ),
      schemas: {
        ...Object.fromEntries(
          TABLE_DESCRIPTIONS.flatMap((table) => [
            [table.name, describeAnswer(table)],
            [`${table.name}_row`, describeRow(table)],
          ]),
        ),
        ...CHART_SCHEMAS,
        OEmbed: OEMBED_SCHEMA,
        Error: ERROR_SCHEMA,
        ...movePointers(planSchema.definitions),
      },
      ...ANSWERS,
    },
  };
}

function describeTable(table: TableDescription, format: TableFormat): Json {
  const media = format === "json" ? { schema: reference("schemas", table.name) } : {};
  return {
    operationId: `get_${table.name}_${format}`,
    tags: ["tables"],
    summary: `${table.label}（${format === "xlsx" ? "Excel" : format.toUpperCase()}）`,
    description: `${table.description}並びは、${table.order}。一度に${ROW_LIMITS[format].most}行まで。`,
    parameters: listParameters(table).map((parameter) =>
      parameter.name === "limit" ? describeParameter(limitOf(parameter, format)) : reference("parameters", parameter.name),
    ),
    responses: answers({ [MEDIA_TYPES[format]]: media }, ["X-Total-Count", "Link"]),
  };
}

/** Each format holds another number of rows. */
function limitOf(limit: TableParameter, format: TableFormat): TableParameter {
  return { ...limit, schema: { ...limit.schema, maximum: ROW_LIMITS[format].most } };
}

function describeOEmbed(url: string): Json {
  const query = (name: string, description: string, schema: Json, more: Json = {}): Json => ({
    name,
    in: "query",
    required: false,
    description,
    schema,
    ...more,
  });
  const described = answers({ "application/json": { schema: reference("schemas", "OEmbed") }, "text/xml": {} });
  return {
    operationId: "getOEmbed",
    tags: ["charts"],
    summary: "図の埋め込みの情報（oEmbed 1.0）",
    parameters: [
      query(
        "url",
        "図のアドレス、または図のあるページのアドレス",
        { type: "string", format: "uri" },
        { required: true, example: `${url}/embed/rating-distribution` },
      ),
      query("format", "答えの形式", { type: "string", enum: ["json", "xml"], default: "json" }),
      query("maxwidth", "幅の上限（ピクセル）", { type: "integer", ...OEMBED_SIZES.maxwidth }),
      query("maxheight", "高さの上限（ピクセル）", { type: "integer", ...OEMBED_SIZES.maxheight }),
    ],
    responses: { ...described, 501: reference("responses", "Error") },
  };
}

function describeAnswer(table: TableDescription): Json {
  return {
    title: table.label,
    description: table.description,
    type: "object",
    properties: {
      table: { const: table.name },
      dataset: { type: "string", pattern: "^[0-9a-f]{64}$", description: "この答えのデータ版" },
      attribution: { type: "string", description: "出典の示し方" },
      total: { type: "integer", minimum: 0, description: "条件に合う行の総数" },
      next: { type: ["string", "null"], description: "続きのアドレス（サイトの根から）。最後まで得たときはnull" },
      rows: { type: "array", items: reference("schemas", `${table.name}_row`) },
    },
    required: ["table", "dataset", "attribution", "total", "next", "rows"],
    additionalProperties: false,
  };
}

function describeRow(table: TableDescription): Json {
  return {
    title: `${table.label}の一行`,
    type: "object",
    properties: Object.fromEntries(table.columns.map((column) => [column.name, describeColumn(column)])),
    required: table.columns.map(({ name }) => name),
    additionalProperties: false,
  };
}

function describeColumn({ label, description, type, unit, codes, blank, joins }: ColumnDescription): Json {
  const kind = type === "text" ? "string" : type;
  const notes = [
    description,
    unit && `単位は${unit}。`,
    joins && `${joins} と結び付く。`,
    codes?.map(({ code, label: meaning }) => `${code}：${meaning}。`).join(""),
    blank && `nullの理由：${blank}`,
  ];
  return {
    title: label,
    description: notes.filter(Boolean).join(""),
    type: blank ? [kind, "null"] : kind,
    ...(type === "text" && { minLength: 1 }),
    ...(codes && { enum: [...codes.map(({ code }) => code), ...(blank ? [null] : [])] }),
  };
}

function pathParameter(name: string, description: string, example: string): Json {
  return { name, in: "path", required: true, description, schema: { type: "string" }, example };
}

/** Definitions of a JSON Schema as they are referred to within the description. */
function movePointers(definitions: Record<string, object>): Json {
  return JSON.parse(JSON.stringify(definitions).replaceAll('"#/definitions/', '"#/components/schemas/')) as Json;
}

const OEMBED_SCHEMA: Json = {
  title: "oEmbed 1.0（https://oembed.com）",
  type: "object",
  properties: {
    version: { const: "1.0" },
    type: { const: "rich" },
    title: { type: "string" },
    provider_name: { type: "string" },
    provider_url: { type: "string" },
    html: { type: "string", description: "埋め込むHTML" },
    width: { type: "integer" },
    height: { type: "integer" },
    thumbnail_url: { type: "string" },
    thumbnail_width: { type: "integer" },
    thumbnail_height: { type: "integer" },
    cache_age: { type: "integer", description: "秒" },
  },
  required: ["version", "type", "html", "width", "height"],
  additionalProperties: false,
};
