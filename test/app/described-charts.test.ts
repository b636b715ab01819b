import Ajv2020 from "ajv/dist/2020";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerChart } from "@/app/_read/chart-answer";
import { closeSiteDatabase } from "@/db/connection/site";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { describeApi } from "@/lib/files/openapi";
import type { View } from "@/lib/parameters/view";
import { exampleView } from "../chart-example";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(
  describeApi({ url: "http://localhost", municipality: "架空市", licence: { text: "架空の条件", url: null }, planSchema: { definitions: {} } }),
  "api",
);

beforeAll(async () => {
  const { db, url } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  vi.stubEnv("DATABASE_URL", url);
});
afterAll(() => {
  closeSiteDatabase();
  vi.unstubAllEnvs();
  removeTemporary();
});

const FORMS = [
  ["json", "Chart"],
  ["metadata.json", "ChartMetadata"],
] as const;
/** How charts are asked for otherwise than as they come. */
const VIEWS: Partial<View>[] = [{}, { language: "en" }, { filter: { fiscalYears: [1999] } }, { measure: "share", focus: "C", carried: 2021 }];

describe("the API's description", () => {
  it.each(CHART_NAMES.flatMap((name) => FORMS.map(([format, schema]) => [name, format, schema] as const)))(
    "holds for %s as %s",
    async (name, format, schema) => {
      const check = ajv.getSchema(`api#/components/schemas/${schema}`)!;
      for (const view of VIEWS) {
        const answer = JSON.parse(String((await answerChart(CHARTS[name], { ...exampleView(name), ...view }, format)).body)) as object;
        expect([view, check(answer) ? "" : ajv.errorsText(check.errors)]).toEqual([view, ""]);
        expect(check({ ...answer, other: 1 })).toBe(false);
        expect(check({ ...answer, dataset: "x" })).toBe(false);
      }
    },
  );
});
