import { createHash } from "node:crypto";
import type { InStatement } from "@libsql/client";
import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { retryOnConflict } from "../connection/retry";
import { findTouched } from "../continuations/current-plan";
import { createDecisionFinder } from "../continuations/decision-finder";
import { type DecisionList, findNewEvents, insertList, type NewEvent } from "../continuations/decision-list";
import { prepareState, stateRows } from "../continuations/store-comparisons";
import { insertPrepared, prepareRows } from "../rows/insert-rows";
import { digestRows, digestStatement } from "../rows/row-digest";
import { datasetEntries, datasets } from "../schema/datasets";
import { decisionEvents } from "../schema/decisions";
import { readings } from "../schema/readings";
import { listWithdrawnMunicipalities, type NewWithdrawal, prepareWithdrawal, withdrawalStatements } from "../withdrawal/withdrawal";

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
 * Adds readings, in order, a list's events and a withdrawal to the data, as one new dataset written in one transaction, and answers
 * the id of the newest dataset. What the data hold already is passed over; where nothing is left, no dataset is made.
 * What became of the plans' items is worked out first. `null` while there is no dataset at all.
 */
export async function appendDataset(
  db: Database,
  entries: readonly NewEntry[],
  list: DecisionList | null = null,
  wanted: NewWithdrawal | null = null,
): Promise<string | null> {
  return retryOnConflict(async () => {
    const [newest] = await db.select().from(datasets).orderBy(desc(datasets.sequence)).limit(1);
    const known = await findKnown(db, entries);
    const added = entries.filter(({ readingId }) => !known.readingIds.has(readingId));
    const { turned, fresh } = await findNewEvents(db, list);
    const withdrawal = wanted && (await prepareWithdrawal(db, wanted));
    if (added.length === 0 && !withdrawal && (fresh.length === 0 || !newest)) return newest?.id ?? null;
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
    const events = [...turned, ...fresh].map((each) => ({ ...each, entry: { ...link(each.event.digest), kind: "decision" } }));
    const withdrawn = withdrawal && { ...link(withdrawal.digest), kind: withdrawal.event };
    const touched = [
      ...(await findTouched(db, readingRows)),
      ...events.map(({ event }) => event.municipalityId),
      ...(withdrawal ? await listWithdrawnMunicipalities(db, withdrawal.documentId) : []),
    ];
    const sequence = newest?.sequence ?? 0;
    const findDecisions = await createDecisionFinder(
      db,
      sequence,
      fresh.map(({ event }) => event),
    );
    const state = await prepareState(db, datasetSequence, await keepStored(db, touched), { sequence, added: readingRows, turned: withdrawal }, findDecisions);
    const dataset = { sequence: datasetSequence, id: chain, createdAt: new Date().toISOString(), documentCount };
    const entryRows = [...readingRows, ...events.map(({ entry }) => entry), ...(withdrawn ? [withdrawn] : [])];
    const rows = [prepareRows(datasets, [dataset]), prepareRows(datasetEntries, entryRows), ...stateRows(state)];
    const written = [...rows.flatMap(insertPrepared), digestStatement("dataset", chain, digestRows(rows))];
    const listed = list && fresh.length > 0 ? insertList(list) : [];
    const takenBack = withdrawal && withdrawn ? withdrawalStatements(withdrawal, withdrawn.position) : [];
    await db.$client.batch([...written, ...listed, ...events.flatMap(({ entry, ...each }) => eventStatements(each, entry.position)), ...takenBack], "write");
    return chain;
  });
}

function eventStatements({ event, list }: NewEvent, position: number): InStatement[] {
  const rows = prepareRows(decisionEvents, [{ ...event, position, list }]);
  return [...insertPrepared(rows), digestStatement("decision", event.digest, digestRows([rows]))];
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
