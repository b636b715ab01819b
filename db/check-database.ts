import { createHash } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { checkSearchIndex } from "./check-search-index";
import type { Database } from "./client";
import { checkComparisons, checkDecisionLists } from "./continuations/check-continuations";
import { chainDigest } from "./ingest/append-dataset";
import { readingDigest } from "./ingest/reading-rows";
import { datasetEntries, datasets } from "./dataset-schema";
import { documents, readings } from "./schema";

/** One thing that was checked; `faults` is empty where it is sound. */
export interface CheckResult {
  name: string;
  checked: number;
  faults: string[];
}

/**
 * Checks the whole store: SQLite's own checks, every document's, reading's and decisions' hash, every dataset's chain,
 * what the newest dataset says of continuations, and the search index.
 */
export async function checkDatabase(db: Database): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of [checkIntegrity, checkForeignKeys, checkDocuments, checkReadings, checkDecisionLists, checkDatasets, checkComparisons, checkSearchIndex]) {
    results.push(await check(db));
  }
  return results;
}

async function checkIntegrity(db: Database): Promise<CheckResult> {
  const rows = await db.all<{ integrity_check: string }>(sql`pragma integrity_check`);
  const faults = rows.map((row) => row.integrity_check).filter((text) => text !== "ok");
  return { name: "データベースの構造", checked: 1, faults };
}

async function checkForeignKeys(db: Database): Promise<CheckResult> {
  const rows = await db.all<{ table: string; rowid: number | null; parent: string }>(sql`pragma foreign_key_check`);
  return { name: "表の間の参照", checked: 1, faults: rows.map(({ table, rowid, parent }) => `${table} ${rowid ?? ""} → ${parent}`) };
}

/** One document at a time, so that memory does not grow with their number. */
async function checkDocuments(db: Database): Promise<CheckResult> {
  const ids = await db.select({ id: documents.id, fileName: documents.fileName }).from(documents);
  const faults: string[] = [];
  for (const { id, fileName } of ids) {
    const [row] = await db.select({ bytes: documents.bytes }).from(documents).where(eq(documents.id, id));
    const hash = createHash("sha256").update(new Uint8Array(row!.bytes)).digest("hex");
    if (hash !== id) faults.push(`文書 ${id}（${fileName}）の内容のハッシュが ${hash} です`);
  }
  return { name: "文書のハッシュ", checked: ids.length, faults };
}

async function checkReadings(db: Database): Promise<CheckResult> {
  const rows = await db
    .select({ id: readings.id, digest: readings.digest, documentId: readings.documentId, readerVersion: readings.readerVersion, municipality: readings.municipality })
    .from(readings);
  const faults = rows.filter((row) => readingDigest(row) !== row.digest).map(({ id }) => `読み取り ${id} のハッシュが合いません`);
  return { name: "読み取りのハッシュ", checked: rows.length, faults };
}

async function checkDatasets(db: Database): Promise<CheckResult> {
  const rows = await db.select().from(datasets).orderBy(asc(datasets.sequence));
  const entries = await db
    .select({ entry: datasetEntries, readingDigest: readings.digest })
    .from(datasetEntries)
    .leftJoin(readings, eq(readings.id, datasetEntries.readingId))
    .orderBy(asc(datasetEntries.position));
  const faults: string[] = [];
  const ends = new Map<number, string>();
  let chain = "";
  let sequence = 0;
  for (const [index, { entry, readingDigest: digest }] of entries.entries()) {
    chain = chainDigest(chain, entry.digest);
    if (entry.position !== index + 1 || entry.datasetSequence < sequence) faults.push(`項目 ${entry.position} の順序が正しくありません`);
    if (entry.chain !== chain) faults.push(`項目 ${entry.position} のハッシュの連鎖が合いません`);
    if (entry.kind === "reading" && entry.digest !== digest) faults.push(`項目 ${entry.position} の読み取りのハッシュが合いません`);
    sequence = entry.datasetSequence;
    ends.set(sequence, chain);
  }
  for (const { id, sequence: own } of rows) {
    if (ends.get(own) !== id) faults.push(`データ版 ${id} が、その内容のハッシュ ${ends.get(own) ?? "（なし）"} と合いません`);
  }
  return { name: "データ版のハッシュの連鎖", checked: rows.length, faults };
}
