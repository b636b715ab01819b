import { sql } from "drizzle-orm";
import { listAreas, listDepartments } from "@/lib/domain/department";
import type { Rating } from "@/lib/domain/plan";
import { sortRatings } from "@/lib/domain/rating/comparison";
import { nameRating } from "@/lib/domain/rating/name";
import { type RatingValue, rateBy } from "@/lib/domain/rating/value";
import type { GoalChoices } from "@/lib/domain/rows";
import { readPlacer } from "./city-order";
import { currentPlans } from "./current";
import { placeOf } from "./goal-row";
import { type PlanKey, readPlanScales } from "./rating-scale";
import { keepRows } from "./row-memory";

interface Row extends PlanKey {
  municipality: string;
  fiscalYear: number;
  departmentId: string;
  department: string;
  policyArea: string | null;
  policyGoal: string | null;
  rating: Rating | null;
  units: string;
  targetRatings: string;
}

/** What a dataset's current goals may be filtered by, and how many there are: without their texts, a list of them is short. */
export const listGoalChoices = keepRows("goal choices", async (db, dataset): Promise<GoalChoices> => {
  const rows = await db.all<Row>(sql`
    select p.municipality, p.fiscal_year as fiscalYear, p.department_id as departmentId, p.department, g.policy_area as policyArea,
      g.policy_goal_name as policyGoal, coalesce(g.overall_rating, g.listed_rating) as rating,
      (select json_group_array(distinct i.responsible_unit) from initiatives i
        where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position) as units,
      (select json_group_array(distinct t.rating) from targets t
        where t.reading_id = g.reading_id and t.plan_position = g.plan_position and t.goal_position = g.position) as targetRatings,
      p.reading_id as readingId, p.position as planPosition
    ${currentPlans(dataset, sql`cross join priority_goals g on g.reading_id = p.reading_id and g.plan_position = p.position`)}
    order by p.fiscal_year desc, p.municipality, g.number, g.position`);
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
