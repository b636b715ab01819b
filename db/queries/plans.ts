import { sql } from "drizzle-orm";
import type { Stage } from "@/lib/domain/plan";
import type { PlanRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import { publicId } from "../identifier";
import { readPlacer, sortByDepartment } from "./city-order";
import { currentPlans } from "./current";
import { planColumns, type SelectedPlan } from "./plan-columns";
import { document, plan } from "./query-tables";
import { type PlanKey, planKeyColumns, readPlanScales } from "./rating-scale";
import { keepRows } from "./row-memory";
import { type Columns, selectPacked } from "./select-rows";

interface Row extends PlanKey, SelectedPlan {
  localId: string;
  title: string | null;
  stage: Stage;
  documentId: string;
  fileName: string;
}

const COLUMNS: Columns<Row> = {
  localId: plan.localId,
  ...planColumns,
  title: plan.title,
  stage: plan.stage,
  documentId: document.id,
  fileName: document.fileName,
  ...planKeyColumns,
};

/** The current plans of a dataset, by year, then department. */
export const listPlans = keepRows("plans", async (db, dataset): Promise<PlanRow[]> => {
  const home = homeMunicipality();
  const rows = await selectPacked<Row>(db, COLUMNS, sql`${currentPlans(dataset)} order by ${plan.fiscalYear}, ${plan.municipality}`);
  const scaleOf = await readPlanScales(db, rows);
  const place = await readPlacer(db, dataset, rows);
  return sortByDepartment(
    rows.map(({ localId, readingId, planPosition, ...row }) => {
      const { printed, scale } = scaleOf({ readingId, planPosition });
      const { departmentId, departmentOrder, changes } = place({ ...row, policyArea: null });
      return {
        id: publicId(localId, row.municipality, home),
        ...row,
        departmentId,
        departmentOrder,
        ...(changes.length > 0 && { changes }),
        ratingScale: printed,
        scale,
      };
    }),
  );
});
