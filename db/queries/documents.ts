import { sql } from "drizzle-orm";
import type { DatasetRow, DatasetScope, DocumentRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { newestReading } from "./current";
import { documentColumns, readDocumentRow, type SelectedDocument } from "./document-row";

/** The documents of a dataset in the order they came, each as its newest reading in the dataset gives it; of all, or of a page of them. */
export async function listDocuments(
  db: Database,
  dataset: DatasetRow,
  page: { offset: number; limit: number } = { offset: 0, limit: -1 },
): Promise<DocumentRow[]> {
  const rows = await db.all<SelectedDocument>(sql`
    select ${documentColumns(dataset)}
    from (
      select e.* from ${heldReadings(dataset)} order by e.document_position limit ${page.limit} offset ${page.offset}
    ) e cross join readings r on r.id = e.reading_id cross join documents d on d.id = r.document_id
    order by e.document_position`);
  const home = homeMunicipality();
  return rows.map((row) => readDocumentRow(row, home));
}

/** The document of that id as `listDocuments` lists it, of any municipality; `null` where the dataset does not hold it. */
export async function findDocumentRow(db: Database, dataset: DatasetRow, id: string): Promise<DocumentRow | null> {
  const [row] = await db.all<SelectedDocument>(sql`
    select ${documentColumns(dataset)}
    from documents d cross join readings r on r.document_id = d.id cross join dataset_entries e on e.reading_id = r.id
    where d.id = ${id} and ${newestReading("e", dataset)}`);
  return row ? readDocumentRow(row, homeMunicipality()) : null;
}

/** How many documents `listDocuments` would list in all. */
export async function countDocuments(db: Database, dataset: DatasetRow): Promise<number> {
  if (dataset.municipalityId === undefined) return dataset.documents;
  const [row] = await db.all<{ count: number }>(sql`select count(*) as count from ${heldReadings(dataset)}`);
  return row!.count;
}

/** Entries (`e`) of the newest readings that a dataset holds, of all or of those with plans of one municipality. */
function heldReadings(dataset: DatasetScope) {
  if (dataset.municipalityId === undefined) return sql`dataset_entries e where e.reading_id is not null and ${newestReading("e", dataset)}`;
  return sql`(select distinct reading_id from plans where municipality_id = ${dataset.municipalityId}) held
    cross join dataset_entries e on e.reading_id = held.reading_id where ${newestReading("e", dataset)}`;
}
