import { type SQL, sql } from "drizzle-orm";
import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import type { DatasetRow, DatasetScope, GoalDetail, GoalRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { parsePublicId } from "../identifier";
import { expandDepartments, readPlacer, sortByDepartment } from "./city-order";
import { currentPlans } from "./current";
import { goalDetailColumns, readGoalDetail } from "./goal-detail-row";
import { goalColumns, readGoalRow } from "./goal-row";
import { readPlanScales } from "./rating-scale";
import { keepRows } from "./row-memory";
import { selectPacked } from "./select-packed";

type Filter = GoalFilter & { ids?: readonly string[] };

/**
 * Priority goals of a dataset's current plans, the newest year first, then by department and number. `ids` are
 * public ids; unlike the filter's lists, an empty one asks for none.
 */
export const listGoals = keepRows("goals", async (db, dataset, filter: Filter = {}): Promise<GoalRow[]> => {
  const home = homeMunicipality();
  const rows = await selectPacked(db, goalColumns, selected(dataset, filter, home));
  const scaleOf = await readPlanScales(db, rows);
  const place = await readPlacer(db, dataset, rows);
  return sortByDepartment(rows.map((row) => readGoalRow(row, home, scaleOf(row), place)));
});

/** The same goals in the same order, each whole: for files, which hold all that was read. */
export async function listGoalDetails(db: Database, dataset: DatasetRow, filter: Filter = {}): Promise<GoalDetail[]> {
  const home = homeMunicipality();
  const rows = await selectPacked(db, goalDetailColumns, selected(dataset, filter, home));
  const scaleOf = await readPlanScales(db, rows);
  const place = await readPlacer(db, dataset, rows);
  return sortByDepartment(rows.map((row) => readGoalDetail(row, home, scaleOf(row), place)));
}

function selected(dataset: DatasetRow, filter: Filter, home: string): SQL {
  // What public ids name is found in any municipality.
  const scope: DatasetScope = filter.ids ? { sequence: dataset.sequence } : dataset;
  return sql`${currentPlans(scope, sql`cross join priority_goals g on g.reading_id = p.reading_id and g.plan_position = p.position`)}
    ${conditions(filter.departments ? { ...filter, departments: expandDepartments(scope, filter.departments) } : filter, home)}
    order by p.fiscal_year desc, p.municipality, p.department, g.number, g.position`;
}

function conditions(filter: Filter, home: string): SQL {
  const parts: SQL[] = [];
  const oneOf = (value: SQL, list: readonly (string | number)[] | undefined) => {
    if (list && list.length > 0) parts.push(sql`and ${value} in ${values(list)}`);
  };
  oneOf(sql`p.municipality_id`, filter.municipalities);
  oneOf(sql`p.fiscal_year`, filter.fiscalYears);
  oneOf(sql`p.department_id`, filter.departments);
  oneOf(sql`coalesce(g.policy_area, ${NONE})`, filter.policyAreas);
  oneOf(sql`coalesce(g.policy_goal_name, ${NONE})`, filter.policyGoals);
  oneOf(sql`coalesce(g.overall_rating, g.listed_rating, ${NONE})`, filter.ratings);
  if (filter.responsibleUnits && filter.responsibleUnits.length > 0) {
    const units = sql`select i.responsible_unit from initiatives i where ${ofGoal("i")} and i.responsible_unit is not null`;
    const none = filter.responsibleUnits.includes(NONE) ? sql`or not exists (${units})` : sql``;
    parts.push(sql`and (exists (${units} and i.responsible_unit in ${values(filter.responsibleUnits)}) ${none})`);
  }
  if (filter.targetRatings && filter.targetRatings.length > 0) {
    parts.push(sql`and exists (select 1 from targets t where ${ofGoal("t")} and coalesce(t.rating, ${NONE}) in ${values(filter.targetRatings)})`);
  }
  if (filter.ids) {
    const ids = filter.ids.map((id) => parsePublicId(id, home));
    parts.push(sql`and p.municipality_id in ${values(ids.map(({ municipalityId }) => municipalityId))} and g.local_id in ${values(ids.map(({ localId }) => localId))}
      and p.municipality_id || ' ' || g.local_id in ${values(ids.map((id) => `${id.municipalityId} ${id.localId}`))}`);
  }
  return sql.join(parts, sql` `);
}

/** Ties a target or an initiative to the goal `g`. */
function ofGoal(alias: "i" | "t"): SQL {
  return sql.raw(`${alias}.reading_id = g.reading_id and ${alias}.plan_position = g.plan_position and ${alias}.goal_position = g.position`);
}

/** A list as one bound parameter, so that its length does not change the statement. */
function values(list: readonly (string | number)[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(list)}))`;
}
