import { sql } from "drizzle-orm";
import { blob, check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Message } from "@/lib/domain/message";
import type { Reading } from "@/lib/domain/reading";
import { datasetEntries } from "./datasets";
import { documents, readings } from "./readings";

/**
 * Documents that are held: not public, and in no dataset, until a person has looked at them. The one table whose rows may
 * be deleted. `id` is the SHA-256 of the bytes, as of a document.
 */
export const intake = sqliteTable(
  "intake",
  {
    id: text("id").notNull(),
    municipality: text("municipality").notNull(),
    fileName: text("file_name").notNull(),
    readerVersion: integer("reader_version").notNull(),
    receivedAt: text("received_at").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    reading: text("reading", { mode: "json" }).$type<Reading>().notNull(),
    verdict: text("verdict").notNull(),
    reasons: text("reasons", { mode: "json" }).$type<Message[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.municipality] }),
    check("intake_id", sql`length(id) = 64 and id not glob '*[^0-9a-f]*'`),
    check("intake_names", sql`length(municipality) between 1 and 100 and length(file_name) between 1 and 1024`),
    check("intake_bytes", sql`length(bytes) > 0`),
    check("intake_verdict", sql`verdict = 'held'`),
    check("intake_json", sql`json_valid(reading) and json_valid(reasons)`),
  ],
);

/** Why a reading that was held has been stored all the same; append-only. */
export const acceptances = sqliteTable(
  "acceptances",
  {
    readingId: integer("reading_id")
      .primaryKey()
      .references(() => readings.id),
    reasons: text("reasons", { mode: "json" }).$type<Message[]>().notNull(),
    acceptedFor: text("accepted_for").notNull(),
    acceptedAt: text("accepted_at").notNull(),
  },
  () => [check("acceptances_texts", sql`accepted_for <> ''`), check("acceptances_json", sql`json_valid(reasons)`)],
);

/**
 * Documents taken back, and given back: of a document's events that a dataset holds, the last one counts. `position` is
 * its entry's, of the kind that `event` names; append-only.
 */
export const withdrawals = sqliteTable(
  "withdrawals",
  {
    position: integer("position")
      .primaryKey()
      .references(() => datasetEntries.position),
    digest: text("digest").notNull().unique(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    /** Position of the document's first entry. */
    documentPosition: integer("document_position").notNull(),
    event: text("event").$type<WithdrawalEvent>().notNull(),
    reason: text("reason").notNull(),
    /** Which it is of the document's events, from 1. */
    occurrence: integer("occurrence").notNull(),
  },
  (table) => [
    index("withdrawals_document").on(table.documentPosition, table.position),
    check("withdrawals_digest", sql`length(digest) = 64`),
    check("withdrawals_event", sql`event in ('withdrawal', 'reinstatement')`),
    check("withdrawals_reason", sql`reason <> ''`),
    check("withdrawals_occurrence", sql`occurrence >= 1`),
  ],
);

/** `withdrawal`: its plans count no more; `reinstatement`: they do again. */
export type WithdrawalEvent = "withdrawal" | "reinstatement";

/** Whether a dataset entry's kind is a withdrawal's event. */
export function isWithdrawal(kind: string): kind is WithdrawalEvent {
  return kind === "withdrawal" || kind === "reinstatement";
}
