import { sql } from "drizzle-orm";
import { blob, check, foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PackedEnd, PackedItem, PackedLink } from "./packed-link";
import { planKey, plans } from "./plans";
import { readings } from "./readings";

// What datasets are made of; append-only and STRICT as the tables of schema.ts.

/** A state of the data: all entries whose `datasetSequence` is not above its own. `id` is its last entry's `chain`. */
export const datasets = sqliteTable(
  "datasets",
  {
    sequence: integer("sequence").primaryKey(),
    id: text("id").notNull().unique(),
    createdAt: text("created_at").notNull(),
    documentCount: integer("document_count").notNull(),
  },
  () => [
    check("datasets_sequence", sql`sequence >= 1`),
    check("datasets_id", sql`length(id) = 64`),
    check("datasets_document_count", sql`document_count >= 0`),
  ],
);

/**
 * One thing that a dataset added to those before it: a `reading`; a `decision`, a planner's event; or a `withdrawal` or
 * `reinstatement` of a document. Before there were
 * events, `decisions`: a whole list, of which the last is in force as long as no event follows. `digest` is of the thing
 * itself, `chain` the SHA-256 of the chain before and this digest.
 */
export const datasetEntries = sqliteTable(
  "dataset_entries",
  {
    position: integer("position").primaryKey(),
    datasetSequence: integer("dataset_sequence")
      .notNull()
      .references(() => datasets.sequence),
    kind: text("kind").notNull(),
    digest: text("digest").notNull(),
    chain: text("chain").notNull().unique(),
    readingId: integer("reading_id")
      .unique()
      .references(() => readings.id),
    /** Position of the first entry of the same document; its own where the document is new. */
    documentPosition: integer("document_position"),
  },
  (table) => [
    index("dataset_entries_sequence").on(table.datasetSequence),
    index("dataset_entries_document").on(table.documentPosition, table.position),
    index("dataset_entries_decisions").on(table.position).where(sql`kind = 'decisions'`),
    index("dataset_entries_decision").on(table.position).where(sql`kind = 'decision'`),
    check("dataset_entries_position", sql`position >= 1`),
    check("dataset_entries_hashes", sql`length(digest) = 64 and length(chain) = 64`),
    check("dataset_entries_kind", sql`kind <> '' and (kind = 'reading') = (reading_id is not null)`),
    check("dataset_entries_document", sql`(reading_id is null) = (document_position is null) and document_position <= position`),
  ],
);

/**
 * What became of a municipality's items of one year in the next year that it has plans for; or, between years that have
 * others between them, what planners decided about them. `digest` names the engine, the plans of both years and the
 * decisions about them. How links and items are packed: `packed-comparison.ts`.
 */
export const comparisons = sqliteTable(
  "comparisons",
  {
    digest: text("digest").primaryKey(),
    engineVersion: integer("engine_version").notNull(),
    municipality: text("municipality").notNull(),
    fromYear: integer("from_year").notNull(),
    toYear: integer("to_year").notNull(),
    departments: text("departments", { mode: "json" }).$type<string[]>().notNull(),
    links: text("links", { mode: "json" }).$type<PackedLink[]>().notNull(),
    ended: text("ended", { mode: "json" }).$type<PackedEnd[]>().notNull(),
    begun: text("begun", { mode: "json" }).$type<PackedItem[]>().notNull(),
  },
  () => [
    check("comparisons_digest", sql`length(digest) = 64`),
    check("comparisons_engine_version", sql`engine_version >= 1`),
    check("comparisons_municipality", sql`length(municipality) between 1 and 100`),
    check("comparisons_years", sql`from_year < to_year`),
    check("comparisons_json", sql`json_valid(departments) and json_valid(links) and json_valid(ended) and json_valid(begun)`),
  ],
);

/** Why the links of a comparison stand whose predecessors are of one department, in their order, packed. */
export const comparisonReasons = sqliteTable(
  "comparison_reasons",
  {
    comparison: text("comparison")
      .notNull()
      .references(() => comparisons.digest),
    department: text("department").notNull(),
    reasons: blob("reasons", { mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.comparison, table.department] }), check("comparison_reasons_reasons", sql`length(reasons) > 0`)],
);

/**
 * What a dataset shows of a municipality, written where it is not what the dataset before showed: for each
 * municipality, the row of the newest dataset that is not newer than the one asked for is in force.
 */
export const datasetMunicipalities = sqliteTable(
  "dataset_municipalities",
  {
    municipalityId: text("municipality_id").notNull(),
    datasetSequence: integer("dataset_sequence")
      .notNull()
      .references(() => datasets.sequence),
    municipality: text("municipality").notNull(),
    planCount: integer("plan_count").notNull(),
    firstYear: integer("first_year"),
    lastYear: integer("last_year"),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.datasetSequence] }),
    check("dataset_municipalities_names", sql`length(municipality_id) = 9 and length(municipality) between 1 and 100`),
    check("dataset_municipalities_plans", sql`plan_count >= 0 and (plan_count = 0) = (first_year is null) and (plan_count = 0) = (last_year is null)`),
  ],
);

/** The comparisons that go with a row of `dataset_municipalities`. They stay, whatever a later engine would say of the same plans. */
export const datasetComparisons = sqliteTable(
  "dataset_comparisons",
  {
    municipalityId: text("municipality_id").notNull(),
    datasetSequence: integer("dataset_sequence").notNull(),
    comparison: text("comparison")
      .notNull()
      .references(() => comparisons.digest),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.datasetSequence, table.comparison] }),
    foreignKey({
      columns: [table.municipalityId, table.datasetSequence],
      foreignColumns: [datasetMunicipalities.municipalityId, datasetMunicipalities.datasetSequence],
    }),
  ],
);

/**
 * What search can find: a priority goal, or (`goalPosition` null) the basic policy of a plan. `id` is its row in
 * `search_index`, a contentless FTS5 table of tokens (`lib/search/token.ts`) that the migrations make and that
 * drizzle-kit cannot be told about. Both are derived: when the tokens change, a migration makes them anew, empty.
 */
export const searchEntries = sqliteTable(
  "search_entries",
  {
    id: integer("id").primaryKey(),
    ...planKey,
    goalPosition: integer("goal_position"),
  },
  (table) => [
    foreignKey({ columns: [table.readingId, table.planPosition], foreignColumns: [plans.readingId, plans.position] }),
    check("search_entries_id", sql`id >= 1`),
  ],
);

/** Readings whose entries are in the search index. */
export const searchReadings = sqliteTable("search_readings", {
  readingId: integer("reading_id")
    .primaryKey()
    .references(() => readings.id),
});

/**
 * SHA-256 of the rows of one thing as they were written, all of its tables: `db:check` compares them with what is there
 * (`row-subjects.ts`). `key` is the thing's own id or digest. A migration that changes such rows renews these too.
 */
export const rowDigests = sqliteTable(
  "row_digests",
  { subject: text("subject").notNull(), key: text("key").notNull(), digest: text("digest").notNull() },
  (table) => [
    primaryKey({ columns: [table.subject, table.key] }),
    check("row_digests_subject", sql`subject in ('document', 'reading', 'decisions', 'decision', 'comparison', 'dataset', 'acceptance', 'withdrawal')`),
    check("row_digests_digest", sql`length(digest) = 64`),
  ],
);
