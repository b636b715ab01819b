import { type SQL, sql } from "drizzle-orm";
import type { DatasetRow } from "@/lib/domain/rows";
import { datasetMunicipalities } from "../schema/datasets";
import { aliasTable } from "./aliased-table";
import { fillTemplate, makeTemplate } from "./sql-template";

/** What datasets show of municipalities, and the name of that in queries. */
export const SHOWN = "m";
export const shown = aliasTable(datasetMunicipalities, SHOWN);
const other = aliasTable(datasetMunicipalities, "other");

const IN_FORCE = makeTemplate(sql`${shown.datasetSequence} = (select max(${other.datasetSequence}) from ${other.table}
    where ${other.municipalityId} = ${shown.municipalityId} and ${other.datasetSequence} <= ${sql.placeholder("sequence")})`);

/** `from … where …` of the rows `shown` that are in force and have plans. */
export const WITH_PLANS = makeTemplate(sql`from ${shown.table} where ${IN_FORCE} and ${shown.planCount} > 0`);

/** Whether the row `shown` is the newest of its municipality that this dataset knows. */
export function isInForce({ sequence }: Pick<DatasetRow, "sequence">): SQL {
  return fillTemplate(IN_FORCE, { sequence });
}
