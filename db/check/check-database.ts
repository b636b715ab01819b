import { createHash } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { failureKind } from "../connection/failure";
import { assertOurs, type Identity } from "../connection/identity";
import { chainDigest } from "../ingest/append-dataset";
import { readingDigest } from "../ingest/reading-rows";
import { datasetEntries, datasets } from "../schema/datasets";
import { isWithdrawal, withdrawals } from "../schema/intake";
import { documents, readingForms, readings } from "../schema/readings";
import { withdrawalDigest } from "../withdrawal/withdrawal";
import { checkAgain } from "./check-again";
import { checkComparisons, checkDecisions } from "./check-continuations";
import type { CheckResult } from "./check-result";
import { checkRows } from "./check-rows";
import { checkSchema } from "./check-schema";
import { checkSearchIndex } from "./check-search-index";

type Check = (db: Database, identity: Identity) => Promise<CheckResult>;

/** The number of migrations from which a database has withdrawals, and from which a reading keeps its form. */
const WITHDRAWALS_SINCE = 8;
const FORMS_SINCE = 10;

/** What can be checked of a database of any release, in an order in which each may trust those before it. */
const ALWAYS: readonly Check[] = [checkIntegrity, checkForeignKeys];
const HASHES: readonly Check[] = [checkDocuments, checkReadings, checkDatasets];

/** What only a database that this release has brought up to date has whole. */
const CURRENT: readonly Check[] = [checkRows, ...HASHES, checkDecisions, checkComparisons, checkSearchIndex];

/**
 * Checks the whole store: SQLite's own checks, its definitions, the hashes of all rows, of every document, reading and
 * file of decisions, every dataset's chain, what the newest dataset says of continuations, and the search index; with
 * `full`, also whether this release's readings are what it reads now. Throws `StoreError` where it is not ours.
 */
export async function checkDatabase(db: Database, { full = false } = {}): Promise<CheckResult[]> {
  const identity = await assertOurs(db);
  const schema = await checkSchema(db, identity.applied);
  if (schema.isFatal) return [schema];
  const results: CheckResult[] = [];
  for (const check of [...ALWAYS, ...(identity.kind === "current" ? CURRENT : HASHES), ...(full ? [checkAgain] : [])]) {
    const result = await check(db, identity).catch((error: unknown): CheckResult => {
      if (failureKind(error) !== null) throw error;
      return { name: "確認", checked: 0, faults: [`内容を読み取れません（${String(error)}）`] };
    });
    results.push(result);
    if (result.isFatal) break;
  }
  return [...results, schema];
}

/** Whether a store holds together by itself: what is left where there is no time to read all that it says. */
export async function isCoherent(db: Database): Promise<boolean> {
  const identity = await assertOurs(db);
  if ((await checkSchema(db, identity.applied)).isFatal) return false;
  for (const check of [...ALWAYS, checkReadings, checkDatasets]) {
    if ((await check(db, identity)).faults.length > 0) return false;
  }
  return true;
}

async function checkIntegrity(db: Database): Promise<CheckResult> {
  const rows = await db.all<{ text: ArrayBuffer }>(sql`select cast(integrity_check as blob) as text from pragma_integrity_check`);
  const faults = rows.map(({ text }) => Buffer.from(text).toString()).filter((text) => text !== "ok");
  return { name: "データベースの構造", checked: 1, faults, isFatal: faults.length > 0 };
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

async function checkReadings(db: Database, { applied }: Identity): Promise<CheckResult> {
  const rows = await db
    .select({
      id: readings.id,
      digest: readings.digest,
      documentId: readings.documentId,
      readerVersion: readings.readerVersion,
      municipality: readings.municipality,
    })
    .from(readings);
  const kept = applied < FORMS_SINCE ? [] : await db.select({ id: readingForms.readingId, form: readingForms.definition }).from(readingForms);
  const forms = new Map(kept.map(({ id, form }) => [id, form]));
  const faults = rows
    .filter((row) => readingDigest({ ...row, form: forms.get(row.id) }) !== row.digest)
    .map(({ id }) => `読み取り ${id} のハッシュが合いません`);
  return { name: "読み取りのハッシュ", checked: rows.length, faults };
}

async function checkDatasets(db: Database, { applied }: Identity): Promise<CheckResult> {
  const rows = await db.select().from(datasets).orderBy(asc(datasets.sequence));
  const entries = await db
    .select({ entry: datasetEntries, readingDigest: readings.digest })
    .from(datasetEntries)
    .leftJoin(readings, eq(readings.id, datasetEntries.readingId))
    .orderBy(asc(datasetEntries.position));
  const stored = applied < WITHDRAWALS_SINCE ? [] : await db.select().from(withdrawals);
  const events = new Map(stored.map((event) => [event.position, event]));
  const faults: string[] = [];
  const ends = new Map<number, string>();
  let chain = "";
  let sequence = 0;
  for (const [index, { entry, readingDigest: digest }] of entries.entries()) {
    chain = chainDigest(chain, entry.digest);
    const withdrawal = events.get(entry.position);
    if (entry.position !== index + 1 || entry.datasetSequence < sequence) faults.push(`項目 ${entry.position} の順序が正しくありません`);
    if (entry.chain !== chain) faults.push(`項目 ${entry.position} のハッシュの連鎖が合いません`);
    if (entry.kind === "reading" && entry.digest !== digest) faults.push(`項目 ${entry.position} の読み取りのハッシュが合いません`);
    if (
      withdrawal
        ? withdrawal.digest !== entry.digest || withdrawalDigest(withdrawal) !== entry.digest || withdrawal.event !== entry.kind
        : isWithdrawal(entry.kind)
    ) {
      faults.push(`項目 ${entry.position} の取り下げのハッシュが合いません`);
    }
    sequence = entry.datasetSequence;
    ends.set(sequence, chain);
  }
  for (const { id, sequence: own } of rows) {
    if (ends.get(own) !== id) faults.push(`データ版 ${id} が、その内容のハッシュ ${ends.get(own) ?? "（なし）"} と合いません`);
  }
  return { name: "データ版のハッシュの連鎖", checked: rows.length, faults };
}
