import type { Parameter } from "@/lib/parameters/parameter";
import { MOST_VALUES } from "@/lib/query-parameters";

/** A query parameter as OpenAPI 3.1 describes one (https://spec.openapis.org/oas/v3.1.1#parameter-object). */
export function describeParameter({
  name,
  label,
  description,
  repeats,
  required = false,
  schema,
  example,
}: Pick<Parameter, "name" | "label" | "description" | "repeats" | "schema" | "example"> & { required?: boolean }): Record<string, unknown> {
  // An empty value is none.
  const own = required && schema.type === "string" && !schema.pattern ? { ...schema, minLength: 1 } : schema;
  const value = schema.type === "string" ? example : Number(example);
  return {
    name,
    in: "query",
    required,
    // As an untouched field of a form sends it.
    ...(!required && { allowEmptyValue: true }),
    description: `${label}。${description}${repeats ? "繰り返して指定でき、どれかに当てはまるものになる。" : ""}`,
    ...(repeats && { style: "form", explode: true }),
    schema: repeats ? { type: "array", items: own, maxItems: MOST_VALUES } : own,
    ...(example && { example: repeats ? [value] : value }),
  };
}
