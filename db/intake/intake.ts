import { and, asc, eq, sql } from "drizzle-orm";
import type { Message } from "@/lib/domain/message";
import type { Reading } from "@/lib/domain/reading";
import type { Database } from "../connection/database";
import { retryOnConflict } from "../connection/retry";
import { acceptances, intake } from "../schema/intake";
import { readings } from "../schema/readings";

/** A document that is held, without its bytes. */
export interface HeldDocument {
  id: string;
  municipality: string;
  fileName: string;
  receivedAt: string;
  readerVersion: number;
  reasons: Message[];
}

/** A document to be held, whole. */
export interface NewHeld extends Omit<HeldDocument, "receivedAt"> {
  bytes: Uint8Array;
  reading: Reading;
}

const COLUMNS = {
  id: intake.id,
  municipality: intake.municipality,
  fileName: intake.fileName,
  receivedAt: intake.receivedAt,
  readerVersion: intake.readerVersion,
  reasons: intake.reasons,
};

/** Keeps a document aside, or renews what is said of it where it lies there already. */
export async function holdDocument(db: Database, { bytes, ...held }: NewHeld): Promise<void> {
  const { reading, reasons, readerVersion } = held;
  await retryOnConflict(() =>
    db
      .insert(intake)
      .values({ ...held, bytes: Buffer.from(bytes), verdict: "held", receivedAt: new Date().toISOString() })
      .onConflictDoUpdate({ target: [intake.id, intake.municipality], set: { reading, reasons, readerVersion } }),
  );
}

/** What is held, in the order in which it came. */
export async function listHeld(db: Database): Promise<HeldDocument[]> {
  return db.select(COLUMNS).from(intake).orderBy(asc(intake.receivedAt), asc(intake.id));
}

/** What is held under an id, or under the first letters of one. */
export async function findHeld(db: Database, id: string): Promise<HeldDocument[]> {
  return db.select(COLUMNS).from(intake).where(sql`substr(${intake.id}, 1, ${id.length}) = ${id}`).orderBy(asc(intake.id));
}

/** A held document's bytes and reading. */
export async function readHeld(db: Database, { id, municipality }: HeldDocument): Promise<{ bytes: Uint8Array; reading: Reading }> {
  const [row] = await db
    .select({ bytes: intake.bytes, reading: intake.reading })
    .from(intake)
    .where(and(eq(intake.id, id), eq(intake.municipality, municipality)));
  return { bytes: new Uint8Array(row!.bytes), reading: row!.reading };
}

/** Takes a document out of what is held. */
export async function releaseHeld(db: Database, { id, municipality }: Pick<HeldDocument, "id" | "municipality">): Promise<void> {
  await retryOnConflict(() => db.delete(intake).where(and(eq(intake.id, id), eq(intake.municipality, municipality))));
}

/** Names of the rules that a person has accepted of a document, under whatever reader. */
export async function listAccepted(db: Database, documentId: string): Promise<Set<string>> {
  const rows = await db
    .select({ reasons: acceptances.reasons })
    .from(acceptances)
    .innerJoin(readings, eq(readings.id, acceptances.readingId))
    .where(eq(readings.documentId, documentId));
  return new Set(rows.flatMap(({ reasons }) => reasons.map(({ rule }) => rule)));
}
