import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { homeMunicipality } from "../config";
import { publicId } from "../identifier";
import { currentPlans } from "./current";
import { readScale, ratingScaleJson } from "./rating-scale";
import type { Stage } from "@/lib/domain/plan";
import type { DatasetRow, PlanRow } from "@/lib/domain/rows";

interface Row {
  localId: string;
  municipality: string;
  department: string;
  departmentId: string;
  fiscalYear: number;
  title: string | null;
  stage: Stage;
  documentId: string;
  fileName: string;
  scale: string;
}

/** The current plans of a dataset, by year, then department. */
export async function listPlans(db: Database, dataset: DatasetRow): Promise<PlanRow[]> {
  const home = homeMunicipality();
  const rows = await db.all<Row>(sql`
    select p.local_id as localId, p.municipality, p.department, p.department_id as departmentId,
      p.fiscal_year as fiscalYear, p.title, p.stage, d.id as documentId, d.file_name as fileName,
      ${ratingScaleJson} as scale
    ${currentPlans(dataset)}
    order by p.fiscal_year, p.municipality, p.department`);
  return rows.map(({ localId, scale, ...plan }) => ({
    id: publicId(localId, plan.municipality, home),
    ...plan,
    ratingScale: readScale(scale),
  }));
}
