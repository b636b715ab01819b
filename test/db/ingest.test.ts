import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/connection/database";
import { ingestFiles } from "@/db/ingest/ingest";
import { storeReading } from "@/db/ingest/store-reading";
import { findDataset, listDatasets } from "@/db/queries/datasets";
import { findDocument } from "@/db/queries/document";
import { listDocuments } from "@/db/queries/documents";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import * as schema from "@/db/schema/readings";
import { printPlanJson } from "@/lib/document/plan-json";
import { readDocument } from "@/lib/document/read";
import { READER_VERSION } from "@/lib/document/version";
import { createStore, HOME, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writeFiles, writePlans } from "./temporary-store";

afterEach(removeTemporary);

const count = async (db: Database, table: string) => (await db.all<{ n: number }>(sql.raw(`select count(*) as n from ${table}`)))[0]!.n;

describe("ingest", () => {
  it("stores each document once, whole", async () => {
    const { db } = await createStore();
    const first = await ingest(db, REAL_DOCUMENTS);
    expect(first).toMatchObject({ added: 2, unchanged: 0, refused: 0, reread: 0 });
    const again = await ingest(db, [...REAL_DOCUMENTS, REAL_DOCUMENTS[0]!]);
    expect(again).toMatchObject({ added: 0, unchanged: 3, refused: 0, dataset: first.dataset });
    expect(await listDatasets(db)).toHaveLength(1);
    expect([await count(db, "priority_goals"), await count(db, "targets"), await count(db, "initiatives"), await count(db, "officers")]).toEqual([
      10, 14, 16, 6,
    ]);
  });

  it("gives the same dataset id however many runs bring the same documents", async () => {
    const { db: one, folder } = await createStore();
    const files = writePlans(
      folder,
      [2020, 2021, 2022, 2023].map((fiscalYear) => makePlan({ fiscalYear })),
    );
    const whole = await ingest(one, files);
    const { db: many } = await createStore();
    const ids: (string | null)[] = [];
    for (const file of files) ids.push((await ingest(many, [file])).dataset);
    expect(ids.at(-1)).toBe(whole.dataset);
    expect(new Set(ids).size).toBe(4);
    const { db: otherOrder } = await createStore();
    expect((await ingest(otherOrder, files.toReversed())).dataset).not.toBe(whole.dataset);
  });

  it("keeps every older dataset readable", async () => {
    const { db } = await createStore();
    await ingest(db, [REAL_DOCUMENTS[0]!]);
    const older = (await findDataset(db))!;
    await ingest(db, [REAL_DOCUMENTS[1]!]);
    const newer = (await findDataset(db))!;
    expect([older.documents, newer.documents]).toEqual([1, 2]);
    expect((await listGoals(db, (await findDataset(db, older.id))!)).map(({ fiscalYear }) => fiscalYear)).toEqual(Array(6).fill(2021));
    expect(await listGoals(db, newer)).toHaveLength(10);
    expect((await findDataset(db, newer.id.slice(0, 12)))?.id).toBe(newer.id);
  });

  it("goes on with the rest after bad files, and leaves nothing of them", async () => {
    const { db, folder } = await createStore();
    const bad = writeFiles(`${folder}/bad`, {
      "empty.txt": "",
      "binary.bin": Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256),
      "paper.txt": "%PDF-1.7\n1 0 obj\n",
      "no-department.txt": "令和7年度\n\n【重点目標】\n\n1\t目標\t(5) みんなで\t分野\t防災\n",
      "shopping.txt": "牛乳\n卵\n",
      "broken.json": '{"format": "ayumi-plan/1", ',
      "old-year.json": printPlanJson(makePlan()).replace("2024", "1600"),
    });
    const [good] = writePlans(folder, [makePlan()]);
    const result = await ingest(db, [...bad, good!]);
    expect(result.files.map(({ outcome }) => outcome)).toEqual([...bad.map(() => "refused"), "added"]);
    for (const { outcome, messages } of result.files) expect(messages.some(({ severity }) => severity === "error")).toBe(outcome === "refused");
    expect([await count(db, "documents"), await count(db, "readings"), await count(db, "plans")]).toEqual([1, 1, 1]);
  });

  it("refuses a file above the limit without reading it", async () => {
    const { db, folder } = await createStore();
    const [huge] = writeFiles(folder, { "huge.txt": new Uint8Array(21 * 1024 * 1024).fill(0x41) });
    const result = await ingest(db, [huge!]);
    expect(result.files[0]!.messages).toMatchObject([{ rule: "too-large", severity: "error" }]);
    expect(result.dataset).toBeNull();
  });

  it("writes a document with all that it holds, or nothing", async () => {
    const { db } = await createStore();
    const bytes = new TextEncoder().encode(printPlanJson(makePlan()));
    const reading = readDocument(bytes, { municipality: HOME });
    // The store takes no empty unit; the fault stands in one of the last statements of the batch.
    reading.plans[0]!.plan.priorityGoals[0]!.initiatives[0]!.responsibleUnit = "";
    const key = { documentId: "d".repeat(64), readerVersion: 1, municipality: HOME };
    await expect(storeReading(db, key, reading, { fileName: "x", bytes })).rejects.toThrow(/initiatives_responsible_unit/);
    for (const table of ["documents", "readings", "plans", "priority_goals", "initiatives"]) expect(await count(db, table), table).toBe(0);
  });

  it("broken off before its dataset, leaves the last one, and a second run makes the same", async () => {
    const { db: clean, folder } = await createStore();
    const files = writePlans(
      folder,
      [2020, 2021, 2022].map((fiscalYear) => makePlan({ fiscalYear })),
    );
    const expected = (await ingest(clean, files)).dataset;
    const { db } = await createStore();
    const stop = ingestFiles(db, files, {
      municipality: HOME,
      onFile: ({ file }) => {
        if (file === files[1]) throw new Error("killed");
      },
    });
    await expect(stop).rejects.toThrow("killed");
    expect([await count(db, "documents"), await findDataset(db)]).toEqual([2, null]);
    const again = await ingest(db, files);
    expect([again.added, again.dataset]).toEqual([3, expected]);
    expect(await count(db, "documents")).toBe(3);
  });

  it("run twice at once, both succeed and nothing is lost or doubled", async () => {
    const { db, url, folder } = await createStore();
    const other = await openStore(url);
    const files = writePlans(
      folder,
      Array.from({ length: 12 }, (_, index) => makePlan({ fiscalYear: 2000 + index })),
    );
    const results = await Promise.all([ingest(db, files.slice(0, 9)), ingest(other, files.slice(3))]);
    expect(results.map(({ refused }) => refused)).toEqual([0, 0]);
    const dataset = (await findDataset(db))!;
    expect([dataset.documents, await count(db, "documents"), await count(db, "dataset_entries")]).toEqual([12, 12, 12]);
    expect(await listPlans(db, dataset)).toHaveLength(12);
  });
});

