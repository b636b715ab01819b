import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "../client";
import { findTouched } from "../continuations/current-plan";
import { createDecisionFinder, findListInForce, isNews, listDecidedMunicipalities, type DecisionList } from "../continuations/decision-list";
import { prepareState, stateRows } from "../continuations/store-comparisons";
import { retryOnConflict } from "../retry";
import { datasetEntries, datasets } from "../dataset-schema";
import { readings } from "../schema";
import { digestRows, digestStatement } from "../row-digest";
import { insertPrepared, prepareRows } from "./insert-rows";

/** A stored reading that a dataset is to hold. */
export interface NewEntry {
  readingId: number;
  digest: string;
  documentId: string;
}

/** The next link of a dataset's hash chain; the chain begins with the empty string. */
export function chainDigest(previous: string, digest: string): string {
  return createHash("sha256").update(`${previous}\n${digest}`).digest("hex");
}

/**
 * Adds readings, in order, and a list of decisions to the data, as one new dataset written in one transaction, and
 * answers the id of the newest dataset. What is in force already is passed over; where nothing is left, no dataset is
 * made. What became of the plans' items is worked out first. `null` while there is no dataset at all.
 */
export async function appendDataset(db: Database, entries: readonly NewEntry[], list: DecisionList | null = null): Promise<string | null> {
  return retryOnConflict(async () => {
    const [newest] = await db.select().from(datasets).orderBy(desc(datasets.sequence)).limit(1);
    const known = await findKnown(db, entries);
    const added = entries.filter(({ readingId }) => !known.readingIds.has(readingId));
    const inForce = await findListInForce(db);
    const fresh = list && isNews(list, inForce) && (newest || added.length > 0) ? list : null;
    if (added.length === 0 && !fresh) return newest?.id ?? null;
    const [last] = await db
      .select({ position: datasetEntries.position, chain: datasetEntries.chain })
      .from(datasetEntries)
      .orderBy(desc(datasetEntries.position))
      .limit(1);
    const datasetSequence = (newest?.sequence ?? 0) + 1;
    let position = last?.position ?? 0;
    let chain = last?.chain ?? "";
    let documentCount = newest?.documentCount ?? 0;
    const link = (digest: string) => {
      position += 1;
      chain = chainDigest(chain, digest);
      return { position, datasetSequence, digest, chain };
    };
    const readingRows = added.map(({ readingId, digest, documentId }) => {
      const entry = link(digest);
      const documentPosition = known.documentPositions.get(documentId) ?? position;
      if (documentPosition === position) documentCount += 1;
      known.documentPositions.set(documentId, documentPosition);
      return { ...entry, kind: "reading", readingId, documentPosition };
    });
    const decisionRows = fresh ? [{ ...link(fresh.digest), kind: "decisions" }] : [];
    const touched = await findTouched(db, readingRows);
    if (fresh) for (const list of [inForce, fresh]) touched.push(...(await listDecidedMunicipalities(db, list)));
    const holding = { sequence: newest?.sequence ?? 0, added: readingRows };
    const state = await prepareState(db, datasetSequence, await keepStored(db, touched), holding, await createDecisionFinder(db, fresh ?? inForce));
    const dataset = { sequence: datasetSequence, id: chain, createdAt: new Date().toISOString(), documentCount };
    const rows = [prepareRows(datasets, [dataset]), prepareRows(datasetEntries, [...readingRows, ...decisionRows]), ...stateRows(state)];
    await db.$client.batch([...rows.flatMap(insertPrepared), digestStatement("dataset", chain, digestRows(rows))], "write");
    return chain;
  });
}

/** Of these municipalities, each once, those that anything is stored of: a decision may name one that is not there yet. */
async function keepStored(db: Database, municipalityIds: readonly string[]): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    select distinct value as id from json_each(${JSON.stringify(municipalityIds)})
    where exists (select 1 from plans p where p.municipality_id = value) order by 1`);
  return rows.map(({ id }) => id);
}

/** Which of these readings datasets hold, and where the first entry of each of these documents stands. */
async function findKnown(db: Database, entries: readonly NewEntry[]) {
  const documentIds = JSON.stringify(entries.map(({ documentId }) => documentId));
  const rows = await db
    .select({
      readingId: readings.id,
      documentId: readings.documentId,
      documentPosition: sql<number>`${datasetEntries.documentPosition}`,
    })
    .from(datasetEntries)
    .innerJoin(readings, eq(readings.id, datasetEntries.readingId))
    .where(sql`${readings.documentId} in (select value from json_each(${documentIds}))`);
  return {
    readingIds: new Set(rows.map(({ readingId }) => readingId)),
    documentPositions: new Map(rows.map(({ documentId, documentPosition }) => [documentId, documentPosition])),
  };
}
