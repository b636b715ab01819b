import { sql } from "drizzle-orm";
import { blob, check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Level, LinkKind } from "@/lib/domain/continuation";
import type { Decision, DecisionVerb, EndKind } from "@/lib/domain/decision";
import { datasetEntries } from "./datasets";
import { spanColumn } from "./place-column";

// What planners decided about continuations; append-only and STRICT as the tables of schema.ts.

/** A file of decisions about continuations, whole and byte for byte. `digest` names its bytes and the municipality. */
export const decisionLists = sqliteTable(
  "decision_lists",
  {
    digest: text("digest").primaryKey(),
    /** SHA-256 of the bytes. */
    fileId: text("file_id").notNull(),
    /** The municipality whose items stand without a prefix. */
    municipality: text("municipality").notNull(),
    fileName: text("file_name").notNull(),
    ingestedAt: text("ingested_at").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  () => [
    check("decision_lists_hashes", sql`length(digest) = 64 and length(file_id) = 64`),
    check("decision_lists_names", sql`length(municipality) between 1 and 100 and length(file_name) between 1 and 1024`),
    check("decision_lists_bytes", sql`length(bytes) > 0`),
  ],
);

/**
 * One decision of such a file, its items by the public ids that the file gives them, as releases before `decisionEvents`
 * kept them; none is added. `span` is its place in the file.
 */
export const decisions = sqliteTable(
  "decisions",
  {
    list: text("list")
      .notNull()
      .references(() => decisionLists.digest),
    position: integer("position").notNull(),
    decision: text("decision").$type<Decision["decision"]>().notNull(),
    level: text("level").$type<Level>().notNull(),
    predecessor: text("predecessor").notNull(),
    successor: text("successor").notNull(),
    kind: text("kind").$type<LinkKind>(),
    reason: text("reason").notNull(),
    decidedBy: text("decided_by").notNull(),
    decidedOn: text("decided_on").notNull(),
    span: spanColumn("span").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.list, table.position] }),
    check("decisions_decision", sql`decision in ('confirm', 'reject', 'add')`),
    check("decisions_level", sql`level in ('goal', 'initiative')`),
    check("decisions_kind", sql`kind in ('continued', 'merged', 'split', 'related')`),
    check("decisions_texts", sql`predecessor <> '' and successor <> '' and reason <> '' and decided_by <> ''`),
    check("decisions_decided_on", sql`decided_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
    check("decisions_span", sql`json_valid(span)`),
  ],
);

/**
 * What a planner said once, of two items or of one (`successor` null: its end), with who, when and why. Of several about one
 * the later counts (`lib/continuation/settlement.ts`): the entry at `position`, whose digest is its own. Items stand by
 * their ids with their municipality's in front, whichever site shows them. `list` is the file that said it first.
 */
export const decisionEvents = sqliteTable(
  "decision_events",
  {
    position: integer("position")
      .primaryKey()
      .references(() => datasetEntries.position),
    digest: text("digest").notNull().unique(),
    list: text("list")
      .notNull()
      .references(() => decisionLists.digest),
    /** The predecessor's. */
    municipalityId: text("municipality_id").notNull(),
    decision: text("decision").$type<DecisionVerb>().notNull(),
    level: text("level").$type<Level>().notNull(),
    predecessor: text("predecessor").notNull(),
    successor: text("successor"),
    kind: text("kind").$type<LinkKind | EndKind>(),
    reason: text("reason").notNull(),
    decidedBy: text("decided_by").notNull(),
    decidedOn: text("decided_on").notNull(),
    /** 1, or how many times the same was said, word for word, with this one. */
    occurrence: integer("occurrence").notNull(),
  },
  (table) => [
    index("decision_events_municipality").on(table.municipalityId, table.position),
    index("decision_events_list").on(table.list),
    check("decision_events_digest", sql`length(digest) = 64`),
    check("decision_events_decision", sql`decision in ('confirm', 'reject', 'add', 'end', 'undo')`),
    check("decision_events_level", sql`level in ('goal', 'initiative')`),
    check(
      "decision_events_items",
      sql`substr(predecessor, 1, 10) = municipality_id || '-' and successor <> '' and (decision = 'undo' or (decision = 'end') = (successor is null))`,
    ),
    check(
      "decision_events_kind",
      sql`case decision when 'end' then kind is not null and kind in ('achieved', 'routine', 'merged', 'cancelled', 'unknown')
        when 'undo' then kind is null else kind is null or kind in ('continued', 'merged', 'split', 'related') end`,
    ),
    check("decision_events_texts", sql`reason <> '' and decided_by <> ''`),
    check("decision_events_decided_on", sql`decided_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
    check("decision_events_occurrence", sql`occurrence >= 1`),
  ],
);