describe("a newer version of a plan", () => {
  const spring = makePlan({ stage: "plan", title: "春" });
  const evaluated = makePlan({ stage: "evaluated", title: "評価後" });

  it.each([
    ["after the plan", [spring, evaluated]],
    ["before the plan", [evaluated, spring]],
  ])("is current where it is evaluated, ingested %s", async (_, plans) => {
    const { db, folder } = await createStore();
    await ingest(db, writePlans(folder, plans));
    const dataset = (await findDataset(db))!;
    expect((await listPlans(db, dataset)).map(({ title }) => title)).toEqual(["評価後"]);
    expect(await listGoals(db, dataset)).toHaveLength(1);
    const documents = await listDocuments(db, dataset);
    expect(documents.map(({ plans: [plan] }) => plan!.current)).toEqual(plans.map(({ stage }) => stage === "evaluated"));
    const old = (await findDocument(db, dataset, documents[plans.indexOf(spring)]!.id))!;
    expect(old.readings[0]!.plan).toEqual(spring);
  });

  it("of the same stage is current where its document came last, and stays so when the older one comes again", async () => {
    const { db, folder } = await createStore();
    const files = writePlans(folder, [makePlan({ title: "初版" }), makePlan({ title: "改訂版" })]);
    await ingest(db, files);
    await ingest(db, [files[0]!]);
    expect((await listPlans(db, (await findDataset(db))!)).map(({ title }) => title)).toEqual(["改訂版"]);
  });

  it("with fewer goals leaves the older document without links to the goals that are gone", async () => {
    const { db, folder } = await createStore();
    const [goal] = spring.priorityGoals;
    const more = { ...spring, priorityGoals: [goal!, { ...goal!, number: 2, title: "鍵の管理" }] };
    await ingest(db, writePlans(folder, [more, evaluated]));
    const dataset = (await findDataset(db))!;
    const [old, current] = await Promise.all((await listDocuments(db, dataset)).map(({ id }) => findDocument(db, dataset, id)));
    expect(old!.readings[0]!.goals).toEqual([
      { id: "2024-general-affairs-1", shown: true },
      { id: "2024-general-affairs-2", shown: false },
    ]);
    expect(current!.readings[0]!.goals).toEqual([{ id: "2024-general-affairs-1", shown: true }]);
  });

  it("is found by the same goal id, in each dataset its own", async () => {
    const { db, folder } = await createStore();
    const [first, second] = writePlans(folder, [spring, evaluated]);
    await ingest(db, [first!]);
    const older = (await findDataset(db))!;
    await ingest(db, [second!]);
    const newer = (await findDataset(db))!;
    const stages = [older, newer].map(async (dataset) => (await findGoal(db, dataset, "2024-general-affairs-1"))!.stage);
    expect(await Promise.all(stages)).toEqual(["plan", "evaluated"]);
  });
});

