import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { judgeReading } from "@/lib/document/verdict";
import { READER_VERSION } from "@/lib/document/version";
import type { FormDefinition } from "@/lib/domain/form-definition";
import type { Message } from "@/lib/domain/message";
import type { Reading } from "@/lib/domain/reading";
import type { Verdict } from "@/lib/domain/verdict";
import { flushDatabase } from "../connection/client";
import type { Database } from "../connection/database";
import { failureCode } from "../connection/failure";
import { holdDocument, listAccepted, listHeld, releaseHeld } from "../intake/intake";
import { readPlan } from "../queries/reading-plans";
import { datasetEntries } from "../schema/datasets";
import { documents, readingForms, readings } from "../schema/readings";
import { appendDataset, type NewEntry } from "./append-dataset";
import { indexReadings } from "./index-readings";
import { type DecisionsOutcome, findDecisionMessages, readDecisionList } from "./ingest-decisions";
import { isRefused, readSafely } from "./read-safely";
import { type ReadingKey, readingDigest } from "./reading-rows";
import { makeRefusal, readSourceFile } from "./source-files";
import { createStanding, type StandingPlans } from "./standing";
import { findReading, storeReading } from "./store-reading";

/**
 * What became of one file. `reading` is `null` where the file was not read: unchanged, or refused unread. `reasons` say
 * why it is held or refused.
 */
export interface FileOutcome {
  file: string;
  outcome: "added" | "unchanged" | "held" | "refused";
  documentId: string | null;
  reading: Reading | null;
  messages: Message[];
  reasons: Message[];
}

/** A document whose older reading stays in force, since this reader's would be held. */
export interface KeptReading {
  documentId: string;
  fileName: string;
  reasons: Message[];
}

/** What became of an ingest. `dataset` is the newest dataset's id; `null` while nothing is stored. */
export interface IngestResult {
  added: number;
  unchanged: number;
  /** Files that wait for a person's word (`npm run intake`). */
  held: number;
  refused: number;
  /** Stored documents that a better reader would hold, so that their older reading stays. */
  kept: KeptReading[];
  /** Stored documents that a better reader has read anew. */
  reread: number;
  dataset: string | null;
  /** `null` where no file of decisions was named, or none is there. */
  decisions: DecisionsOutcome | null;
}

export interface IngestOptions {
  municipality: string;
  /** File of decisions about continuations, to be taken in after the documents. */
  decisionsFile?: string | null;
  /** Told of each file as soon as it is done. */
  onFile?: (outcome: FileOutcome) => void;
  readerVersion?: number;
  /** The form that the files are printed on; Kashiwara's where it is left out. */
  form?: FormDefinition | null;
}

/**
 * Stores files one by one, each whole or not at all, then makes the dataset that holds them. A file that cannot be
 * used is refused and harms no other. Killed anywhere, it leaves the last dataset; run again, it makes the same one.
 */
export async function ingestFiles(db: Database, files: readonly string[], options: IngestOptions): Promise<IngestResult> {
  const readerVersion = options.readerVersion ?? READER_VERSION;
  const standing = createStanding(db);
  const { entries, kept } = await rereadDocuments(db, readerVersion, standing);
  const result: IngestResult = { added: 0, unchanged: 0, held: 0, refused: 0, kept, reread: entries.length, dataset: null, decisions: null };
  const held = new Set((await listHeld(db)).map(({ id }) => id));
  const taken = new Set(entries.map(({ readingId }) => readingId));
  for (const file of files) {
    const { entry, ...outcome } = await ingestFile(db, file, {
      municipality: options.municipality,
      form: options.form ?? null,
      readerVersion,
      standing,
      kept,
      held,
    });
    if (entry && taken.has(entry.readingId)) outcome.outcome = "unchanged";
    else if (entry) entries.push(entry);
    if (entry) taken.add(entry.readingId);
    result[outcome.outcome] += 1;
    options.onFile?.(outcome);
  }
  const decided = options.decisionsFile ? await readDecisionList(db, options.decisionsFile, options.municipality) : null;
  await indexReadings(db);
  result.dataset = await appendDataset(db, entries, decided?.list);
  decided?.outcome.messages.push(...(await findDecisionMessages(db, decided.spans)));
  result.decisions = decided?.outcome ?? null;
  if (entries.length > 0 || decided?.list) await flushDatabase(db);
  return result;
}

/** Reads a file and judges it by `standing`, and stores nothing. */
export async function checkFile(
  file: string,
  { municipality, form = null }: Pick<IngestOptions, "municipality" | "form">,
  standing: StandingPlans = createStanding(null),
): Promise<FileOutcome> {
  const source = await readSourceFile(file);
  if ("refusal" in source) return refused(file, null, null, [source.refusal]);
  const reading = await readSafely(source.bytes, municipality, form);
  const { verdict, reasons } = await judge(reading, standing);
  if (verdict === "refused") return refused(file, source.id, reading, reasons);
  if (verdict === "stored") for (const { plan } of reading.plans) standing.add(plan);
  return { file, outcome: verdict === "held" ? "held" : "added", documentId: source.id, reading, messages: reading.messages, reasons };
}

