import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { dataCity } from "../config";
import { currentPlans } from "./current";
import { keepRows } from "./kept-rows";
import { municipalityId } from "@/lib/domain/identifier";
import type { DatasetRow } from "@/lib/domain/rows";

/** A city's order: each department's and each area's place, from 0. Pages and files look both up here and nowhere else. */
interface CityOrder {
  departments: ReadonlyMap<string, number>;
  areas: ReadonlyMap<string, number>;
}

interface Row {
  municipality: string;
  department: string;
  policyArea: string | null;
}

/**
 * The order of a municipality's departments and areas: as the data folder lists them, if it is that municipality's, and then
 * as they first appear in the documents that the dataset shows, the oldest year first, in the order of its summary. So
 * what comes in a new year stands after what is there.
 */
const readCityOrder = keepRows("city order", async (db, dataset): Promise<CityOrder> => {
  const rows = await db.all<Row>(sql`
    select p.municipality, p.department, g.policy_area as policyArea
    ${currentPlans(dataset, sql`left join priority_goals g on g.reading_id = p.reading_id and g.plan_position = p.position`)}
    order by p.fiscal_year, e.document_position, p.position, g.position`);
  const city = dataCity();
  const isOwn = rows[0]?.municipality === city.municipality;
  const number = (listed: readonly string[], appearing: readonly string[]) => new Map([...new Set([...(isOwn ? listed : []), ...appearing])].map((name, place) => [name, place]));
  return {
    departments: number(city.departments, rows.map(({ department }) => department)),
    areas: number(city.policyAreas, rows.flatMap(({ policyArea }) => policyArea ?? [])),
  };
});

/** Tells rows of plans where their department and area stand. */
export type Placer = (row: Row) => { departmentOrder: number; areaOrder: number };

/** A placer for rows of these municipalities, of which a dataset shows plans. */
export async function readPlacer(db: Database, dataset: DatasetRow, rows: readonly { municipality: string }[]): Promise<Placer> {
  const orders = new Map<string, CityOrder>();
  for (const municipality of new Set(rows.map((row) => row.municipality))) {
    orders.set(municipality, await readCityOrder(db, { ...dataset, municipalityId: municipalityId(municipality) }));
  }
  return ({ municipality, department, policyArea }) => {
    const { departments, areas } = orders.get(municipality)!;
    return { departmentOrder: departments.get(department) ?? departments.size, areaOrder: (policyArea === null ? undefined : areas.get(policyArea)) ?? areas.size };
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
