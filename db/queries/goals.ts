import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import type { DatasetRow, DatasetScope, GoalDetail, GoalRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { parsePublicId } from "../identifier";
import { expandDepartments, readPlacer, sortByDepartment } from "./city-order";
import { currentGoals } from "./current";
import { goalDetailColumns, readGoalDetail } from "./goal-detail-row";
import { goalColumns, RATING, readGoalRow } from "./goal-row";
import { goal, initiative, ofGoal, plan, target } from "./query-tables";
import { readPlanScales } from "./rating-scale";
import { keepRows } from "./row-memory";
import { selectPacked } from "./select-rows";

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
  return sql`${currentGoals(scope)}
    ${conditions(filter.departments ? { ...filter, departments: expandDepartments(scope, filter.departments) } : filter, home)}
    order by ${plan.fiscalYear} desc, ${plan.municipality}, ${plan.department}, ${goal.number}, ${goal.position}`;
}

function conditions(filter: Filter, home: string): SQL {
  const parts: SQL[] = [];
  const oneOf = (value: SQLWrapper, list: readonly (string | number)[] | undefined) => {
    if (list && list.length > 0) parts.push(sql`and ${value} in ${values(list)}`);
  };
  oneOf(plan.municipalityId, filter.municipalities);
  oneOf(plan.fiscalYear, filter.fiscalYears);
  oneOf(plan.departmentId, filter.departments);
  oneOf(sql`coalesce(${goal.policyArea}, ${NONE})`, filter.policyAreas);
  oneOf(sql`coalesce(${goal.policyGoalName}, ${NONE})`, filter.policyGoals);
  oneOf(sql`coalesce(${RATING}, ${NONE})`, filter.ratings);
  if (filter.responsibleUnits && filter.responsibleUnits.length > 0) {
    const units = sql`select ${initiative.responsibleUnit} from ${initiative.table} where ${ofGoal(initiative)} and ${initiative.responsibleUnit} is not null`;
    const none = filter.responsibleUnits.includes(NONE) ? sql`or not exists (${units})` : sql``;
    parts.push(sql`and (exists (${units} and ${initiative.responsibleUnit} in ${values(filter.responsibleUnits)}) ${none})`);
  }
  if (filter.targetRatings && filter.targetRatings.length > 0) {
    parts.push(
      sql`and exists (select 1 from ${target.table} where ${ofGoal(target)} and coalesce(${target.rating}, ${NONE}) in ${values(filter.targetRatings)})`,
    );
  }
  if (filter.ids) {
    const ids = filter.ids.map((id) => parsePublicId(id, home));
    parts.push(sql`and ${plan.municipalityId} in ${values(ids.map(({ municipalityId }) => municipalityId))} and ${goal.localId} in ${values(ids.map(({ localId }) => localId))}
      and ${plan.municipalityId} || ' ' || ${goal.localId} in ${values(ids.map((id) => `${id.municipalityId} ${id.localId}`))}`);
  }
  return sql.join(parts, sql` `);
}

/** A list as one bound parameter, so that its length does not change the statement. */
function values(list: readonly (string | number)[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(list)}))`;
}
