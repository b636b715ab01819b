import { sql } from "drizzle-orm";
import { municipalityId } from "@/lib/domain/identifier";
import type { DatasetRow, MunicipalityRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { shown, WITH_PLANS } from "./municipality-in-force";
import { keepRows } from "./row-memory";
import { type Columns, selectRows } from "./select-rows";
import { fillTemplate, makeTemplate } from "./sql-template";

const NAME_COLUMNS: Columns<Pick<MunicipalityRow, "id" | "name">> = { id: shown.municipalityId, name: shown.municipality };
const COLUMNS: Columns<MunicipalityRow> = { ...NAME_COLUMNS, plans: shown.planCount, firstYear: shown.firstYear, lastYear: shown.lastYear };

const LIST = makeTemplate(sql`${WITH_PLANS} order by ${shown.municipality} = ${sql.placeholder("home")} desc, ${shown.municipality}`);

/** The municipalities that a dataset has plans of, by name, the site's own first. */
export async function listMunicipalities(db: Database, dataset: Pick<DatasetRow, "sequence">): Promise<MunicipalityRow[]> {
  const rows = await selectRows<MunicipalityRow>(db, COLUMNS, fillTemplate(LIST, { sequence: dataset.sequence, home: homeMunicipality() }));
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
    const found = (await findOne(db, dataset, sql`${shown.municipalityId} = ${id}`)) ?? (wanted === null ? await findOne(db, dataset, sql`true`) : null);
    return found && { ...found, several: (await findOne(db, dataset, sql`${shown.municipalityId} <> ${found.id}`)) !== null };
  },
);

async function findOne(db: Database, dataset: Pick<DatasetRow, "sequence">, condition: ReturnType<typeof sql>): Promise<{ id: string; name: string } | null> {
  const [row] = await selectRows<{ id: string; name: string }>(
    db,
    NAME_COLUMNS,
    sql`${fillTemplate(WITH_PLANS, { sequence: dataset.sequence })} and ${condition} order by ${shown.municipalityId} limit 1`,
  );
  return row ? { ...row } : null;
}
