import { sql } from "drizzle-orm";
import { municipalityId } from "@/lib/domain/identifier";
import type { DatasetRow, MunicipalityRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { keepRows } from "./row-memory";

/** The municipalities that a dataset has plans of, by name, the site's own first. */
export async function listMunicipalities(db: Database, dataset: Pick<DatasetRow, "sequence">): Promise<MunicipalityRow[]> {
  const rows = await db.all<MunicipalityRow>(sql`
    select m.municipality_id as id, m.municipality as name, m.plan_count as plans, m.first_year as firstYear, m.last_year as lastYear
    from dataset_municipalities m where ${isInForce(dataset)} and m.plan_count > 0
    order by m.municipality = ${homeMunicipality()} desc, m.municipality`);
  return rows.map((row) => ({ ...row }));
}

/**
 * The municipality that pages show: the one of that id or name, else the site's own, else the first by id. `several`
 * says whether the dataset has plans of others. `null` where it has none of the municipality asked for, or none at all.
 */
export const findMunicipality = keepRows(
  "municipality",
  async (db, dataset, wanted: string | null): Promise<{ id: string; name: string; several: boolean } | null> => {
    const home = municipalityId(homeMunicipality());
    const id = wanted === null ? home : /^m[0-9a-z]{8}$/.test(wanted) ? wanted : municipalityId(wanted);
    const found = (await findOne(db, dataset, sql`m.municipality_id = ${id}`)) ?? (wanted === null ? await findOne(db, dataset, sql`true`) : null);
    return found && { ...found, several: (await findOne(db, dataset, sql`m.municipality_id <> ${found.id}`)) !== null };
  },
);

async function findOne(db: Database, dataset: Pick<DatasetRow, "sequence">, condition: ReturnType<typeof sql>): Promise<{ id: string; name: string } | null> {
  const [row] = await db.all<{ id: string; name: string }>(sql`
    select m.municipality_id as id, m.municipality as name from dataset_municipalities m
    where ${condition} and ${isInForce(dataset)} and m.plan_count > 0 order by m.municipality_id limit 1`);
  return row ? { ...row } : null;
}

/** Whether the row `m` is the newest of its municipality that the dataset knows. */
function isInForce({ sequence }: Pick<DatasetRow, "sequence">) {
  return sql`m.dataset_sequence = (select max(other.dataset_sequence) from dataset_municipalities other
    where other.municipality_id = m.municipality_id and other.dataset_sequence <= ${sequence})`;
}
