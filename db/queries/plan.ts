import { sql } from "drizzle-orm";
import type { DepartmentPlan } from "@/lib/domain/plan";
import type { DatasetRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { parsePublicId } from "../identifier";
import { currentPlans } from "./current";
import { plan } from "./query-tables";
import { type PlanKey, planKeyColumns } from "./rating-scale";
import { readPlans } from "./reading-plans";
import { selectRows } from "./select-rows";

/** The plan of that public id that the dataset shows, whole; `null` where there is none. */
export async function findPlan(db: Database, dataset: DatasetRow, id: string): Promise<DepartmentPlan | null> {
  const { municipalityId, localId, fiscalYear } = parsePublicId(id, homeMunicipality());
  const [current] = await selectRows<PlanKey>(
    db,
    planKeyColumns,
    sql`${currentPlans({ ...dataset, municipalityId })} and ${plan.fiscalYear} = ${fiscalYear} and ${plan.localId} = ${localId} limit 1`,
  );
  if (!current) return null;
  const plans = await readPlans(db, current.readingId);
  return plans.find(({ position }) => position === current.planPosition)?.plan ?? null;
}
