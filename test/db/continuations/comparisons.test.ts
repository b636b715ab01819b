import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { migrateDatabase } from "@/db/migrate";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { acceptAll, createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writePlans } from "../temporary-store";

afterEach(removeTemporary);

describe("the continuations of a dataset", () => {
  it("are the items of both years, each by its key, and what became of them", async () => {
    const { db } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const { items, comparisons } = await readContinuations(db, (await findDataset(db))!);
    expect(items.filter(({ level }) => level === "goal").map(({ key }) => key)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((number) => `2021-policy-promotion-${number}`),
      ...[1, 2, 3, 4].map((number) => `2025-policy-promotion-${number}`),
    ]);
    expect(items.filter(({ level }) => level === "initiative")).toHaveLength(16);
    expect(items.find(({ key }) => key === "2025-policy-promotion-4-i2")).toMatchObject({
      ...{
        level: "initiative",
        goalId: "2025-policy-promotion-4",
        goalNumber: 4,
        rating: { rating: "C", label: "一部達成", rank: 2, tone: "c" },
        responsibleUnits: ["危機管理課"],
        initiatives: 1,
      },
      ref: { municipality: "柏原市", department: "政策推進部", fiscalYear: 2025, pointer: "/priorityGoals/3/initiatives/1" },
    });
    expect(comparisons.map(({ from, to }) => [from, to])).toEqual([[2021, 2025]]);
    const keys = new Set(items.map(({ key }) => key));
    for (const { predecessorKey, successorKey, status, record } of comparisons[0]!.links) {
      expect([keys.has(predecessorKey), keys.has(successorKey), status, record]).toEqual([true, true, "proposed", null]);
    }
    const into4 = comparisons[0]!.links.filter(({ level, successorKey, kind }) => level === "goal" && successorKey.endsWith("-4") && kind === "merged");
    expect(into4.map(({ predecessorKey }) => predecessorKey)).toEqual(["2021-policy-promotion-5", "2021-policy-promotion-6"]);
    expect(comparisons[0]!.ended.every((key) => key.startsWith("2021-"))).toBe(true);
    expect(comparisons[0]!.begun.every((key) => key.startsWith("2025-"))).toBe(true);
  });

  it("go from each year to the next that there are plans for, in each municipality by itself, whatever order they came in", async () => {
    const { db, folder } = await createStore();
    const plans = [2024, 2021, 2025].map((fiscalYear) => makePlan({ fiscalYear }));
    for (const file of writePlans(folder, [...plans, makePlan({ fiscalYear: 2022, municipality: "岡崎市" })])) await ingest(db, [file]);
    const { comparisons } = await readContinuations(db, (await findDataset(db))!);
    expect(comparisons.map(({ from, to, links }) => [from, to, links.map(({ kind, score }) => `${kind} ${score}`)])).toEqual([
      [2021, 2024, ["continued 1", "continued 1"]],
      [2024, 2025, ["continued 1", "continued 1"]],
    ]);
  });

  it("name another city's items by their prefixed keys", async () => {
    const { db, folder } = await createStore();
    await ingest(
      db,
      writePlans(
        folder,
        [2024, 2025].map((fiscalYear) => makePlan({ fiscalYear, municipality: "岡崎市" })),
      ),
    );
    const { comparisons } = await readContinuations(db, (await findDataset(db))!);
    expect(comparisons[0]!.links[0]!.predecessorKey).toMatch(/^m[0-9a-z]{8}-2024-general-affairs-1$/);
  });

  it("are of the plans that the dataset shows: of a plan's versions the evaluated, in an older dataset the older", async () => {
    const { db, folder } = await createStore();
    const versions = [makePlan({ fiscalYear: 2025 }), makePlan({ fiscalYear: 2025, stage: "evaluated", priorityGoals: [] })];
    const files = writePlans(folder, [makePlan(), ...versions]);
    await ingest(db, files.slice(0, 2));
    const older = (await findDataset(db))!;
    await ingest(db, files.slice(2));
    await acceptAll(db);
    const newer = (await findDataset(db))!;
    const countLinks = async (dataset: typeof older) => (await readContinuations(db, dataset)).comparisons.map(({ links }) => links.length);
    expect([await countLinks(older), await countLinks(newer)]).toEqual([[2], [0]]);
    expect((await readContinuations(db, newer)).comparisons[0]!.ended).toEqual(["2024-general-affairs-1", "2024-general-affairs-1-i1"]);
  });

  it("are worked out by a migration where a dataset was stored before there were any", async () => {
    const { db, url } = await createStore();
    await ingest(db, [REAL_DOCUMENTS[0]!]);
    await ingest(db, [REAL_DOCUMENTS[1]!]);
    const dataset = (await findDataset(db))!;
    const expected = await readContinuations(db, dataset);
    // A connection keeps the rows that it has read.
    const readAnew = async () => {
      const other = await openDatabase(url);
      return readContinuations(other, dataset).finally(() => other.$client.close());
    };
    for (const table of ["dataset_comparisons", "dataset_municipalities", "comparison_reasons", "comparisons"]) {
      await db.$client.execute(`drop trigger ${table}_no_delete`);
      await db.$client.execute(`delete from ${table}`);
    }
    expect((await readAnew()).comparisons).toEqual([]);
    await migrateDatabase(db);
    expect(await readAnew()).toEqual(expected);
  });

  it("are stored once for all datasets that show the same plans, and named again only where they changed", async () => {
    const { db, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    await ingest(db, writePlans(folder, [makePlan({ municipality: "岡崎市" })]));
    const [count] = await db.all(sql`select (select count(*) from comparisons) as comparisons, (select count(*) from dataset_comparisons) as shown`);
    expect({ ...(count as object) }).toEqual({ comparisons: 1, shown: 1 });
  });
});
