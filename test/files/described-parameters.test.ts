import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHARTS } from "@/lib/charts/registry";
import { describeApi } from "@/lib/files/openapi";
import { readTableQuery } from "@/lib/files/table-query";
import { TABLE_FORMATS } from "@/lib/files/tables";
import { CHART_FORMATS, chartPlace } from "@/lib/parameters/charts";
import type { ValueSchema } from "@/lib/parameters/parameter";
import { requireView } from "@/lib/parameters/place";
import { RequestError } from "@/lib/request-error";
import { TABLE_NAMES } from "./sheets";

type Schema = ValueSchema | { type: "array"; items: ValueSchema; maxItems: number };
type Described = { name: string; in: string; schema: Schema; allowEmptyValue?: boolean; required: boolean; example?: unknown };

const description = describeApi({
  url: "http://localhost",
  municipality: "架空市",
  licence: { text: "架空の条件", url: null },
  planSchema: { definitions: {} },
}) as { paths: Record<string, { get: { parameters: (Described | { $ref: string })[] } }>; components: { parameters: Record<string, Described> } };

const ajv = new Ajv2020({ coerceTypes: true, strict: false });

/** Readers of each path that the description has, which throw for what they do not take. */
const READERS: [path: string, read: (url: string) => unknown][] = [
  ...TABLE_NAMES.flatMap((name) =>
    TABLE_FORMATS.map((format): [string, (url: string) => unknown] => [`/api/${name}.${format}`, (url) => readTableQuery(url, name, format)]),
  ),
  ...Object.values(CHARTS).flatMap((chart) =>
    CHART_FORMATS.map((format): [string, (url: string) => unknown] => {
      const place = chartPlace(chart, format);
      return [place.path, (url) => requireView(place, url)];
    }),
  ),
];

/** Every parameter that is described, once for each schema and reader of its own kind. */
const PARAMETERS = [
  ...new Map(
    READERS.flatMap(([path, read]) => {
      const described = description.paths[path]!.get.parameters.map((each) =>
        "$ref" in each ? description.components.parameters[each.$ref.split("/").at(-1)!]! : each,
      );
      return described.map((parameter) => {
        // What a place cannot do without is there.
        const rest = described.filter(({ required, name }) => required && name !== parameter.name).map(({ name, example }) => [name, String(example)]);
        const ask = (...values: string[]) =>
          read(`http://localhost${path}?${new URLSearchParams([...rest, ...values.map((value) => [parameter.name, value])])}`);
        return [JSON.stringify([path.split("/")[1], parameter.name, parameter.schema]), { ...parameter, path, ask }] as const;
      });
    }),
  ).values(),
].filter(({ in: place }) => place === "query");

const schemaOfValue = ({ schema }: Described): ValueSchema => (schema.type === "array" ? schema.items : schema);

/** The parameter that a reader refuses; `null` where it takes the value. */
function refusal(ask: () => unknown): string | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof RequestError) return `${error.parameter}`;
    throw error;
  }
}

function validValues({ pattern, enum: list, type, minimum, maximum, maxLength }: ValueSchema): fc.Arbitrary<string> {
  if (list) return fc.constantFrom(...list);
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  if (type === "integer") return fc.integer({ min: minimum!, max: maximum! }).map(String);
  if (type === "number") return fc.double({ min: minimum!, max: maximum!, noNaN: true }).map(String);
  return fc.string({ unit: "grapheme", minLength: 1, maxLength: maxLength! }).filter((text) => [...text].length <= maxLength! && !text.includes("\uFFFD"));
}

const anyValues = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."0123456789.-+eERHS令和平成昭元年度 zWsEI") }),
  fc.string({ minLength: 195, maxLength: 210 }),
  fc.integer({ min: -10, max: 1e9 }).map(String),
);

describe.each(PARAMETERS)("$name as $path has it described", (parameter) => {
  const schema = schemaOfValue(parameter);
  const check = ajv.compile(schema);
  const isValid = (value: string): boolean => check(value) as boolean;

  it("is read where its schema takes it and, where a place can do without it, where it is empty", () => {
    expect(parameter.allowEmptyValue ?? false).toBe(!parameter.required);
    expect(refusal(() => parameter.ask(""))).toBe(parameter.required ? parameter.name : null);
    // None of its form is taken but a former answer's.
    if (parameter.name === "cursor") return;
    fc.assert(
      fc.property(validValues(schema), (value) => {
        expect(
          refusal(() => parameter.ask(value)),
          value,
        ).toBeNull();
      }),
    );
  });

  it("is refused where its schema does not take it, but for width of letters and blanks about it", () => {
    // One that is not there is told by 404.
    if (parameter.name === "dataset") return;
    fc.assert(
      fc.property(anyValues, (value) => {
        if (!isValid(value) && !isValid(value.normalize("NFKC").trim()))
          expect(
            refusal(() => parameter.ask(value)),
            value,
          ).toBe(parameter.name);
      }),
    );
  });
});

it("as many values are read as the schema has, and no more", () => {
  for (const { name, schema, ask } of PARAMETERS) {
    if (schema.type !== "array") continue;
    const [value] = fc.sample(validValues(schema.items), { numRuns: 50, seed: 1 }).sort((one, other) => one.length - other.length);
    const values = Array.from({ length: schema.maxItems }, () => value!);
    expect(refusal(() => ask(...values))).toBeNull();
    expect(refusal(() => ask(...values, value!))).toBe(name);
  }
});
