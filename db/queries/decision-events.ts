import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { type DecisionEvent, makeEvents } from "../decision-event";
import { decisionEvents, decisions } from "../schema/decisions";

/** A file of decisions that stood whole for all that was decided, as in datasets of before there were events. */
export interface DecisionList {
  digest: string;
  /** The municipality whose items stand in it without a prefix. */
  municipality: string;
}

/** Reads a dataset's planners' events about items of a municipality, or of all, in order. */
export type EventReader = (municipalityId?: string) => Promise<DecisionEvent[]>;

/** A reader of the events that the dataset of that number holds; of a list that is in force, what it states. */
export async function createEventReader(db: Database, sequence: number): Promise<EventReader> {
  const list = await findListInForce(db, sequence);
  if (list) {
    const stated = await listStated(db, list);
    return async (id) => stated.filter(({ municipalityId }) => id === undefined || municipalityId === id);
  }
  return async (id) => {
    const own = id === undefined ? sql`true` : eq(decisionEvents.municipalityId, id);
    const rows = await db
      .select()
      .from(decisionEvents)
      .where(sql`${own} and (select dataset_sequence from dataset_entries e where e.position = ${decisionEvents.position}) <= ${sequence}`)
      .orderBy(asc(decisionEvents.position));
    return rows.map(({ position: _, list: __, ...event }) => event);
  };
}

/** The list that is in force in the dataset of that number; `null` where there is none, or where events came after it. */
export async function findListInForce(db: Database, sequence: number): Promise<DecisionList | null> {
  const [row] = await db.all<DecisionList>(sql`
    select l.digest, l.municipality from dataset_entries cross join decision_lists l on l.digest = dataset_entries.digest
    where dataset_entries.kind = 'decisions' and dataset_entries.dataset_sequence <= ${sequence}
      and not exists (select 1 from dataset_entries event where event.kind = 'decision' and event.dataset_sequence <= ${sequence})
    order by dataset_entries.position desc limit 1`);
  return row ? { ...row } : null;
}

/** What a list states, as the events that it would be today. */
export async function listStated(db: Database, { digest, municipality }: DecisionList): Promise<DecisionEvent[]> {
  const rows = await db.select().from(decisions).where(eq(decisions.list, digest)).orderBy(asc(decisions.position));
  return makeEvents(rows, municipality);
}

/** Which of these events, by their digests, are stored. */
export async function findStoredEvents(db: Database, digests: readonly string[]): Promise<Set<string>> {
  const rows = await db.all<{ digest: string }>(
    sql`select d.digest from json_each(${JSON.stringify(digests)}) wanted cross join decision_events d on d.digest = wanted.value`,
  );
  return new Set(rows.map(({ digest }) => digest));
}
