import { createHash } from "node:crypto";
import type { InStatement } from "@libsql/client";
import { sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import type { DecisionEvent } from "../decision-event";
import { findListInForce, findStoredEvents, listStated } from "../queries/decision-events";
import { prepareRows } from "../rows/insert-rows";
import { digestRows, digestStatement } from "../rows/row-digest";
import { decisionLists, decisions } from "../schema/decisions";

/** A file of decisions as it came. `municipality` is the one whose items stand without a prefix. */
export interface DecisionSource {
  fileName: string;
  fileId: string;
  municipality: string;
  bytes: Uint8Array;
}

/** A file of decisions with the events that it states, in order. */
export interface DecisionList extends DecisionSource {
  events: readonly DecisionEvent[];
}

/** An event that is not stored yet, and the list that says it. */
export interface NewEvent {
  event: DecisionEvent;
  list: string;
}

/** SHA-256 in hex of what names a list: its bytes and the municipality. */
export function decisionListDigest({ fileId, municipality }: Pick<DecisionSource, "fileId" | "municipality">): string {
  return createHash("sha256").update(`ayumi-decisions\n${fileId}\n${municipality}`).digest("hex");
}

/** Whether these very bytes have been taken in: the list is in force as a whole, or events came of it. */
export async function isTaken(db: Database, source: Pick<DecisionSource, "fileId" | "municipality">): Promise<boolean> {
  const digest = decisionListDigest(source);
  if ((await findListInForce(db, Number.MAX_SAFE_INTEGER))?.digest === digest) return true;
  return (await db.all(sql`select 1 from decision_events where list = ${digest} limit 1`)).length > 0;
}

/**
 * What the newest dataset lacks of a list's events. `turned`: the events that the list in force is, if a list is: the next
 * dataset turns it into events, so that what is added is added to it.
 */
export async function findNewEvents(db: Database, list: DecisionList | null): Promise<{ turned: NewEvent[]; fresh: NewEvent[] }> {
  const inForce = await findListInForce(db, Number.MAX_SAFE_INTEGER);
  const turned = inForce ? (await listStated(db, inForce)).map((event) => ({ event, list: inForce.digest })) : [];
  if (!list) return { turned, fresh: [] };
  const known = await findStoredEvents(
    db,
    list.events.map(({ digest }) => digest),
  );
  for (const { event } of turned) known.add(event.digest);
  const digest = decisionListDigest(list);
  return { turned, fresh: list.events.filter((event) => !known.has(event.digest)).map((event) => ({ event, list: digest })) };
}

/** Statements that store a file of decisions where it is not stored yet. */
export function insertList({ fileId, municipality, fileName, bytes }: DecisionSource): InStatement[] {
  const digest = decisionListDigest({ fileId, municipality });
  const row = { digest, fileId, municipality, fileName, ingestedAt: new Date().toISOString() };
  return [
    {
      sql: `insert into decision_lists (digest, file_id, municipality, file_name, ingested_at, bytes)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
      args: [...Object.values(row), bytes],
    },
    digestStatement("decisions", digest, digestRows([prepareRows(decisionLists, [row]), { table: decisions, rows: [] }])),
  ];
}
