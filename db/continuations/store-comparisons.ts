import type { InStatement } from "@libsql/client";
import { sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { insertPrepared, prepareRows } from "../rows/insert-rows";
import { digestRows, digestStatement, type TableRows } from "../rows/row-digest";
import { comparisonReasons, comparisons, datasetComparisons, datasetMunicipalities } from "../schema/datasets";
import { type ComparisonInput, type ComparisonRows, comparisonDigest, isAbout, pairYears } from "./comparison";
import { createComparisonPool } from "./comparison-pool";
import { type CurrentPlan, createPlanFinder, type Holding, listMunicipalityIds } from "./current-plan";
import { createDecisionFinder, type DecisionFinder, type RecordedDecision } from "./decision-finder";
import { createPlanLoader } from "./plan-loader";

/** What a dataset shows of municipalities, as rows of the store. */
export interface DatasetState {
  municipalities: (typeof datasetMunicipalities.$inferInsert)[];
  comparisons: (typeof datasetComparisons.$inferInsert)[];
}

/** What is to be compared of a municipality's plans, with the decisions about each pair of years. */
export function listComparisons(plans: readonly CurrentPlan[], decisions: readonly RecordedDecision[]) {
  return pairYears(plans, decisions).map((pair) => {
    const own = decisions.filter((decision) => isAbout(decision, pair));
    return { pair, decisions: own, digest: comparisonDigest(pair, own) };
  });
}

/**
 * Works out what a dataset of that number shows of these municipalities, and stores what became of their plans' items
 * from each year to the next where that is not stored yet. The rows that name it are the dataset's, still to be written.
 */
export async function prepareState(
  db: Database,
  datasetSequence: number,
  municipalityIds: readonly string[],
  holding: Holding,
  findDecisions: DecisionFinder,
): Promise<DatasetState> {
  const findPlans = createPlanFinder(db, holding);
  const load = createPlanLoader(db);
  const state: DatasetState = { municipalities: [], comparisons: [] };
  const writer = createComparisonWriter(db, municipalityIds.length);
  try {
    for (const municipalityId of municipalityIds) {
      const plans = await findPlans(municipalityId);
      const years = plans.map(({ fiscalYear }) => fiscalYear);
      const span = plans.length === 0 ? {} : { firstYear: Math.min(...years), lastYear: Math.max(...years) };
      const municipality = plans[0]?.municipality ?? (await findName(db, municipalityId));
      state.municipalities.push({ municipalityId, datasetSequence, municipality, planCount: plans.length, ...span });
      const wanted = listComparisons(plans, await findDecisions(municipalityId, plans));
      const known = await findStored(
        db,
        wanted.map(({ digest }) => digest),
      );
      for (const { pair, decisions, digest } of wanted) {
        state.comparisons.push({ municipalityId, datasetSequence, comparison: digest });
        if (known.has(digest)) continue;
        const { from, to, isOverGap } = pair;
        await writer.start({ digest, municipality, from, to, ...(await load(pair)), decisions, isOverGap });
      }
    }
    await writer.finish();
  } finally {
    await writer.close();
  }
  return state;
}

/** Makes comparisons and writes each as soon as it is made, no more at once than the pool works at. */
function createComparisonWriter(db: Database, municipalities: number) {
  const pool = createComparisonPool(municipalities);
  const pending = new Set<Promise<void>>();
  return {
    async start(input: ComparisonInput): Promise<void> {
      const task: Promise<void> = pool
        .compare(input)
        .then((rows) => writeComparison(db, rows))
        .finally(() => pending.delete(task));
      // Whoever waits next hears of a failure; no other is to end the process.
      task.catch(() => {});
      pending.add(task);
      if (pending.size >= pool.width) await Promise.race(pending);
    },
    finish: () => Promise.all(pending),
    async close(): Promise<void> {
      await Promise.allSettled(pending);
      await pool.close();
    },
  };
}

/** The rows of a dataset's state. */
export function stateRows({ municipalities, comparisons: shown }: DatasetState): TableRows[] {
  return [prepareRows(datasetMunicipalities, municipalities), prepareRows(datasetComparisons, shown)];
}

/** Stores the state of all datasets where none is stored though there are datasets: those of before there was any. */
export async function completeDatasets(db: Database): Promise<void> {
  const [lacking] = await db.all<{ lacks: number }>(sql`select exists (select 1 from datasets) and not exists (select 1 from dataset_municipalities) as lacks`);
  if (!lacking?.lacks) return;
  const statements: InStatement[] = [];
  for (const { sequence } of await db.all<{ sequence: number }>(sql`select sequence from datasets order by sequence`)) {
    const findDecisions = await createDecisionFinder(db, sequence);
    const state = await prepareState(db, sequence, await listMunicipalityIds(db, sequence), { sequence, added: [] }, findDecisions);
    statements.push(...stateRows(state).flatMap(insertPrepared));
  }
  if (statements.length > 0) await db.$client.batch(statements, "write");
}

/** A comparison is stored whole or not at all. */
async function writeComparison(db: Database, { comparison, reasons }: ComparisonRows): Promise<void> {
  const blobs = reasons.map((row): InStatement => {
    return { sql: "insert into comparison_reasons (comparison, department, reasons) values (?, ?, ?)", args: [row.comparison, row.department, row.reasons] };
  });
  const row = prepareRows(comparisons, [comparison]);
  const digest = digestRows([row, prepareRows(comparisonReasons, reasons)]);
  await db.$client.batch([...insertPrepared(row), ...blobs, digestStatement("comparison", comparison.digest, digest)], "write");
}

async function findStored(db: Database, digests: readonly string[]): Promise<Set<string>> {
  if (digests.length === 0) return new Set();
  const rows = await db.all<{ digest: string }>(
    sql`select c.digest from json_each(${JSON.stringify(digests)}) wanted cross join comparisons c on c.digest = wanted.value`,
  );
  return new Set(rows.map(({ digest }) => digest));
}

/** The name of a municipality whose plans a dataset has no more. */
async function findName(db: Database, municipalityId: string): Promise<string> {
  const [row] = await db.all<{ municipality: string }>(sql`select municipality from plans where municipality_id = ${municipalityId} limit 1`);
  return row!.municipality;
}
