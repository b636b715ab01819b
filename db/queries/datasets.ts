import { and, desc, gte, lt } from "drizzle-orm";
import type { DatasetRow } from "@/lib/domain/rows";
import type { Database } from "../connection/database";
import { datasets } from "../schema/datasets";

const columns = {
  id: datasets.id,
  sequence: datasets.sequence,
  createdAt: datasets.createdAt,
  documents: datasets.documentCount,
};

/** Letters of an id that name a dataset, at least: as many as stand on paper and more. */
const SHORTEST_PREFIX = 8;

/** The dataset of that id, or of the one id that begins so; without an id the newest. `null` where there is none, or several begin so. */
export async function findDataset(db: Database, id?: string): Promise<DatasetRow | null> {
  const query = db.select(columns).from(datasets).$dynamic();
  if (id === undefined) return (await query.orderBy(desc(datasets.sequence)).limit(1))[0] ?? null;
  if (!new RegExp(`^[0-9a-f]{${SHORTEST_PREFIX},64}$`).test(id)) return null;
  // No letter of an id comes after f.
  const rows = await query.where(and(gte(datasets.id, id), lt(datasets.id, `${id}g`))).limit(2);
  return rows.length === 1 ? rows[0]! : null;
}

/** All datasets, the newest first. */
export async function listDatasets(db: Database): Promise<DatasetRow[]> {
  return db.select(columns).from(datasets).orderBy(desc(datasets.sequence));
}
