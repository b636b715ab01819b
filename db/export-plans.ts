import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { printPlanJson } from "@/lib/document/plan-json";
import type { DatasetRow } from "@/lib/domain/rows";
import { homeMunicipality } from "./config";
import type { Database } from "./connection/database";
import { publicId } from "./identifier";
import { currentPlans } from "./queries/current";
import { entry, plan } from "./queries/query-tables";
import { readPlans, type StoredPlan } from "./queries/reading-plans";
import { selectRows } from "./queries/select-rows";

/**
 * Writes every current plan of a dataset as plan JSON, `<planId>.json`, into a folder (made where it is missing), and
 * answers how many. Each file appears whole.
 */
export async function exportPlans(db: Database, dataset: DatasetRow, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const home = homeMunicipality();
  const current = await selectRows<{ readingId: number; position: number }>(
    db,
    { readingId: plan.readingId, position: plan.position },
    sql`${currentPlans(dataset)} order by ${entry.position}, ${plan.position}`,
  );
  let plans: StoredPlan[] = [];
  let plansOf: number | null = null;
  for (const { readingId, position } of current) {
    if (plansOf !== readingId) plans = await readPlans(db, readingId);
    plansOf = readingId;
    const stored = plans[position]!;
    const file = path.join(folder, `${publicId(stored.localId, stored.plan.municipality, home)}.json`);
    await writeFile(`${file}.part`, printPlanJson(stored.plan));
    await rename(`${file}.part`, file);
  }
  return current.length;
}
