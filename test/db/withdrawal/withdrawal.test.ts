import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import type { Database } from "@/db/connection/database";
import { appendDataset } from "@/db/ingest/append-dataset";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { findDocument } from "@/db/queries/document";
import { listDocuments } from "@/db/queries/documents";
import { listGoals } from "@/db/queries/goals";
import type { WithdrawalEvent } from "@/db/schema/intake";
import { findFaults } from "../check/find-faults";
import { createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writePlans } from "../temporary-store";

afterEach(removeTemporary);

async function turn(db: Database, fileName: string, event: WithdrawalEvent, reason = "誤って公開したため") {
  const dataset = (await findDataset(db))!;
  const [row] = await db.all<{ id: string; position: number }>(sql`
    select d.id, min(e.document_position) as position from documents d join readings r on r.document_id = d.id
    join dataset_entries e on e.reading_id = r.id where d.file_name = ${fileName} group by d.id`);
  const id = await appendDataset(db, [], null, { documentId: row!.id, documentPosition: row!.position, event, reason });
  return { before: dataset, changed: id !== dataset.id, documentId: row!.id };
}

const titles = async (db: Database, id?: string) => (await listGoals(db, (await findDataset(db, id))!)).map(({ title }) => title);

describe("a document that is withdrawn", () => {
  it("counts no more anywhere, stays readable as withdrawn, and counts again when it is given back", async () => {
    const { db } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const all = await titles(db);
    const countLinks = async () => (await readContinuations(db, (await findDataset(db))!)).comparisons.flatMap((comparison) => comparison.links).length;
    const links = await countLinks();
    expect(links).toBeGreaterThan(0);
    const { before, documentId } = await turn(db, "2025-policy-promotion.txt", "withdrawal");
    const dataset = (await findDataset(db))!;
    expect((await listGoals(db, dataset)).every(({ fiscalYear }) => fiscalYear === 2021)).toBe(true);
    expect(await countLinks()).toBe(0);
    expect((await findDocument(db, dataset, documentId))!).toMatchObject({ withdrawnFor: "誤って公開したため", plans: [{ current: false }] });
    expect((await listDocuments(db, dataset)).map(({ withdrawnFor }) => withdrawnFor)).toEqual([null, "誤って公開したため"]);
    // What was quoted before says what it said.
    expect(await titles(db, before.id)).toEqual(all);
    expect((await findDocument(db, before, documentId))!.withdrawnFor).toBeNull();
    expect(findFaults(await checkDatabase(db))).toEqual([]);
    await turn(db, "2025-policy-promotion.txt", "reinstatement", "正しい資料と分かったため");
    expect(await titles(db)).toEqual(all);
    expect(await countLinks()).toBe(links);
    expect((await findDocument(db, (await findDataset(db))!, documentId))!.withdrawnFor).toBeNull();
    expect(findFaults(await checkDatabase(db))).toEqual([]);
  });

  it("gives way to the one before it", async () => {
    const { db, folder } = await createStore();
    await ingest(db, writePlans(folder, [makePlan({ title: "初版" }), makePlan({ title: "改訂版" })]));
    await turn(db, "0001.json", "withdrawal");
    expect((await db.all<{ title: string }>(sql`select title from plans`)).length).toBe(2);
    const [first, second] = await listDocuments(db, (await findDataset(db))!);
    expect([first!.plans[0]!.current, second!.plans[0]!.current]).toEqual([true, false]);
  });

  it("stays withdrawn when its file comes again, and when a better reader reads it", async () => {
    const { db } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    await turn(db, "2021-policy-promotion.txt", "withdrawal");
    const dataset = (await findDataset(db))!.id;
    expect(await ingest(db, REAL_DOCUMENTS)).toMatchObject({ unchanged: 2, dataset });
    await ingest(db, [], { readerVersion: 1_000 });
    expect((await listGoals(db, (await findDataset(db))!)).every(({ fiscalYear }) => fiscalYear === 2025)).toBe(true);
    expect(findFaults(await checkDatabase(db))).toEqual([]);
  });

  it("twice is said once, and a document that is not withdrawn is not given back", async () => {
    const { db } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    expect((await turn(db, "2021-policy-promotion.txt", "reinstatement")).changed).toBe(false);
    expect((await turn(db, "2021-policy-promotion.txt", "withdrawal")).changed).toBe(true);
    expect((await turn(db, "2021-policy-promotion.txt", "withdrawal")).changed).toBe(false);
    // The same words after an undoing are an event of their own.
    await turn(db, "2021-policy-promotion.txt", "reinstatement");
    expect((await turn(db, "2021-policy-promotion.txt", "withdrawal")).changed).toBe(true);
  });

  it("that was tampered with is found by the check", async () => {
    const { db } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    await turn(db, "2021-policy-promotion.txt", "withdrawal");
    await db.run(sql`drop trigger withdrawals_no_update`);
    await db.run(sql`update withdrawals set reason = 'ほかの理由'`);
    expect(findFaults(await checkDatabase(db)).join("\n")).toContain("取り下げのハッシュが合いません");
  });
});
