import { sql } from "drizzle-orm";
import type { GoalFilter } from "@/lib/domain/goal-filter";
import { departmentId, municipalityId } from "@/lib/domain/identifier";
import { type DepartmentChange, type SettledDepartments, settleDepartments } from "@/lib/domain/reorganisation";
import type { DatasetRow, DatasetScope } from "@/lib/domain/rows";
import { dataCity } from "../config";
import type { Database } from "../connection/database";
import { currentPlans } from "./current";
import { entry, goal, ofPlan, plan } from "./query-tables";
import { keepRows } from "./row-memory";
import { type Columns, selectRows } from "./select-rows";

/** A city's order: each department's (by its id) and each area's place, from 0. Pages and files look both up here and nowhere else. */
interface CityOrder {
  settled: SettledDepartments;
  departments: ReadonlyMap<string, number>;
  areas: ReadonlyMap<string, number>;
}

interface Row {
  municipality: string;
  department: string;
  departmentId: string;
  policyArea: string | null;
}

const COLUMNS: Columns<Row> = {
  municipality: plan.municipality,
  department: plan.department,
  departmentId: plan.departmentId,
  policyArea: goal.policyArea,
};

/**
 * The order of a municipality's departments and areas: as the data folder lists them, if it is that municipality's, and then
 * as they first appear in the documents that the dataset shows, the oldest year first, in the order of its summary. So
 * what comes in a new year stands after what is there.
 */
const readCityOrder = keepRows("city order", async (db, dataset): Promise<CityOrder> => {
  const rows = await selectRows<Row>(
    db,
    COLUMNS,
    sql`${currentPlans(dataset, sql`left join ${goal.table} on ${ofPlan(goal)}`)}
    order by ${plan.fiscalYear}, ${entry.documentPosition}, ${plan.position}, ${goal.position}`,
  );
  const city = dataCity();
  const isOwn = rows[0]?.municipality === city.municipality;
  const settled = isOwn ? ownDepartments() : NOTHING_SETTLED;
  const idOf = (name: string) => settled.ids.get(name) ?? departmentId(name);
  const number = (listed: readonly string[], appearing: readonly string[]) =>
    new Map([...new Set([...(isOwn ? listed : []), ...appearing])].map((name, place) => [name, place]));
  return {
    settled,
    departments: number(
      city.departments.map(idOf),
      rows.map((row) => idOf(row.department)),
    ),
    areas: number(
      city.policyAreas,
      rows.flatMap(({ policyArea }) => policyArea ?? []),
    ),
  };
});

const NOTHING_SETTLED = settleDepartments([]);

/** What the data folder says of its municipality's departments. */
function ownDepartments(): SettledDepartments {
  return settleDepartments(dataCity().reorganisations);
}

function settledOf({ municipalityId: of }: Pick<DatasetScope, "municipalityId">): SettledDepartments {
  return of === municipalityId(dataCity().municipality) ? ownDepartments() : NOTHING_SETTLED;
}

/** A filter whose departments stand by the ids that rows have, also where an address names one by a former name. */
export function settleFilter<Filter extends GoalFilter>(dataset: Pick<DatasetScope, "municipalityId">, filter: Filter): Filter {
  const { ids } = settledOf(dataset);
  return filter.departments ? { ...filter, departments: [...new Set(filter.departments.map((id) => ids.get(id) ?? id))] } : filter;
}

/** All ids under which the store has plans of departments. */
export function expandDepartments(dataset: Pick<DatasetScope, "municipalityId">, departments: readonly string[]): string[] {
  const { ids, aliases } = settledOf(dataset);
  return [...new Set(departments.flatMap((id) => aliases.get(ids.get(id) ?? id) ?? [id]))];
}

/** Tells rows of plans where their department and area stand, and which department it is through all its names. */
export type Placer = (row: Row) => { departmentId: string; departmentOrder: number; areaOrder: number; changes: readonly DepartmentChange[] };

/** A placer for rows of these municipalities, of which a dataset shows plans. */
export async function readPlacer(db: Database, dataset: DatasetRow, rows: readonly { municipality: string }[]): Promise<Placer> {
  const orders = new Map<string, CityOrder>();
  for (const municipality of new Set(rows.map((row) => row.municipality))) {
    orders.set(municipality, await readCityOrder(db, { ...dataset, municipalityId: municipalityId(municipality) }));
  }
  return ({ municipality, department, departmentId: own, policyArea }) => {
    const { departments, areas, settled } = orders.get(municipality)!;
    const id = settled.ids.get(department) ?? own;
    return {
      departmentId: id,
      changes: settled.changes,
      departmentOrder: departments.get(id) ?? departments.size,
      areaOrder: (policyArea === null ? undefined : areas.get(policyArea)) ?? areas.size,
    };
  };
}

/** Rows that come by year and municipality, in each by their departments' places; all else stays as it comes. */
export function sortByDepartment<Placed extends { fiscalYear: number; municipality: string; departmentOrder: number }>(rows: readonly Placed[]): Placed[] {
  const groups = new Map<string, Placed[]>();
  for (const row of rows) {
    const key = `${row.fiscalYear} ${row.municipality}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => group.sort((a, b) => a.departmentOrder - b.departmentOrder));
}
