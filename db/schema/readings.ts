import { sql } from "drizzle-orm";
import { blob, check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FormDefinition } from "@/lib/domain/form-definition";
import type { Encoding, Newline, SourceFormat } from "@/lib/domain/reading";

// Every table is append-only (triggers in the migrations abort UPDATE and DELETE) and STRICT; both stand in the
// generated SQL, which drizzle-kit cannot be told about.

/** A source document, whole and byte for byte. Its id is the SHA-256 of its bytes. */
export const documents = sqliteTable(
  "documents",
  {
    id: text("id").primaryKey(),
    fileName: text("file_name").notNull(),
    encoding: text("encoding").$type<Encoding>().notNull(),
    newline: text("newline").$type<Newline>().notNull(),
    byteLength: integer("byte_length").notNull(),
    ingestedAt: text("ingested_at").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  () => [
    check("documents_id", sql`length(id) = 64 and id not glob '*[^0-9a-f]*'`),
    check("documents_file_name", sql`length(file_name) between 1 and 1024`),
    check("documents_encoding", sql`encoding in ('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp')`),
    check("documents_newline", sql`newline in ('lf', 'crlf', 'cr', 'mixed', 'none')`),
    check("documents_bytes", sql`length(bytes) = byte_length and byte_length > 0`),
  ],
);

/** What one version of the reader understood of a document. `digest` names document, reader and municipality. */
export const readings = sqliteTable(
  "readings",
  {
    id: integer("id").primaryKey(),
    digest: text("digest").notNull().unique(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    readerVersion: integer("reader_version").notNull(),
    /** The municipality that was configured; a document that names its own overrides it in `plans`. */
    municipality: text("municipality").notNull(),
    lineCount: integer("line_count").notNull(),
    blank: integer("blank").notNull(),
    field: integer("field").notNull(),
    heading: integer("heading").notNull(),
    separator: integer("separator").notNull(),
    decoration: integer("decoration").notNull(),
    notUnderstood: integer("not_understood").notNull(),
    /** One letter a source line, see `line-kinds.ts`. */
    lines: text("lines").notNull(),
  },
  (table) => [
    index("readings_document").on(table.documentId),
    index("readings_reader_version").on(table.readerVersion),
    check("readings_digest", sql`length(digest) = 64`),
    check("readings_municipality", sql`length(municipality) between 1 and 100`),
    check("readings_lines", sql`length(lines) = line_count`),
    check(
      "readings_coverage",
      sql`blank + field + heading + separator + decoration + not_understood = line_count and min(blank, field, heading, separator, decoration, not_understood) >= 0`,
    ),
  ],
);

/** The text that a reading was made of, where its document is a file that is none: a line a row, each with its place in the original. */
export const readingTexts = sqliteTable(
  "reading_texts",
  {
    readingId: integer("reading_id")
      .primaryKey()
      .references(() => readings.id),
    format: text("format").$type<SourceFormat>().notNull(),
    text: text("text").notNull(),
    places: text("places", { mode: "json" }).$type<string[]>().notNull(),
  },
  () => [
    check("reading_texts_format", sql`format in ('docx', 'xlsx', 'pdf', 'html', 'csv', 'jis', 'odt')`),
    check("reading_texts_places", sql`json_valid(places)`),
  ],
);

/** The definition of the form that a reading was made by; none for Kashiwara's. */
export const readingForms = sqliteTable(
  "reading_forms",
  {
    readingId: integer("reading_id")
      .primaryKey()
      .references(() => readings.id),
    name: text("name").notNull(),
    definition: text("definition", { mode: "json" }).$type<FormDefinition>().notNull(),
  },
  () => [check("reading_forms_name", sql`name <> ''`), check("reading_forms_definition", sql`json_valid(definition)`)],
);
