import { type SQL, sql } from "drizzle-orm";
import type { DatasetRow, DatasetScope } from "@/lib/domain/rows";

/** An entry that `dataset` holds and that no later reading of the same document replaces. `e` names its alias. */
export function newestReading(entry: "e" | "rival_e", dataset: Pick<DatasetRow, "sequence">): SQL {
  const e = sql.raw(entry);
  return sql`${e}.dataset_sequence <= ${dataset.sequence} and not exists (
    select 1 from dataset_entries later
    where later.document_position = ${e}.document_position and later.position > ${e}.position
      and later.dataset_sequence <= ${dataset.sequence})`;
}

/**
 * `from … where …` of the plans (`p`) that a dataset shows, of all municipalities or of one, with their entry (`e`), reading (`r`) and document (`d`):
 * of the plans of one department and year, the evaluated before the planned, then that of the newest document.
 * Further conditions may follow with `and`.
 */
export function currentPlans(dataset: DatasetScope, join: SQL = sql``): SQL {
  const { municipalityId } = dataset;
  // CROSS JOIN is SQLite's way to say: in this order. From the plans of one city on, the rest is look-ups.
  return sql`from plans p
    cross join dataset_entries e on e.reading_id = p.reading_id
    cross join readings r on r.id = p.reading_id
    cross join documents d on d.id = r.document_id
    ${join}
    where ${municipalityId === undefined ? sql`true` : sql`p.municipality_id = ${municipalityId}`} and ${isCurrent(dataset)}`;
}

/** Whether the plan `p` with its entry `e` is the one that the dataset shows for its department and year. */
export function isCurrent(dataset: Pick<DatasetRow, "sequence">): SQL {
  return sql`${newestReading("e", dataset)} and not exists (
    select 1 from plans rival join dataset_entries rival_e on rival_e.reading_id = rival.reading_id
    where rival.municipality_id = p.municipality_id and rival.fiscal_year = p.fiscal_year and rival.department_id = p.department_id
      and (rival.stage = 'evaluated', rival_e.document_position, rival.position) > (p.stage = 'evaluated', e.document_position, p.position)
      and ${newestReading("rival_e", dataset)})`;
}
