import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "@/db/connection/database";
import { writeCountry } from "@/db/generation/generate-command";
import { listSourceFiles } from "@/db/ingest/source-files";
import { readContinuationSpan } from "@/db/queries/continuation-span";
import { readContinuations, readGoalHistory } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { listDecisionFindings } from "@/db/queries/decision-findings";
import { countDocuments, listDocuments } from "@/db/queries/documents";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { findMunicipality } from "@/db/queries/municipalities";
import { listPlans } from "@/db/queries/plans";
import { municipalityId } from "@/lib/domain/identifier";
import type { DatasetRow } from "@/lib/domain/rows";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { ROW_VALUE_IN } from "../row-value";
import { createFolder, createStore, ingest, makePlan, openStore, removeTemporary, writePlans } from "./temporary-store";

type Statement = { sql: string; args: unknown[] };

/** A scan of a table is to pay for the country at each page; one of a list that was cut before, or of the newest row alone, is not. */
const SCAN = /^SCAN (?!json_each|held|wanted|value|row|goal_row|CONSTANT)/;
const NEWEST = ["SCAN datasets", "SCAN dataset_entries", "SCAN dataset_entries USING INDEX dataset_entries_decisions"];

describe("what a page of one municipality reads", () => {
  let db: Database;
  /** A connection of its own, that no write of the work explained has in hand. */
  let reader: Database;
  let dataset: DatasetRow;
  let goalId: string;

  beforeAll(async () => {
    const store = await createStore();
    db = store.db;
    reader = await openStore(store.url);
    const folder = createFolder();
    await writeCountry(folder, { municipalities: 3, departments: 2, years: 2, seed: 3 });
    await ingest(db, await listSourceFiles([path.resolve(folder)]));
    dataset = { ...(await findDataset(db))!, municipalityId: municipalityId(nameMunicipality(1)) };
    goalId = (await listGoals(db, dataset, { fiscalYears: [2025] }))[0]!.id;
  });
  afterAll(removeTemporary);

  /** The plans of all statements that some work runs. */
  async function explain(store: Database, work: () => Promise<unknown>): Promise<string[]> {
    const statements: Statement[] = [];
    const note = (statement: unknown) => {
      if (typeof statement === "object" && statement !== null && "sql" in statement) statements.push(statement as Statement);
    };
    const { execute, batch } = store.$client;
    const spies = [
      vi.spyOn(store.$client, "execute").mockImplementation((...given: unknown[]) => (note(given[0]), Reflect.apply(execute, store.$client, given))),
      vi
        .spyOn(store.$client, "batch")
        .mockImplementation((...given: unknown[]) => ((given[0] as unknown[]).forEach(note), Reflect.apply(batch, store.$client, given))),
    ];
    try {
      await work();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect(statements.length, "nothing was looked at").toBeGreaterThan(0);
    expect(statements.filter(({ sql }) => ROW_VALUE_IN.test(sql))).toEqual([]);
    const plans: string[] = [];
    for (const { sql, args } of statements.filter((statement) => /^\s*(select|with)/i.test(statement.sql))) {
      const { rows } = await reader.$client.execute({ sql: `explain query plan ${sql}`, args: args as never });
      plans.push(...rows.map((row) => String(row.detail)));
    }
    return plans;
  }

  it.each<[string, () => Promise<unknown>]>([
    ["the newest dataset", () => findDataset(db)],
    ["the plans", () => listPlans(db, dataset)],
    ["the goals", () => listGoals(db, dataset)],
    [
      "the goals with filters",
      () => listGoals(db, dataset, { fiscalYears: [2025], departments: ["finance"], responsibleUnits: ["財政課"], targetRatings: ["A"] }),
    ],
    ["goals by id", () => listGoals(db, dataset, { ids: [goalId] })],
    ["a goal", () => findGoal(db, dataset, goalId)],
    ["a goal's history", () => readGoalHistory(db, dataset, goalId)],
    ["the continuations", () => readContinuations(db, dataset)],
    [
      "what became over years",
      () => readContinuationSpan(db, { ...dataset, municipalityId: dataset.municipalityId! }, { from: 2024, to: 2025, level: "initiative" }),
    ],
    ["what was decided", () => listDecisionFindings(db, dataset)],
    ["the number of documents", () => countDocuments(db, dataset)],
  ])("is found through indexes: %s", async (_, work) => {
    expect((await explain(db, work)).filter((detail) => SCAN.test(detail) && !NEWEST.includes(detail))).toEqual([]);
  });

  it("looks no further than the first of the other municipalities, and than the page of documents", async () => {
    // `m` is read in the order of its key up to the first that fits; `e` is the page, cut before; `p` the plans of a reading.
    const municipality = await explain(db, () => findMunicipality(db, dataset, dataset.municipalityId!));
    expect(municipality.filter((detail) => SCAN.test(detail))).toEqual(["SCAN m"]);
    expect(municipality.filter((detail) => /TEMP B-TREE/.test(detail))).toEqual([]);
    const documents = await explain(db, () => listDocuments(db, dataset, { offset: 0, limit: 10 }));
    expect(documents.filter((detail) => SCAN.test(detail))).toEqual(["SCAN e", "SCAN p"]);
  });

  it("would be told of a scan", async () => {
    expect((await explain(db, () => listPlans(db, { sequence: dataset.sequence } as DatasetRow))).filter((detail) => SCAN.test(detail))).not.toEqual([]);
  });

  it("holds for what ingest asks to add one plan to a dataset", async () => {
    const files = writePlans(createFolder(), [makePlan({ municipality: nameMunicipality(1), fiscalYear: 2023 })]);
    const plans = await explain(db, () => ingest(db, files));
    // Search looks through the ids of all readings for what it has not indexed; `s` is what it found. What is held is read whole, once.
    const allowed = [...NEWEST, "SCAN readings", "SCAN s", "SCAN intake"];
    expect(plans.filter((detail) => SCAN.test(detail) && !allowed.includes(detail))).toEqual([]);
  });
});
