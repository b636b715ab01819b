import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/connection/database";
import { indexReadings } from "@/db/ingest/index-readings";
import { findDataset } from "@/db/queries/datasets";
import { searchEntries } from "@/db/queries/search";
import type { DatasetRow } from "@/lib/domain/rows";
import { parseSearchQuery } from "@/lib/search/query";
import type { SearchScope } from "@/lib/search/token-filter";
import { createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writeFiles, writePlans } from "./temporary-store";

/** Ids of what a search finds. */
async function find(db: Database, dataset: DatasetRow, typed: string, scope?: SearchScope): Promise<string[]> {
  const { entries } = await searchEntries(db, dataset, parseSearchQuery(typed), scope);
  return entries.map(({ goalId, planId }) => goalId ?? planId).sort();
}

describe("the search index", () => {
  afterEach(removeTemporary);

  it("is made for documents that were stored without it, once", async () => {
    const { db, folder } = await createStore();
    await ingest(db, [...REAL_DOCUMENTS, ...writePlans(folder, [makePlan()])]);
    const dataset = (await findDataset(db))!;
    const before = await find(db, dataset, "の");
    const migration = await db.all<{ sql: string }>(
      sql`select sql from sqlite_master where name in ('search_entries', 'search_readings', 'search_index') order by name`,
    );
    for (const name of ["search_index", "search_entries", "search_readings"]) await db.$client.execute(`drop table ${name}`);
    for (const row of migration) await db.$client.execute(row.sql);
    expect(await find(db, dataset, "の")).toEqual([]);
    expect(await indexReadings(db)).toBe(3);
    expect(await find(db, dataset, "の")).toEqual(before);
    expect(await indexReadings(db)).toBe(0);
  });

  it("is whole when two processes make it at once", async () => {
    const { db, folder } = await createStore();
    const plans = Array.from({ length: 12 }, (_, index) => makePlan({ fiscalYear: 2000 + index }));
    const files = writePlans(folder, plans);
    await Promise.all([ingest(db, files.slice(0, 8)), ingest(db, files.slice(4)), indexReadings(db)]);
    expect(await find(db, (await findDataset(db))!, "文書")).toHaveLength(12);
    const [row] = await db.all<{ entries: number; readings: number }>(
      sql`select count(*) as entries, count(distinct reading_id) as readings from search_entries`,
    );
    expect(row).toEqual({ entries: 24, readings: 12 });
  });

  it("holds all of more documents than one transaction takes in", async () => {
    const { db, folder } = await createStore();
    await ingest(
      db,
      writePlans(
        folder,
        Array.from({ length: 103 }, (_, index) => makePlan({ fiscalYear: 1900 + index })),
      ),
    );
    expect(await find(db, (await findDataset(db))!, "文書")).toHaveLength(103);
    expect(await find(db, (await findDataset(db))!, "方針", { fiscalYears: [1900, 2002] })).toHaveLength(2);
  });

  it("takes in documents without goals", async () => {
    const { db, folder } = await createStore();
    await ingest(db, writePlans(folder, [makePlan({ priorityGoals: [], basicPolicy: [] })]));
    expect(await indexReadings(db)).toBe(0);
    expect(await find(db, (await findDataset(db))!, "文書")).toEqual([]);
    await ingest(db, writeFiles(folder, { "x.txt": "令和8年度 架空部の運営方針\n\n重点目標 1\t架空の目標\n" }));
    expect(await find(db, (await findDataset(db))!, "架空")).toHaveLength(1);
  });
});
