import { sql } from "drizzle-orm";
import type { GoalDetail } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import { parsePublicId } from "../identifier";
import { readPlacer } from "./city-order";
import { currentGoals } from "./current";
import { goalDetailColumns, readGoalDetail } from "./goal-detail-row";
import { goal, plan } from "./query-tables";
import { readPlanScales } from "./rating-scale";
import { keepRows } from "./row-memory";
import { selectPacked } from "./select-rows";

/** The priority goal of that public id in the dataset's current plans, whole; `null` where there is none. */
export const findGoal = keepRows("goal", async (db, dataset, id: string): Promise<GoalDetail | null> => {
  const home = homeMunicipality();
  const { municipalityId, localId, fiscalYear } = parsePublicId(id, home);
  const [row] = await selectPacked(
    db,
    goalDetailColumns,
    sql`${currentGoals({ ...dataset, municipalityId })} and ${plan.fiscalYear} = ${fiscalYear} and ${goal.localId} = ${localId} limit 1`,
  );
  return row ? readGoalDetail(row, home, (await readPlanScales(db, [row]))(row), await readPlacer(db, dataset, [row])) : null;
});
