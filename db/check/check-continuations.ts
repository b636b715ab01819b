import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { type ComparisonRows, comparePlans, ENGINE_VERSION } from "../continuations/comparison";
import { createPlanFinder, listMunicipalityIds } from "../continuations/current-plan";
import { createDecisionFinder } from "../continuations/decision-finder";
import { decisionListDigest } from "../continuations/decision-list";
import { createPlanLoader } from "../continuations/plan-loader";
import { listComparisons } from "../continuations/store-comparisons";
import { eventDigest } from "../decision-event";
import { findDataset } from "../queries/datasets";
import { findListInForce } from "../queries/decision-events";
import { listShownComparisons } from "../queries/shown-comparisons";
import { comparisonReasons, type comparisons } from "../schema/datasets";
import { decisionEvents, decisionLists } from "../schema/decisions";
import { unpackReasons } from "../schema/packed-comparison";
import type { CheckResult } from "./check-result";

/** Checks the hashes of every file of decisions and of every event, and that each one that a dataset names is there, at its place. */
export async function checkDecisions(db: Database): Promise<CheckResult> {
  const lists = await db.select().from(decisionLists);
  const events = await db.select().from(decisionEvents);
  const faults = [
    ...lists.flatMap(({ digest, fileId, municipality, bytes }) => {
      const hash = createHash("sha256").update(new Uint8Array(bytes)).digest("hex");
      return hash === fileId && decisionListDigest({ fileId, municipality }) === digest ? [] : [digest];
    }),
    ...events.flatMap((event) => (eventDigest(event) === event.digest ? [] : [event.digest])),
  ].map((digest) => `判断 ${digest} のハッシュが合いません`);
  const missing = await db.all<{ digest: string }>(sql`
    select digest from dataset_entries where kind = 'decisions' and digest not in (select digest from decision_lists)
    union all select e.digest from dataset_entries e left join decision_events d on d.position = e.position
      where (e.kind = 'decision' and d.digest is not e.digest) or (e.kind <> 'decision' and d.digest is not null)`);
  return { name: "判断のハッシュ", checked: lists.length + events.length, faults: [...faults, ...missing.map(({ digest }) => `判断 ${digest} がありません`)] };
}

/** Works the newest dataset's comparisons out again, where this engine made them. */
export async function checkComparisons(db: Database): Promise<CheckResult> {
  const dataset = await findDataset(db);
  const result: CheckResult = { name: "継続の計算", checked: 0, faults: [] };
  if (!dataset) return result;
  const findPlans = createPlanFinder(db, { sequence: dataset.sequence, added: [] });
  const findDecisions = await createDecisionFinder(db, dataset.sequence);
  // What a list decided over a gap of years was passed over.
  const ofBefore = (await findListInForce(db, dataset.sequence)) !== null;
  const load = createPlanLoader(db);
  for (const municipalityId of await listMunicipalityIds(db, dataset.sequence)) {
    const plans = await findPlans(municipalityId);
    const decided = listComparisons(plans, await findDecisions(municipalityId, plans));
    const expected = decided.filter(({ pair }) => !pair.isOverGap || !ofBefore);
    const rows = await listShownComparisons(db, { ...dataset, municipalityId });
    const stored = new Map(rows.map((row) => [row.digest, row]));
    for (const { pair, decisions, digest } of expected) {
      const row = stored.get(digest);
      if (row?.engineVersion !== ENGINE_VERSION) continue;
      result.checked += 1;
      const { municipality, from, to, isOverGap } = pair;
      const again = comparePlans({ digest, municipality, from, to, ...(await load(pair)), decisions, isOverGap });
      if (!(await isSame(db, row, again))) result.faults.push(`${municipality}の${from}年度から${to}年度への継続が、計算し直したものと合いません`);
    }
    if (rows.length !== expected.length) {
      result.faults.push(`${plans[0]?.municipality ?? municipalityId}の比べる年度の組は${expected.length}ですが、${rows.length}組が記録されています`);
    }
  }
  return result;
}

/** The packed bytes may differ from one zlib to another; what they hold may not. */
async function isSame(db: Database, stored: typeof comparisons.$inferSelect, { comparison, reasons }: ComparisonRows): Promise<boolean> {
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(comparison)), { ...stored })) return false;
  const rows = await db.select().from(comparisonReasons).where(eq(comparisonReasons.comparison, stored.digest));
  const unpack = (list: readonly { department: string; reasons: Buffer }[]) => new Map(list.map((row) => [row.department, unpackReasons(row.reasons)]));
  return isDeepStrictEqual(unpack(rows), unpack(reasons));
}
