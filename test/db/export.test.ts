import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { checkRows } from "@/db/check/check-rows";
import { exportPlans } from "@/db/export-plans";
import { planLocalId } from "@/db/identifier";
import { findDataset } from "@/db/queries/datasets";
import { printPlanJson, printPlanObject } from "@/lib/document/plan-json";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { anyPlan } from "./plan-arbitrary";
import { createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writeFiles, writePlans } from "./temporary-store";

afterEach(removeTemporary);

/** Ingests files into an empty store and exports it; the exported files by name. */
async function roundTrip(files: readonly string[]): Promise<Record<string, string>> {
  const { db, folder } = await createStore();
  const result = await ingest(db, files);
  expect(result.files.flatMap(({ messages }) => messages.filter(({ severity }) => severity === "error"))).toEqual([]);
  // What is written is what its digest was made of, whatever the text.
  expect((await checkRows(db)).faults).toEqual([]);
  const out = path.join(folder, "out", "deeper");
  const count = await exportPlans(db, (await findDataset(db))!, out);
  const names = readdirSync(out).sort();
  expect(names).toHaveLength(count);
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(out, name), "utf8")]));
}

async function writeAgain(exported: Record<string, string>): Promise<string[]> {
  const { folder } = await createStore();
  return writePlans(
    folder,
    Object.values(exported).map((text) => JSON.parse(text) as DepartmentPlan),
  );
}

it("exports the real documents by plan id, and an empty store takes them in as the same plans", async () => {
  const exported = await roundTrip(REAL_DOCUMENTS);
  expect(Object.keys(exported)).toEqual(["2021-policy-promotion.json", "2025-policy-promotion.json"]);
  expect(await roundTrip(await writeAgain(exported))).toEqual(exported);
});

it("exports only current plans, and those of an older dataset where that is asked for", async () => {
  const { db, folder } = await createStore();
  const [first, second] = writePlans(folder, [makePlan({ title: "初版" }), makePlan({ title: "改訂版" })]);
  await ingest(db, [first!]);
  const older = (await findDataset(db))!;
  await ingest(db, [second!]);
  for (const [dataset, title] of [
    [older, "初版"],
    [(await findDataset(db))!, "改訂版"],
  ] as const) {
    const out = path.join(folder, dataset.id);
    expect(await exportPlans(db, dataset, out)).toBe(1);
    expect(readFileSync(path.join(out, "2024-general-affairs.json"), "utf8")).toBe(printPlanJson(makePlan({ title })));
  }
});

it("gives back every plan of a random store", { timeout: 60_000 }, async () => {
  const plans = fc.sample(fc.uniqueArray(anyPlan, { minLength: 100, maxLength: 100, selector: (plan) => `${plan.municipality} ${planLocalId(plan)}` }), 1)[0]!;
  const { folder } = await createStore();
  const exported = await roundTrip(
    // In one file, none of them stands before another.
    writeFiles(folder, { "all.json": JSON.stringify(plans.map(printPlanObject), null, 1) }),
  );
  expect(new Set(Object.values(exported))).toEqual(new Set(plans.map(printPlanJson)));
});
