import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "../client";
import { findCurrentPlans } from "../continuations/current-plan";
import { listHeldReadings, storeComparisons } from "../continuations/store-comparisons";
import { retryOnConflict } from "../retry";
import { datasetComparisons, datasetEntries, datasets, readings } from "../schema";
import { insertRows } from "./insert-rows";

/** A stored reading that a dataset is to hold. */
export interface NewEntry {
  readingId: number;
  digest: string;
  documentId: string;
}

/** The next link of a dataset's hash chain; the chain begins with the empty string. */
export function chainDigest(previous: string, digest: string): string {
  return createHash("sha256").update(`${previous}\n${digest}`).digest("hex");
}

/**
 * Adds readings to the data, in order, as one new dataset written in one transaction, and answers the id of the
 * newest dataset. Readings that a dataset holds already are passed over; where none is left, no dataset is made.
 * `null` while there is no dataset at all.
 */
export async function appendDataset(db: Database, entries: readonly NewEntry[]): Promise<string | null> {
  return retryOnConflict(async () => {
    const [newest] = await db.select().from(datasets).orderBy(desc(datasets.sequence)).limit(1);
    const known = await findKnown(db, entries);
    const added = entries.filter(({ readingId }) => !known.readingIds.has(readingId));
    if (added.length === 0) return newest?.id ?? null;
    const [last] = await db
      .select({ position: datasetEntries.position, chain: datasetEntries.chain })
      .from(datasetEntries)
      .orderBy(desc(datasetEntries.position))
      .limit(1);
    const datasetSequence = (newest?.sequence ?? 0) + 1;
    let position = last?.position ?? 0;
    let chain = last?.chain ?? "";
    let documentCount = newest?.documentCount ?? 0;
    const rows = added.map(({ readingId, digest, documentId }) => {
      position += 1;
      chain = chainDigest(chain, digest);
      const documentPosition = known.documentPositions.get(documentId) ?? position;
      if (documentPosition === position) documentCount += 1;
      known.documentPositions.set(documentId, documentPosition);
      return { position, datasetSequence, kind: "reading", digest, chain, readingId, documentPosition };
    });
    const held = [...(await listHeldReadings(db)), ...rows];
    const compared = await storeComparisons(db, await findCurrentPlans(db, held), []);
    const dataset = { sequence: datasetSequence, id: chain, createdAt: new Date().toISOString(), documentCount };
    const statements = [
      ...insertRows(datasets, [dataset]),
      ...insertRows(datasetEntries, rows),
      ...insertRows(datasetComparisons, compared.map((comparison) => ({ datasetSequence, comparison }))),
    ];
    await db.$client.batch(statements, "write");
    return chain;
  });
}

/** Which of these readings datasets hold, and where the first entry of each of these documents stands. */
async function findKnown(db: Database, entries: readonly NewEntry[]) {
  const documentIds = JSON.stringify(entries.map(({ documentId }) => documentId));
  const rows = await db
    .select({
      readingId: readings.id,
      documentId: readings.documentId,
      documentPosition: sql<number>`${datasetEntries.documentPosition}`,
    })
    .from(datasetEntries)
    .innerJoin(readings, eq(readings.id, datasetEntries.readingId))
    .where(sql`${readings.documentId} in (select value from json_each(${documentIds}))`);
  return {
    readingIds: new Set(rows.map(({ readingId }) => readingId)),
    documentPositions: new Map(rows.map(({ documentId, documentPosition }) => [documentId, documentPosition])),
  };
}
