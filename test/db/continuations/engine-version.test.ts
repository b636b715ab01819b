import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { checkComparisons } from "@/db/check/check-continuations";
import { openDatabase } from "@/db/connection/client";
import { ENGINE_VERSION } from "@/db/continuations/comparison";
import { migrateDatabase } from "@/db/migrate";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writePlans } from "../temporary-store";

afterEach(removeTemporary);

describe("comparisons that an earlier engine made", () => {
  it("go on to be shown by the datasets that name them, and are made anew for the next one", async () => {
    const { db, url, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const older = (await findDataset(db))!;
    await ageComparisons(db);

    await migrateDatabase(db);
    expect((await ingest(db, REAL_DOCUMENTS)).dataset).toBe(older.id);
    expect(await readKinds(url, older.id)).toEqual(["2021–2025 continued"]);
    expect(await checkComparisons(db)).toMatchObject({ checked: 0, faults: [] });

    await ingest(db, writePlans(folder, [makePlan({ fiscalYear: 2026, department: "政策推進部" })]));
    const newer = (await findDataset(db))!;
    expect(newer.id).not.toBe(older.id);
    expect(await readKinds(url, older.id)).toEqual(["2021–2025 continued"]);
    const remade = (await readKinds(url, newer.id))[0]!;
    expect(remade.split(" ").slice(1)).toEqual([...Array(4).fill("continued"), ...Array(6).fill("merged"), "split", "split"]);
    expect(await checkComparisons(db)).toMatchObject({ checked: 2, faults: [] });
  });

  it("of a city that nothing came of are those of the newest dataset too", async () => {
    const { db, url, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    await ageComparisons(db);
    await ingest(
      db,
      writePlans(
        folder,
        [2024, 2025].map((fiscalYear) => makePlan({ fiscalYear, municipality: "岡崎市" })),
      ),
    );
    expect(await readKinds(url, (await findDataset(db))!.id)).toEqual(["2021–2025 continued", "2024–2025 continued continued"]);
  });
});

/** Puts what engine 1 could have left in the place of the stored comparison: another digest, one link, no `goals` among its parts. */
async function ageComparisons(db: Awaited<ReturnType<typeof createStore>>["db"]): Promise<void> {
  const digest = "1".repeat(64);
  expect(ENGINE_VERSION).toBeGreaterThan(1);
  const triggers = await db.all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_schema where type = 'trigger' and tbl_name in ('comparisons', 'comparison_reasons', 'dataset_comparisons')`,
  );
  for (const { name } of triggers) await db.$client.execute(`drop trigger ${name}`);
  await db.$client.batch(
    [
      "pragma defer_foreign_keys = on",
      { sql: "update comparisons set digest = ?, engine_version = 1, links = json_array(json_extract(links, '$[0]'))", args: [digest] },
      { sql: "update comparison_reasons set comparison = ?", args: [digest] },
      { sql: "update dataset_comparisons set comparison = ?", args: [digest] },
    ],
    "write",
  );
  for (const trigger of triggers) await db.$client.execute(trigger.sql);
}

/** Years and the kinds of their links, in order of kind; by a connection of its own, as one keeps the rows that it has read. */
async function readKinds(url: string, id: string): Promise<string[]> {
  const db = await openDatabase(url);
  try {
    const { comparisons } = await readContinuations(db, (await findDataset(db, id))!, { reasons: false });
    return comparisons.map(({ from, to, links }) =>
      [
        `${from}–${to}`,
        ...links
          .filter(({ kind }) => kind !== "related")
          .map(({ kind }) => kind)
          .sort(),
      ].join(" "),
    );
  } finally {
    db.$client.close();
  }
}
