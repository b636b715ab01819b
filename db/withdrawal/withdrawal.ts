import { createHash } from "node:crypto";
import type { InStatement } from "@libsql/client";
import { asc, desc, eq, lte, sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { insertPrepared, prepareRows } from "../rows/insert-rows";
import { digestRows, digestStatement } from "../rows/row-digest";
import { datasetEntries } from "../schema/datasets";
import { type WithdrawalEvent, withdrawals } from "../schema/intake";

/** A document to be taken back or given back, and why. */
export interface NewWithdrawal {
  documentId: string;
  /** Position of the document's first entry. */
  documentPosition: number;
  event: WithdrawalEvent;
  reason: string;
}

/** A withdrawal that can be stored, named by its digest. */
export interface PreparedWithdrawal extends NewWithdrawal {
  digest: string;
  occurrence: number;
}

/** SHA-256 in hex of all that an event says. */
export function withdrawalDigest({ documentId, event, reason, occurrence }: Omit<PreparedWithdrawal, "digest" | "documentPosition">): string {
  return createHash("sha256")
    .update(`ayumi-withdrawal\n${JSON.stringify([documentId, event, reason, occurrence])}`)
    .digest("hex");
}

/** The event as it is to be stored; `null` where the document's last one says the same already. */
export async function prepareWithdrawal(db: Database, wanted: NewWithdrawal): Promise<PreparedWithdrawal | null> {
  const [last] = await db
    .select({ event: withdrawals.event, occurrence: withdrawals.occurrence })
    .from(withdrawals)
    .where(eq(withdrawals.documentId, wanted.documentId))
    .orderBy(desc(withdrawals.position))
    .limit(1);
  if ((last?.event ?? "reinstatement") === wanted.event) return null;
  const numbered = { ...wanted, occurrence: (last?.occurrence ?? 0) + 1 };
  return { ...numbered, digest: withdrawalDigest(numbered) };
}

/** Statements that store an event at its entry's position. */
export function withdrawalStatements(prepared: PreparedWithdrawal, position: number): InStatement[] {
  const rows = prepareRows(withdrawals, [{ ...prepared, position }]);
  return [...insertPrepared(rows), digestStatement("withdrawal", prepared.digest, digestRows([rows]))];
}

/** The municipalities that a document's readings have plans of. */
export async function listWithdrawnMunicipalities(db: Database, documentId: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    select distinct p.municipality_id as id from readings r cross join plans p on p.reading_id = r.id where r.document_id = ${documentId} order by 1`);
  return rows.map(({ id }) => id);
}

/** Positions of the first entries of the documents that are withdrawn in the dataset of a number. */
export async function listWithdrawn(db: Database, sequence: number): Promise<number[]> {
  const rows = await db
    .select({ documentPosition: withdrawals.documentPosition, event: withdrawals.event })
    .from(withdrawals)
    .innerJoin(datasetEntries, eq(datasetEntries.position, withdrawals.position))
    .where(lte(datasetEntries.datasetSequence, sequence))
    .orderBy(asc(withdrawals.position));
  const last = new Map(rows.map(({ documentPosition, event }) => [documentPosition, event]));
  return [...last].filter(([, event]) => event === "withdrawal").map(([documentPosition]) => documentPosition);
}
