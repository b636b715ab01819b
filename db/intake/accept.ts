import { eq } from "drizzle-orm";
import { READER_VERSION } from "@/lib/document/version";
import type { Message } from "@/lib/domain/message";
import { flushDatabase } from "../connection/client";
import type { Database } from "../connection/database";
import { retryOnConflict } from "../connection/retry";
import { appendDataset } from "../ingest/append-dataset";
import { indexReadings } from "../ingest/index-readings";
import { isRefused, readSafely } from "../ingest/read-safely";
import { type ReadingKey, readingDigest } from "../ingest/reading-rows";
import { storeReading } from "../ingest/store-reading";
import { insertPrepared, prepareRows } from "../rows/insert-rows";
import { digestRows, digestStatement } from "../rows/row-digest";
import { acceptances } from "../schema/intake";
import { type HeldDocument, readHeld, releaseHeld } from "./intake";

/** What became of a document that was to be accepted: the newest dataset, or why this reader cannot use it. */
export type Acceptance = { dataset: string } | { refusals: Message[] };

/**
 * Stores a held document as this reader reads it, with why it was held and why it is right all the same, and makes the
 * dataset that holds it. Run again after a kill, it goes on where it was.
 */
export async function acceptHeld(db: Database, held: HeldDocument, acceptedFor: string): Promise<Acceptance> {
  const { id, municipality, fileName, reasons } = held;
  const { bytes, reading: heldReading } = await readHeld(db, held);
  const form = heldReading.form ?? null;
  const reading = await readSafely(bytes, municipality, form);
  if (isRefused(reading)) return { refusals: reading.messages.filter(({ severity }) => severity === "error") };
  const key: ReadingKey = { documentId: id, readerVersion: READER_VERSION, municipality, form };
  const digest = readingDigest(key);
  const readingId = await storeReading(db, key, reading, { fileName, bytes });
  await writeAcceptance(db, digest, { readingId, reasons, acceptedFor, acceptedAt: new Date().toISOString() });
  await indexReadings(db);
  const dataset = await appendDataset(db, [{ readingId, digest, documentId: id }]);
  await releaseHeld(db, held);
  await flushDatabase(db);
  return { dataset: dataset! };
}

async function writeAcceptance(db: Database, digest: string, row: typeof acceptances.$inferSelect): Promise<void> {
  await retryOnConflict(async () => {
    if ((await db.$count(acceptances, eq(acceptances.readingId, row.readingId))) > 0) return;
    const rows = prepareRows(acceptances, [row]);
    await db.$client.batch([...insertPrepared(rows), digestStatement("acceptance", digest, digestRows([rows]))], "write");
  });
}
