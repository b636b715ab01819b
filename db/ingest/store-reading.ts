import type { InStatement } from "@libsql/client";
import { eq, sql } from "drizzle-orm";
import type { Database } from "../client";
import { retryOnConflict } from "../retry";
import { datasetEntries } from "../dataset-schema";
import * as schema from "../schema";
import { insertRows } from "./insert-rows";
import { messageRows, planRows, readingDigest, readingRow, type ReadingKey } from "./reading-rows";
import type { Reading } from "@/lib/domain/reading";

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
    const statements = source ? [documentStatement(key.documentId, source, reading)] : [];
    statements.push(...insertRows(schema.readings, [readingRow(id, key, reading)]));
    const plans = reading.plans.map((plan, position) => planRows(id, position, plan));
    for (const table of ["plans", "officers", "basicPolicies", "ratingScaleEntries", "priorityGoals", "targets", "initiatives"] as const) {
      statements.push(...insertRows(schema[table], plans.flatMap((rows): object[] => rows[table])));
    }
    statements.push(...insertRows(schema.messages, messageRows(id, reading)));
    await db.$client.batch(statements, "write");
    return id;
  });
}

function documentStatement(id: string, { fileName, bytes }: Source, { encoding, newline }: Reading): InStatement {
  return {
    sql: `insert into documents (id, file_name, encoding, newline, byte_length, ingested_at, bytes)
      values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    args: [id, fileName, encoding, newline, bytes.byteLength, new Date().toISOString(), bytes],
  };
}
