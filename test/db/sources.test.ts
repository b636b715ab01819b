import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { acceptHeld } from "@/db/intake/accept";
import { listHeld } from "@/db/intake/intake";
import { findDataset } from "@/db/queries/datasets";
import { findDocument } from "@/db/queries/document";
import { listDocuments } from "@/db/queries/documents";
import { makeSheet } from "@/lib/files/table";
import { documentsTable } from "@/lib/files/tables/documents";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "./temporary-store";

afterEach(removeTemporary);

const WORD = "test/document/sources/fixtures/form-2025.docx";

it("a Word file is stored with the rows that were read, each with its place, and its bytes", async () => {
  const { db } = await createStore();
  const { files } = await ingest(db, [WORD]);
  const dataset = (await findDataset(db))!;
  const document = (await findDocument(db, dataset, files[0]!.documentId!))!;
  expect(document).toMatchObject({ format: "docx", byteLength: readFileSync(WORD).length, text: files[0]!.reading!.text });
  const line = document.readings[0]!.places["/priorityGoals/3/title"]![0]!.start.line;
  expect([document.text.split("\n")[line - 1], document.linePlaces![line - 1]]).toEqual(["\t防災対策の充実強化\t\t\t\tC", "表2 8行"]);
  expect((await checkDatabase(db, { full: true })).flatMap(({ faults }) => faults)).toEqual([]);
});

it("in the table of documents, it has neither encoding nor newline", async () => {
  const { db } = await createStore();
  await ingest(db, [WORD]);
  const sheet = makeSheet(documentsTable, await listDocuments(db, (await findDataset(db))!));
  const [cells] = sheet.read(0, 1);
  expect(Object.fromEntries(documentsTable.columns.map(({ name }, at) => [name, cells![at]]))).toMatchObject({
    file_name: "form-2025.docx",
    encoding: null,
    newline: null,
  });
});

it("a held Word file has its rows where it is accepted", async () => {
  const { db } = await createStore();
  const { files } = await ingest(db, [WORD, "test/document/sources/fixtures/form-2021.pdf"]);
  expect(files.map(({ outcome }) => outcome)).toEqual(["added", "held"]);
  const [held] = await listHeld(db);
  await acceptHeld(db, held!, "見比べました");
  const dataset = (await findDataset(db))!;
  const document = (await findDocument(db, dataset, held!.id))!;
  expect(document).toMatchObject({ format: "pdf", text: files[1]!.reading!.text, linePlaces: files[1]!.reading!.source!.places });
});

it("of a text nothing is kept beside its bytes, and its digest says nothing of other files", async () => {
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  expect(await db.all(sql`select * from reading_texts`)).toEqual([]);
  const dataset = (await findDataset(db))!;
  expect((await listDocuments(db, dataset)).map(({ format }) => format)).toEqual(["text", "text"]);
  expect((await findDocument(db, dataset, (await listDocuments(db, dataset))[0]!.id))!.linePlaces).toBeNull();
});

it("rows that were changed are found", async () => {
  const { db } = await createStore();
  await ingest(db, [WORD]);
  await db.run(sql`drop trigger reading_texts_no_update`);
  await db.run(sql`update reading_texts set text = replace(text, 'C', 'A')`);
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults).join()).toContain("読み取り");
});
