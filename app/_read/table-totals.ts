import { LRUCache } from "lru-cache";
import { readTableQuery } from "@/lib/files/table-query";
import { TABLES, type TableName } from "@/lib/files/tables";
import type { Site } from "./open-site";
import { readTable } from "./read-table";

/** Totals by the ids of dataset and municipality: a dataset never changes. */
const known = new LRUCache<string, number[]>({ max: 20 });

/** How many rows each table has, in the order of the registry. */
export async function countTableRows(site: Site): Promise<number[]> {
  const key = `${site.dataset.id} ${site.dataset.municipalityId ?? ""}`;
  const kept = known.get(key);
  if (kept) return kept;
  const totals: number[] = [];
  for (const name of Object.keys(TABLES) as TableName[]) {
    totals.push((await readTable(site, readTableQuery("http://localhost/", name, "json"))).total);
  }
  known.set(key, totals);
  return totals;
}
