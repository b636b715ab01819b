import { eq } from "drizzle-orm";
import { READER_VERSION } from "@/lib/document/version";
import type { Database } from "../connection/database";
import { isRefused, readSafely } from "../ingest/read-safely";
import { prepareReading } from "../ingest/reading-rows";
import { digestRows, digestStored } from "../rows/row-digest";
import { ROW_SUBJECTS } from "../rows/row-subjects";
import { documents, readingForms, readings } from "../schema/readings";
import type { CheckResult } from "./check-result";

/**
 * Reads each document again that the present reader has read, and compares: what was written then must be what it
 * reads now. One document at a time, so that memory does not grow with their number.
 */
export async function checkAgain(db: Database): Promise<CheckResult> {
  const keys = await db
    .select({
      id: readings.id,
      documentId: readings.documentId,
      readerVersion: readings.readerVersion,
      municipality: readings.municipality,
      form: readingForms.definition,
    })
    .from(readings)
    .leftJoin(readingForms, eq(readingForms.readingId, readings.id))
    .where(eq(readings.readerVersion, READER_VERSION));
  const { tables } = ROW_SUBJECTS.find(({ name }) => name === "reading")!;
  const faults: string[] = [];
  for (const { id, ...key } of keys) {
    const [row] = await db.select({ bytes: documents.bytes, fileName: documents.fileName }).from(documents).where(eq(documents.id, key.documentId));
    const name = `文書 ${key.documentId}（${row?.fileName ?? "なし"}）`;
    const reading = row && (await readSafely(new Uint8Array(row.bytes), key.municipality, key.form));
    if (!reading || isRefused(reading)) faults.push(`${name}を、いまは読み取れません`);
    else if (digestRows(prepareReading(id, key, reading)) !== (await digestStored(db, tables(id))))
      faults.push(`${name}を読み直すと、取り込んだ内容と合いません`);
  }
  return { name: "文書の読み直し", checked: keys.length, faults };
}