describe("a better reader", () => {
  it("reads stored documents anew and leaves the older readings", async () => {
    const { db } = await createStore();
    await ingest(db, REAL_DOCUMENTS, { readerVersion: READER_VERSION });
    const older = (await findDataset(db))!;
    const result = await ingest(db, REAL_DOCUMENTS, { readerVersion: READER_VERSION + 1 });
    expect(result).toMatchObject({ added: 0, unchanged: 2, reread: 2 });
    const newer = (await findDataset(db))!;
    expect([older.documents, newer.documents, newer.sequence]).toEqual([2, 2, 2]);
    expect(newer.id).not.toBe(older.id);
    const versions = await db.select({ version: schema.readings.readerVersion }).from(schema.readings).orderBy(schema.readings.id);
    expect(versions.map(({ version }) => version - READER_VERSION)).toEqual([0, 0, 1, 1]);
    for (const dataset of [older, newer]) expect(await listGoals(db, dataset)).toHaveLength(10);
    expect(await listDocuments(db, newer)).toHaveLength(2);
    expect((await ingest(db, [], { readerVersion: READER_VERSION + 1 })).reread).toBe(0);
    expect((await ingest(db, [], { readerVersion: READER_VERSION })).reread).toBe(0);
  });

  it("keeps the dataset that was quoted since the first day as it was, beside that of today's reader", async () => {
    const { db } = await createStore();
    await ingest(db, REAL_DOCUMENTS, { readerVersion: 1 });
    await ingest(db, REAL_DOCUMENTS);
    const quoted = (await findDataset(db, "3419f6f37010"))!;
    const newest = (await findDataset(db))!;
    expect([quoted.sequence, newest.sequence]).toEqual([1, 2]);
    expect(await listGoals(db, quoted)).toEqual(await listGoals(db, newest));
  });

  it("reads a document again for the municipality it was stored for, not the one set now", async () => {
    const { db } = await createStore();
    await ingest(db, [REAL_DOCUMENTS[0]!], { municipality: "岡崎市" });
    await ingest(db, [], { readerVersion: READER_VERSION + 1 });
    expect((await listPlans(db, (await findDataset(db))!)).map(({ municipality }) => municipality)).toEqual(["岡崎市"]);
    const rows = await db.select().from(schema.readings).where(eq(schema.readings.municipality, "岡崎市"));
    expect(rows).toHaveLength(2);
  });
});
