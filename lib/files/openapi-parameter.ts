import type { Parameter } from "@/lib/parameters/parameter";

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
  const value = schema.type === "string" ? example : Number(example);
  return {
    name,
    in: "query",
    required,
    description: `${label}。${description}${repeats ? "繰り返して指定でき、どれかに当てはまるものになる。" : ""}`,
    ...(repeats && { style: "form", explode: true }),
    schema: repeats ? { type: "array", items: schema } : schema,
    ...(example && { example: repeats ? [value] : value }),
  };
}
