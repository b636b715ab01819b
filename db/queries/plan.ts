import { sql } from "drizzle-orm";
import type { DepartmentPlan } from "@/lib/domain/plan";
import type { DatasetRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { parsePublicId } from "../identifier";
import { currentPlans } from "./current";
import { readPlans } from "./reading-plans";

/** The plan of that public id that the dataset shows, whole; `null` where there is none. */
export async function findPlan(db: Database, dataset: DatasetRow, id: string): Promise<DepartmentPlan | null> {
  const { municipalityId, localId, fiscalYear } = parsePublicId(id, homeMunicipality());
  const [current] = await db.all<{ readingId: number; position: number }>(sql`
    select p.reading_id as readingId, p.position ${currentPlans({ ...dataset, municipalityId })}
      and p.fiscal_year = ${fiscalYear} and p.local_id = ${localId}
    limit 1`);
  if (!current) return null;
  const plans = await readPlans(db, current.readingId);
  return plans.find(({ position }) => position === current.position)?.plan ?? null;
}
