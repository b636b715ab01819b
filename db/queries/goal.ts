import { sql } from "drizzle-orm";
import type { GoalDetail } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import { parsePublicId } from "../identifier";
import { readPlacer } from "./city-order";
import { currentPlans } from "./current";
import { goalDetailColumns, readGoalDetail } from "./goal-detail-row";
import { readPlanScales } from "./rating-scale";
import { keepRows } from "./row-memory";
import { selectPacked } from "./select-packed";

/** The priority goal of that public id in the dataset's current plans, whole; `null` where there is none. */
export const findGoal = keepRows("goal", async (db, dataset, id: string): Promise<GoalDetail | null> => {
  const home = homeMunicipality();
  const { municipalityId, localId, fiscalYear } = parsePublicId(id, home);
  const [row] = await selectPacked(
    db,
    goalDetailColumns,
    sql`
    ${currentPlans({ ...dataset, municipalityId }, sql`cross join priority_goals g on g.reading_id = p.reading_id and g.plan_position = p.position`)}
      and p.fiscal_year = ${fiscalYear} and g.local_id = ${localId}
    limit 1`,
  );
  return row ? readGoalDetail(row, home, (await readPlanScales(db, [row]))(row), await readPlacer(db, dataset, [row])) : null;
});
