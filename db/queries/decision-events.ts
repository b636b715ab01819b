import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { type DecisionEvent, makeEvents } from "../decision-event";
import { datasetEntries } from "../schema/datasets";
import { decisionEvents, decisionLists, decisions } from "../schema/decisions";
import { aliasTable } from "./aliased-table";
import { entry } from "./query-tables";
import { type Columns, prepareRows } from "./select-rows";

/** A file of decisions that stood whole for all that was decided, as in datasets of before there were events. */
export interface DecisionList {
  digest: string;
  /** The municipality whose items stand in it without a prefix. */
  municipality: string;
}

const list = aliasTable(decisionLists, "l");
const listed = aliasTable(datasetEntries);
const later = aliasTable(datasetEntries, "event");
const event = aliasTable(decisionEvents, "d");

const LIST_COLUMNS: Columns<DecisionList> = { digest: list.digest, municipality: list.municipality };
const SEQUENCE = sql.placeholder("sequence");
const findLists = prepareRows(
  LIST_COLUMNS,
  sql`from ${listed.table} cross join ${list.table} on ${list.digest} = ${listed.digest}
  where ${listed.kind} = 'decisions' and ${listed.datasetSequence} <= ${SEQUENCE}
    and not exists (select 1 from ${later.table} where ${later.kind} = 'decision' and ${later.datasetSequence} <= ${SEQUENCE})
  order by ${listed.position} desc limit 1`,
);

const findStored = prepareRows<{ digest: string }>(
  { digest: event.digest },
  sql`from json_each(${sql.placeholder("digests")}) wanted cross join ${event.table} on ${event.digest} = wanted.value`,
);

/** Reads a dataset's planners' events about items of a municipality, or of all, in order. */
export type EventReader = (municipalityId?: string) => Promise<DecisionEvent[]>;

/** A reader of the events that the dataset of that number holds; of a list that is in force, what it states. */
export async function createEventReader(db: Database, sequence: number): Promise<EventReader> {
  const inForce = await findListInForce(db, sequence);
  if (inForce) {
    const stated = await listStated(db, inForce);
    return async (id) => stated.filter(({ municipalityId }) => id === undefined || municipalityId === id);
  }
  return async (id) => {
    const own = id === undefined ? sql`true` : eq(decisionEvents.municipalityId, id);
    const rows = await db
      .select()
      .from(decisionEvents)
      .where(sql`${own} and (select ${entry.datasetSequence} from ${entry.table} where ${entry.position} = ${decisionEvents.position}) <= ${sequence}`)
      .orderBy(asc(decisionEvents.position));
    return rows.map(({ position: _, list: __, ...said }) => said);
  };
}

/** The list that is in force in the dataset of that number; `null` where there is none, or where events came after it. */
export async function findListInForce(db: Database, sequence: number): Promise<DecisionList | null> {
  const [row] = await findLists(db, { sequence });
  return row ? { ...row } : null;
}

/** What a list states, as the events that it would be today. */
export async function listStated(db: Database, { digest, municipality }: DecisionList): Promise<DecisionEvent[]> {
  const rows = await db.select().from(decisions).where(eq(decisions.list, digest)).orderBy(asc(decisions.position));
  return makeEvents(rows, municipality);
}

/** Which of these events, by their digests, are stored. */
export async function findStoredEvents(db: Database, digests: readonly string[]): Promise<Set<string>> {
  const rows = await findStored(db, { digests: JSON.stringify(digests) });
  return new Set(rows.map(({ digest }) => digest));
}
