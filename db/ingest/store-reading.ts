import type { InStatement } from "@libsql/client";
import { eq, sql } from "drizzle-orm";
import type { Reading } from "@/lib/domain/reading";
import type { Database } from "../connection/database";
import { retryOnConflict } from "../connection/retry";
import { insertPrepared, prepareRows } from "../rows/insert-rows";
import { digestRows, digestStatement } from "../rows/row-digest";
import { datasetEntries } from "../schema/datasets";
import * as schema from "../schema/readings";
import { prepareReading, type ReadingKey, readingDigest } from "./reading-rows";

/** A source as it came: the store keeps its bytes and its first name. */
export interface Source {
  fileName: string;
  bytes: Uint8Array;
}

/** Looks a reading up: its id, and whether a dataset holds it; `null` where it is not stored. */
export async function findReading(db: Database, key: ReadingKey): Promise<{ id: number; inDataset: boolean } | null> {
  const [row] = await db
    .select({ id: schema.readings.id, entry: datasetEntries.position })
    .from(schema.readings)
    .leftJoin(datasetEntries, eq(datasetEntries.readingId, schema.readings.id))
    .where(eq(schema.readings.digest, readingDigest(key)));
  return row ? { id: row.id, inDataset: row.entry !== null } : null;
}

/**
 * Writes a reading with all that it holds in one transaction, and the document where it is new (`source`).
 * Answers the reading's id; that of the stored one where another process was first.
 */
export async function storeReading(db: Database, key: ReadingKey, reading: Reading, source: Source | null): Promise<number> {
  return retryOnConflict(async () => {
    const stored = await findReading(db, key);
    if (stored) return stored.id;
    const [next] = await db.select({ id: sql<number>`coalesce(max(${schema.readings.id}), 0) + 1` }).from(schema.readings);
    const id = next!.id;
    const rows = prepareReading(id, key, reading);
    const statements = [
      ...(source ? documentStatements(key.documentId, source, reading) : []),
      ...rows.flatMap(insertPrepared),
      digestStatement("reading", readingDigest(key), digestRows(rows)),
    ];
    await db.$client.batch(statements, "write");
    return id;
  });
}

function documentStatements(id: string, { fileName, bytes }: Source, { encoding, newline }: Reading): InStatement[] {
  const row = { id, fileName, encoding, newline, byteLength: bytes.byteLength, ingestedAt: new Date().toISOString() };
  return [
    {
      sql: `insert into documents (id, file_name, encoding, newline, byte_length, ingested_at, bytes)
        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
      args: [...Object.values(row), bytes],
    },
    digestStatement("document", id, digestRows([prepareRows(schema.documents, [row])])),
  ];
}
