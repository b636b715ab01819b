import { sql } from "drizzle-orm";
import { listAreas, listDepartments } from "@/lib/domain/department";
import type { Rating } from "@/lib/domain/plan";
import { sortRatings } from "@/lib/domain/rating/comparison";
import { nameRating } from "@/lib/domain/rating/name";
import { type RatingValue, rateBy } from "@/lib/domain/rating/value";
import type { GoalChoices } from "@/lib/domain/rows";
import { readPlacer } from "./city-order";
import { currentGoals } from "./current";
import { placeOf, RATING } from "./goal-row";
import { planColumns, type SelectedPlan } from "./plan-columns";
import { goal, initiative, ofGoal, plan, target } from "./query-tables";
import { type PlanKey, planKeyColumns, readPlanScales } from "./rating-scale";
import { keepRows } from "./row-memory";
import { type Columns, selectRows } from "./select-rows";

interface Row extends PlanKey, SelectedPlan {
  policyArea: string | null;
  policyGoal: string | null;
  rating: Rating | null;
  units: string;
  targetRatings: string;
}

const COLUMNS: Columns<Row> = {
  ...planColumns,
  policyArea: goal.policyArea,
  policyGoal: goal.policyGoalName,
  rating: RATING,
  units: sql`(select json_group_array(distinct ${initiative.responsibleUnit}) from ${initiative.table} where ${ofGoal(initiative)})`,
  targetRatings: sql`(select json_group_array(distinct ${target.rating}) from ${target.table} where ${ofGoal(target)})`,
  ...planKeyColumns,
};

/** What a dataset's current goals may be filtered by, and how many there are: without their texts, a list of them is short. */
export const listGoalChoices = keepRows("goal choices", async (db, dataset): Promise<GoalChoices> => {
  const rows = await selectRows<Row>(
    db,
    COLUMNS,
    sql`${currentGoals(dataset)} order by ${plan.fiscalYear} desc, ${plan.municipality}, ${goal.number}, ${goal.position}`,
  );
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  const units = rows.map((row) => unique((JSON.parse(row.units) as (string | null)[]).filter((unit) => unit !== null)));
  const place = await readPlacer(db, dataset, rows);
  const placed = rows.map((row) => ({ ...row, ...placeOf(place(row)) }));
  const scaleOf = await readPlanScales(db, rows);
  const rate = (row: Row, ratings: readonly (Rating | null)[]) => ratings.map((rating) => rateBy(scaleOf(row).scale, rating));
  return {
    count: rows.length,
    fiscalYears: unique(rows.map((row) => row.fiscalYear)).sort((a, b) => a - b),
    departments: listDepartments(placed),
    policyAreas: listAreas(placed),
    policyGoals: unique(rows.map((row) => row.policyGoal)),
    responsibleUnits: unique(units.flatMap((own) => (own.length > 0 ? own : [null]))),
    ratings: listMeanings(rows.flatMap((row) => rate(row, [row.rating]))),
    targetRatings: listMeanings(rows.flatMap((row) => rate(row, JSON.parse(row.targetRatings) as (Rating | null)[]))),
  };
});

/** Each rating once in each of its meanings, the best first. */
function listMeanings(values: readonly (RatingValue | null)[]): (RatingValue | null)[] {
  return [...new Map(values.map((value) => [nameRating(value), value])).values()].sort(sortRatings);
}