async function judge(reading: Reading, standing: StandingPlans): Promise<Verdict> {
  if (isRefused(reading)) return judgeReading(reading, []);
  return judgeReading(reading, await Promise.all(reading.plans.map(({ plan }) => standing.look(plan))));
}

/** What the files of one ingest share. */
interface Taking {
  municipality: string;
  form: FormDefinition | null;
  readerVersion: number;
  standing: StandingPlans;
  kept: readonly KeptReading[];
  /** Ids of what was held before. */
  held: ReadonlySet<string>;
}

type IngestedFile = FileOutcome & { entry: NewEntry | null };

async function ingestFile(db: Database, file: string, { municipality, form, readerVersion, standing, kept, held }: Taking): Promise<IngestedFile> {
  const source = await readSourceFile(file);
  if ("refusal" in source) return { ...refused(file, null, null, [source.refusal]), entry: null };
  const key: ReadingKey = { documentId: source.id, readerVersion, municipality, form };
  const entry = { digest: readingDigest(key), documentId: source.id };
  const stored = await findReading(db, key);
  if (stored?.inDataset || kept.some(({ documentId }) => documentId === source.id)) {
    return { file, outcome: "unchanged", documentId: source.id, reading: null, messages: [], reasons: [], entry: null };
  }
  const reading = await readSafely(source.bytes, municipality, form);
  const { verdict, reasons } = await judge(reading, standing);
  if (verdict === "refused") return { ...refused(file, source.id, reading, reasons), entry: null };
  const outcome = { file, documentId: source.id, reading, messages: reading.messages, reasons };
  const fileName = path.basename(file).normalize("NFC");
  const named = { id: source.id, municipality };
  if (verdict === "held") {
    await holdDocument(db, { ...named, fileName, readerVersion, reasons, bytes: source.bytes, reading });
    return { ...outcome, outcome: "held", entry: null };
  }
  try {
    const readingId = stored?.id ?? (await storeReading(db, key, reading, { fileName, bytes: source.bytes }));
    if (held.has(source.id)) await releaseHeld(db, named);
    noteTaken(db, standing, readingId, reading);
    return { ...outcome, outcome: "added", entry: { ...entry, readingId } };
  } catch (error) {
    const { code, message } = failureCode(error);
    if (code !== "SQLITE_CONSTRAINT") throw error;
    const refusal = makeRefusal("not-storable", `データベースの決まりに合わない値があります（${message}）。`);
    return { ...refused(file, source.id, reading, [refusal]), messages: [...reading.messages, refusal], entry: null };
  }
}

/** Lets what follows in this ingest be judged by what it has just taken in. */
function noteTaken(db: Database, standing: StandingPlans, readingId: number, reading: Reading): void {
  for (const [position, { plan }] of reading.plans.entries()) {
    standing.add(plan, () => readPlan(db, readingId, position));
  }
}

/** Reads the newest dataset's documents anew where only an older reader has; the older reading stays, and in force where the new one is held. */
async function rereadDocuments(db: Database, readerVersion: number, standing: StandingPlans): Promise<{ entries: NewEntry[]; kept: KeptReading[] }> {
  const entries: NewEntry[] = [];
  const kept: KeptReading[] = [];
  for (const { documentId, municipality, form: printed } of await findOutdated(db, readerVersion)) {
    const form = printed === null ? null : (JSON.parse(printed) as FormDefinition);
    const [document] = await db.select({ bytes: documents.bytes, fileName: documents.fileName }).from(documents).where(eq(documents.id, documentId));
    const key: ReadingKey = { documentId, readerVersion, municipality, form };
    const reading = await readSafely(new Uint8Array(document!.bytes), municipality, form);
    const { verdict, reasons } = await judge(reading, standing);
    if (verdict === "refused") {
      kept.push({ documentId, fileName: document!.fileName, reasons });
      continue;
    }
    const accepted = verdict === "held" ? await listAccepted(db, documentId) : null;
    if (accepted && reasons.some(({ rule }) => !accepted.has(rule))) kept.push({ documentId, fileName: document!.fileName, reasons });
    else entries.push({ readingId: await storeReading(db, key, reading, null), digest: readingDigest(key), documentId });
  }
  return { entries, kept };
}

/** Documents whose newest reading in the data is another reader's, and that have none by this one. */
async function findOutdated(db: Database, readerVersion: number): Promise<{ documentId: string; municipality: string; form: string | null }[]> {
  return db.all(sql`
    select r.document_id as documentId, r.municipality as municipality, f.definition as form
    from ${datasetEntries} e join ${readings} r on r.id = e.reading_id left join ${readingForms} f on f.reading_id = r.id
    where r.reader_version < ${readerVersion}
      and not exists (
        select 1 from ${datasetEntries} later join ${readings} lr on lr.id = later.reading_id
        where later.document_position = e.document_position
          and (later.position > e.position or (lr.reader_version >= ${readerVersion} and lr.municipality = r.municipality)))
    order by e.document_position`);
}

function refused(file: string, documentId: string | null, reading: Reading | null, reasons: Message[]): FileOutcome {
  return { file, outcome: "refused", documentId, reading, messages: reading?.messages ?? reasons, reasons };
}
