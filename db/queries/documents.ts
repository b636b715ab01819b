import { sql } from "drizzle-orm";
import type { DatasetRow, DatasetScope, DocumentRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { plans } from "../schema/plans";
import { aliasTable } from "./aliased-table";
import { isNewest } from "./current";
import { documentColumns, readDocumentRow, type SelectedDocument } from "./document-row";
import { document, entry, plan, reading } from "./query-tables";
import { selectRows } from "./select-rows";

/** Readings with plans of one municipality, each once. */
const held = aliasTable(plans, "held");

/** The documents of a dataset in the order they came, each as its newest reading in the dataset gives it; of all, or of a page of them. */
export async function listDocuments(
  db: Database,
  dataset: DatasetRow,
  page: { offset: number; limit: number } = { offset: 0, limit: -1 },
): Promise<DocumentRow[]> {
  const rows = await selectRows<SelectedDocument>(
    db,
    documentColumns,
    sql`from (
      select ${entry.all} from ${heldReadings(dataset)} order by ${entry.documentPosition} limit ${page.limit} offset ${page.offset}
    ) ${entry.alias} cross join ${reading.table} on ${reading.id} = ${entry.readingId} cross join ${document.table} on ${document.id} = ${reading.documentId}
    order by ${entry.documentPosition}`,
    { sequence: dataset.sequence },
  );
  const home = homeMunicipality();
  return rows.map((row) => readDocumentRow(row, home));
}

/** The document of that id as `listDocuments` lists it, of any municipality; `null` where the dataset does not hold it. */
export async function findDocumentRow(db: Database, dataset: DatasetRow, id: string): Promise<DocumentRow | null> {
  const [row] = await selectRows<SelectedDocument>(
    db,
    documentColumns,
    sql`from ${document.table} cross join ${reading.table} on ${reading.documentId} = ${document.id} cross join ${entry.table} on ${entry.readingId} = ${reading.id}
    where ${document.id} = ${id} and ${isNewest(dataset)}`,
    { sequence: dataset.sequence },
  );
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
  if (dataset.municipalityId === undefined) return sql`${entry.table} where ${entry.readingId} is not null and ${isNewest(dataset)}`;
  return sql`(select distinct ${plan.readingId} from ${plan.table} where ${plan.municipalityId} = ${dataset.municipalityId}) ${held.alias}
    cross join ${entry.table} on ${entry.readingId} = ${held.readingId} where ${isNewest(dataset)}`;
}
