import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import type { CheckResult } from "../check-database";
import type { Database } from "../client";
import { findDataset } from "../queries/datasets";
import { comparisons, datasetComparisons, decisionLists } from "../schema";
import { comparePlans, ENGINE_VERSION } from "./comparison";
import { findCurrentPlans } from "./current-plan";
import { decisionListDigest, findListInForce, resolveDecisions } from "./decision-list";
import { createPlanLoader } from "./plan-loader";
import { listComparisons, listHeldReadings } from "./store-comparisons";

/** Checks the hashes of every file of decisions, and that each one that a dataset names is there. */
export async function checkDecisionLists(db: Database): Promise<CheckResult> {
  const rows = await db.select().from(decisionLists);
  const faults = rows.flatMap(({ digest, fileId, municipality, bytes }) => {
    const hash = createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
    return hash === fileId && decisionListDigest({ fileId, municipality }) === digest ? [] : [`判断 ${digest} のハッシュが合いません`];
  });
  const missing = await db.all<{ digest: string }>(
    sql`select digest from dataset_entries where kind = 'decisions' and digest not in (select digest from decision_lists)`,
  );
  return { name: "判断のハッシュ", checked: rows.length, faults: [...faults, ...missing.map(({ digest }) => `判断 ${digest} がありません`)] };
}

/** Works the newest dataset's comparisons out again, where this engine made them. */
export async function checkComparisons(db: Database): Promise<CheckResult> {
  const dataset = await findDataset(db);
  const result: CheckResult = { name: "継続の計算", checked: 0, faults: [] };
  if (!dataset) return result;
  const plans = await findCurrentPlans(db, await listHeldReadings(db));
  const expected = listComparisons(plans, await resolveDecisions(db, await findListInForce(db), plans));
  const rows = await db
    .select({ row: comparisons })
    .from(datasetComparisons)
    .innerJoin(comparisons, eq(comparisons.digest, datasetComparisons.comparison))
    .where(eq(datasetComparisons.datasetSequence, dataset.sequence));
  const stored = new Map(rows.filter(({ row }) => row.engineVersion === ENGINE_VERSION).map(({ row }) => [row.digest, row]));
  result.checked = stored.size;
  const load = createPlanLoader(db);
  for (const { pair, decisions, digest } of expected) {
    const row = stored.get(digest);
    const again = row && (JSON.parse(JSON.stringify(await comparePlans(load, pair, decisions))) as typeof row);
    if (row && !isDeepStrictEqual(again, row)) result.faults.push(`${pair.municipality}の${pair.from}年度から${pair.to}年度への継続が、計算し直したものと合いません`);
  }
  if (rows.length !== expected.length) result.faults.push(`比べる年度の組は${expected.length}ですが、${rows.length}組が記録されています`);
  return result;
}
