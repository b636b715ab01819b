import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import type { Database } from "@/db/connection/database";
import { acceptHeld } from "@/db/intake/accept";
import { findHeld, listHeld, readHeld, releaseHeld } from "@/db/intake/intake";
import { findDataset } from "@/db/queries/datasets";
import { listDocuments } from "@/db/queries/documents";
import { listGoals } from "@/db/queries/goals";
import { findFaults } from "../check/find-faults";
import { createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writeFiles, writePlans } from "../temporary-store";

afterEach(removeTemporary);

/** The FY2025 document with a slip of the pen: 令和17年度. */
const FAR = readFileSync(REAL_DOCUMENTS[1]!, "utf8").replaceAll("令和7年度", "令和17年度");

async function createHeld() {
  const { db, folder } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  const before = (await findDataset(db))!.id;
  const [file] = writeFiles(folder, { "2035.txt": FAR });
  const result = await ingest(db, [file!]);
  return { db, folder, before, file: file!, result, held: (await listHeld(db))[0]! };
}

const years = async (db: Database) => [...new Set((await listGoals(db, (await findDataset(db))!)).map(({ fiscalYear }) => fiscalYear))].sort();

describe("a doubtful document", () => {
  it("is kept aside with its reasons, and changes nothing that is public", async () => {
    const { db, before, result, held } = await createHeld();
    expect(result).toMatchObject({ added: 0, held: 1, refused: 0, dataset: before });
    expect(result.files).toMatchObject([{ outcome: "held", reasons: [{ rule: "year-far-ahead" }] }]);
    expect(held).toMatchObject({ fileName: "2035.txt", municipality: "柏原市", reasons: [{ rule: "year-far-ahead", span: { start: { line: 3 } } }] });
    const { bytes, reading } = await readHeld(db, held);
    expect([new TextDecoder().decode(bytes), reading.plans[0]!.plan.fiscalYear]).toEqual([FAR, 2035]);
    expect(await years(db)).toEqual([2021, 2025]);
    expect(await listDocuments(db, (await findDataset(db))!)).toHaveLength(2);
  });

  it("stays held, once, when it comes again; a mended one is stored", async () => {
    const { db, folder, file } = await createHeld();
    expect(await ingest(db, [file])).toMatchObject({ added: 0, held: 1 });
    expect(await listHeld(db)).toHaveLength(1);
    const [mended] = writeFiles(folder, { "2026.txt": FAR.replaceAll("令和17年度", "令和8年度") });
    expect(await ingest(db, [mended!])).toMatchObject({ added: 1, held: 0 });
  });

  it("gets its place when a person accepts it, with the reason; once more changes nothing, and it is known from then on", async () => {
    const { db, before, file, held } = await createHeld();
    const accepted = await acceptHeld(db, held, "本当に令和17年度の見本です");
    expect(accepted).toEqual({ dataset: (await findDataset(db))!.id });
    expect(await years(db)).toEqual([2021, 2025, 2035]);
    expect(await listHeld(db)).toEqual([]);
    expect(await ingest(db, [file])).toMatchObject({ unchanged: 1, held: 0 });
    expect((await findDataset(db, before))!.documents).toBe(2);
    expect(findFaults(await checkDatabase(db))).toEqual([]);
    // A better reader finds the same reasons, which were accepted.
    expect(await ingest(db, [], { readerVersion: 1_000 })).toMatchObject({ kept: [], reread: 3 });
  });

  it("is stored, and held no more, when what stands before no longer makes it doubtful", async () => {
    const { db, folder } = await createStore();
    const files = writePlans(
      folder,
      [2021, 2022, 2027, 2025].map((fiscalYear) => makePlan({ fiscalYear })),
    );
    expect(await ingest(db, files.slice(0, 3))).toMatchObject({ added: 2, held: 1 });
    await ingest(db, files.slice(3));
    expect(await listHeld(db)).toHaveLength(1);
    expect(await ingest(db, [files[2]!])).toMatchObject({ added: 1, held: 0 });
    expect(await listHeld(db)).toEqual([]);
  });

  it("is let go when a person discards it", async () => {
    const { db, held } = await createHeld();
    await releaseHeld(db, held);
    expect(await listHeld(db)).toEqual([]);
  });

  it("is found by the first letters of its id", async () => {
    const { db, held } = await createHeld();
    expect(await findHeld(db, held.id.slice(0, 6))).toEqual([held]);
    expect(await findHeld(db, "%")).toEqual([]);
  });

  it("is judged by what the same ingest has just taken in, in its order", async () => {
    const { db, folder } = await createStore();
    const files = writePlans(
      folder,
      [2021, 2022, 2040].map((fiscalYear) => makePlan({ fiscalYear })),
    );
    expect((await ingest(db, files)).files.map(({ outcome }) => outcome)).toEqual(["added", "added", "held"]);
  });
});

describe("a better reader that doubts what is public", () => {
  it("leaves the older reading in force, and says so each time", async () => {
    const { db, folder } = await createStore();
    await ingest(db, writePlans(folder, [makePlan({ fiscalYear: 2021 }), makePlan({ fiscalYear: 2022 })]), { readerVersion: 1 });
    const file = writeFiles(folder, {
      "gap.txt": "令和5年度　総務部の運営方針\n基本方針\n方針です。\n重点目標2\t文書の整理\n今年度の達成目標\n減らします。\n",
    })[0]!;
    // As a release without verdicts would have taken it in.
    const { storeReading } = await import("@/db/ingest/store-reading");
    const { appendDataset } = await import("@/db/ingest/append-dataset");
    const { readingDigest } = await import("@/db/ingest/reading-rows");
    const { readSourceFile } = await import("@/db/ingest/source-files");
    const { readDocument } = await import("@/lib/document/read");
    const source = await readSourceFile(file);
    if ("refusal" in source) throw new Error(source.refusal.reason);
    const key = { documentId: source.id, readerVersion: 1, municipality: "柏原市" };
    const reading = readDocument(source.bytes, { municipality: "柏原市" });
    const readingId = await storeReading(db, key, reading, { fileName: "gap.txt", bytes: source.bytes });
    const dataset = await appendDataset(db, [{ readingId, digest: readingDigest(key), documentId: source.id }]);
    for (const _ of [1, 2]) {
      const again = await ingest(db, [file], { readerVersion: 2 });
      expect(again.kept).toMatchObject([{ documentId: source.id, fileName: "gap.txt", reasons: [{ rule: "numbers-with-gaps" }] }]);
      expect(again.unchanged).toBe(1);
    }
    expect(await listHeld(db)).toEqual([]);
    expect(await years(db)).toEqual([2021, 2022, 2023]);
    expect((await findDataset(db))!.id).not.toBe(dataset);
  });
});
