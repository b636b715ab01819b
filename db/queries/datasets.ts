import { desc, eq } from "drizzle-orm";
import type { Database } from "../client";
import { datasets } from "../dataset-schema";
import type { DatasetRow } from "@/lib/domain/rows";

const columns = {
  id: datasets.id,
  sequence: datasets.sequence,
  createdAt: datasets.createdAt,
  documents: datasets.documentCount,
};

/** The dataset of that whole id, or the newest; `null` where there is none. */
export async function findDataset(db: Database, id?: string): Promise<DatasetRow | null> {
  const query = db.select(columns).from(datasets).$dynamic();
  const [row] = await (id === undefined ? query.orderBy(desc(datasets.sequence)) : query.where(eq(datasets.id, id))).limit(1);
  return row ?? null;
}

/** All datasets, the newest first. */
export async function listDatasets(db: Database): Promise<DatasetRow[]> {
  return db.select(columns).from(datasets).orderBy(desc(datasets.sequence));
}
