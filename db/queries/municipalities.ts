import { sql } from "drizzle-orm";
import { municipalityId } from "@/lib/domain/identifier";
import type { DatasetRow, MunicipalityRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { shown, WITH_PLANS } from "./municipality-in-force";
import { keepRows } from "./row-memory";
import { type Columns, prepareRows } from "./select-rows";

const NAME_COLUMNS: Columns<Pick<MunicipalityRow, "id" | "name">> = { id: shown.municipalityId, name: shown.municipality };
const COLUMNS: Columns<MunicipalityRow> = { ...NAME_COLUMNS, plans: shown.planCount, firstYear: shown.firstYear, lastYear: shown.lastYear };

const ID = sql.placeholder("id");

const listAll = prepareRows(COLUMNS, sql`${WITH_PLANS} order by ${shown.municipality} = ${sql.placeholder("home")} desc, ${shown.municipality}`);
const findById = prepareRows(NAME_COLUMNS, sql`${WITH_PLANS} and ${shown.municipalityId} = ${ID}`);
const findFirst = prepareRows(NAME_COLUMNS, sql`${WITH_PLANS} order by ${shown.municipalityId} limit 1`);
const findOther = prepareRows(NAME_COLUMNS, sql`${WITH_PLANS} and ${shown.municipalityId} <> ${ID} order by ${shown.municipalityId} limit 1`);

/** The municipalities that a dataset has plans of, by name, the site's own first. */
export async function listMunicipalities(db: Database, dataset: Pick<DatasetRow, "sequence">): Promise<MunicipalityRow[]> {
  const rows = await listAll(db, { sequence: dataset.sequence, home: homeMunicipality() });
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
    const { sequence } = dataset;
    const [named] = await findById(db, { sequence, id });
    const [found] = named || wanted !== null ? [named] : await findFirst(db, { sequence });
    return found ? { id: found.id, name: found.name, several: (await findOther(db, { sequence, id: found.id })).length > 0 } : null;
  },
);
