import { readdirSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { readJson, readTable } from "./read-json";

const site = inject("siteUrl");

interface Description {
  paths: Record<
    string,
    {
      get: {
        parameters?: { $ref?: string; name?: string; in?: string; required?: boolean; example?: unknown }[];
        responses: Record<string, { content?: Record<string, { schema?: object }> }>;
      };
    }
  >;
  components: { schemas: Record<string, object>; parameters: Record<string, { name: string; schema: object; example?: unknown }> };
}

let dataset: string;
let description: Description;
let validate: (schema: string, value: unknown) => string;

beforeAll(async () => {
  dataset = (await readTable("/api/plans.json")).dataset;
  description = await readJson<Description>("/api/openapi.json");
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema(description, "api");
  validate = (schema, value) => {
    const check = ajv.getSchema(`api#/components/schemas/${schema}`)!;
    return check(value) ? "" : ajv.errorsText(check.errors);
  };
});

describe("the API's description", () => {
  it("has every route under app/api and every chart, and describes nothing that is not there", async () => {
    const routes = ["api", "embed/[chart]"].flatMap((folder) => {
      return readdirSync(`app/${folder}`, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith("route.ts"))
        .map((name) => `/${folder}/${name}`.replace(/\/route\.ts$/, ""));
    });
    const patterns = routes
      .filter((route) => !route.includes("[..."))
      .map((route) => new RegExp(`^${route.replaceAll(".", "\\.").replace(/\[\w+\]/g, "[^/]+")}$`));
    const paths = Object.keys(description.paths);
    for (const pattern of patterns)
      expect(
        paths.some((path) => pattern.test(path)),
        String(pattern),
      ).toBe(true);
    for (const path of paths)
      expect(
        patterns.some((pattern) => pattern.test(path)),
        path,
      ).toBe(true);
  });

  it("holds for the real answer of every path", { timeout: 180_000 }, async () => {
    const known: Record<string, string> = {
      kind: "previous",
      plan_id: "2025-policy-promotion",
      document_id: String((await readTable("/api/documents.json")).rows[0]!.document_id),
    };
    for (const [path, { get }] of Object.entries(description.paths)) {
      const required = (get.parameters ?? []).filter((parameter) => parameter.in === "query" && parameter.required);
      const query = new URLSearchParams(required.map(({ name, example }) => [name!, String(example)])).toString();
      const answer = await fetch(site + path.replace(/\{(\w+)\}/g, (_, name: string) => known[name]!) + (query && `?${query}`));
      expect(answer.status, path).toBe(200);
      const [[type, { schema }]] = Object.entries(get.responses["200"]!.content!) as [[string, { schema?: { $ref?: string } }]];
      expect(answer.headers.get("content-type"), path).toContain(type);
      if (path.startsWith("/embed/"))
        expect((get.parameters ?? []).map(({ name }) => name)).toContain(
          { goal: "id", comparison: "id", "rating-change": "from" }[path.split(/[/.]/)[2]!] ?? "year",
        );
      if (schema?.$ref) expect(validate(schema.$ref.split("/").at(-1)!, await answer.json()), path).toBe("");
      else await answer.arrayBuffer();
    }
  });

  it("can fail: an answer that lacks a column, has another or a wrong code is no table", async () => {
    const table = await readTable("/api/goals.json");
    const [row] = table.rows;
    const { title: _, ...lacking } = row!;
    for (const rows of [[lacking], [{ ...row, other: 1 }], [{ ...row, stage: "someday" }], [{ ...row, target_count: null }], [{ ...row, title: "" }]]) {
      expect(validate("goals", { ...table, rows })).not.toBe("");
    }
  });

  it("names parameters that the paths take, with examples that they read", async () => {
    // A table's files all take the same; CSV and Excel are held to it by their own tests.
    for (const [path, { get }] of Object.entries(description.paths).filter(([name]) => name.endsWith(".json"))) {
      for (const { $ref } of get.parameters ?? []) {
        const parameter = description.components.parameters[$ref?.split("/").at(-1) ?? ""];
        if (!parameter || parameter.example === undefined || path.includes("{")) continue;
        const value = parameter.name === "dataset" ? dataset : String([parameter.example].flat()[0]);
        const answer = await fetch(`${site}${path}?${new URLSearchParams({ [parameter.name]: value })}`);
        expect(answer.status, `${path} ${parameter.name}=${value}`).toBe(200);
        await answer.arrayBuffer();
      }
    }
  });

  it("describes the errors", async () => {
    for (const path of ["/api/goals.json?callback=x", "/api/none.csv", "/api/plans/none.json", "/api/documents/none", "/api/a/b/c"]) {
      const answer = await fetch(site + path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(validate("Error", await answer.json()), path).toBe("");
    }
  });
});
