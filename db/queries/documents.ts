import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { homeMunicipality } from "../config";
import { newestReading } from "./current";
import { documentColumns, readDocumentRow, type SelectedDocument } from "./document-row";
import type { DatasetRow, DocumentRow } from "@/lib/domain/rows";

/** The documents of a dataset in the order they came, each as its newest reading in the dataset gives it. */
export async function listDocuments(db: Database, dataset: DatasetRow): Promise<DocumentRow[]> {
  const rows = await db.all<SelectedDocument>(sql`
    select ${documentColumns(dataset)}
    from dataset_entries e join readings r on r.id = e.reading_id join documents d on d.id = r.document_id
    where ${newestReading("e", dataset)}
    order by e.document_position`);
  const home = homeMunicipality();
  return rows.map((row) => readDocumentRow(row, home));
}
