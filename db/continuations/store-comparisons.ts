import { asc, eq, lte, sql } from "drizzle-orm";
import type { Database } from "../client";
import { comparisons, datasetComparisons, datasetEntries } from "../schema";
import { comparePlans, comparisonDigest, pairYears, type RecordedDecision, type YearPair } from "./comparison";
import { findCurrentPlans, type CurrentPlan, type HeldReading } from "./current-plan";
import { findListInForce, resolveDecisions } from "./decision-list";
import { createPlanLoader } from "./plan-loader";

/** What is to be compared in a dataset of these plans, with the decisions about each pair of years. */
export function listComparisons(plans: readonly CurrentPlan[], decisions: readonly RecordedDecision[]) {
  return pairYears(plans).map((pair) => {
    const own = decisions.filter((decision) => isAbout(decision, pair));
    return { pair, decisions: own, digest: comparisonDigest(pair, own) };
  });
}

/** Stores what became of these plans' items from each year to the next, where that is not stored yet; answers the digests. */
export async function storeComparisons(db: Database, plans: readonly CurrentPlan[], decisions: readonly RecordedDecision[]): Promise<string[]> {
  const wanted = listComparisons(plans, decisions);
  const digests = wanted.map(({ digest }) => digest);
  const stored = await db
    .select({ digest: comparisons.digest })
    .from(comparisons)
    .where(sql`${comparisons.digest} in (select value from json_each(${JSON.stringify(digests)}))`);
  const known = new Set(stored.map(({ digest }) => digest));
  const load = createPlanLoader(db);
  for (const { pair, decisions: own, digest } of wanted) {
    if (!known.has(digest)) await db.insert(comparisons).values(await comparePlans(load, pair, own)).onConflictDoNothing();
  }
  return digests;
}

/** Stores the comparisons of datasets that have none though they hold plans of several years: those of before there were any. */
export async function completeDatasets(db: Database): Promise<void> {
  const lacking = await db.all<{ sequence: number }>(sql`
    select d.sequence from datasets d
    where not exists (select 1 from dataset_comparisons c where c.dataset_sequence = d.sequence) and exists (
      select 1 from dataset_entries e join plans p on p.reading_id = e.reading_id
      where e.dataset_sequence <= d.sequence
      group by p.municipality_id having min(p.fiscal_year) < max(p.fiscal_year))
    order by d.sequence`);
  for (const { sequence } of lacking) {
    const plans = await findCurrentPlans(db, await listHeldReadings(db, sequence));
    const digests = await storeComparisons(db, plans, await resolveDecisions(db, await findListInForce(db, sequence), plans));
    const rows = digests.map((comparison) => ({ datasetSequence: sequence, comparison }));
    if (rows.length > 0) await db.insert(datasetComparisons).values(rows).onConflictDoNothing();
  }
}

/** The readings that the dataset of that number holds, or the newest one. */
export async function listHeldReadings(db: Database, sequence: number = Number.MAX_SAFE_INTEGER): Promise<HeldReading[]> {
  const rows = await db
    .select({ readingId: datasetEntries.readingId, position: datasetEntries.position, documentPosition: datasetEntries.documentPosition })
    .from(datasetEntries)
    .where(sql`${lte(datasetEntries.datasetSequence, sequence)} and ${eq(datasetEntries.kind, "reading")}`)
    .orderBy(asc(datasetEntries.position));
  return rows as HeldReading[];
}

function isAbout({ predecessor, successor }: RecordedDecision, { municipality, from, to }: YearPair): boolean {
  return predecessor.municipality === municipality && predecessor.fiscalYear === from && successor.municipality === municipality && successor.fiscalYear === to;
}
