import { createHash } from "node:crypto";
import { asc, desc, eq, lte, sql } from "drizzle-orm";
import type { Database } from "../client";
import { parsePublicId } from "../identifier";
import { insertPrepared, prepareRows } from "../ingest/insert-rows";
import { retryOnConflict } from "../retry";
import { digestRows, digestStatement } from "../row-digest";
import { datasetEntries, decisionLists, decisions } from "../dataset-schema";
import type { RecordedDecision } from "./comparison";
import type { CurrentPlan } from "./current-plan";
import type { StatedDecision } from "./decisions-file";
import type { ItemRef } from "@/lib/domain/continuation";
import { municipalityId } from "@/lib/domain/identifier";

/** A stored file of decisions, and how many it holds. */
export interface DecisionList {
  digest: string;
  count: number;
}

/** A file of decisions as it came. `municipality` is the one whose items stand without a prefix. */
export interface DecisionSource {
  fileName: string;
  fileId: string;
  municipality: string;
  bytes: Uint8Array;
}

/** SHA-256 in hex of what names a list: its bytes and the municipality. */
export function decisionListDigest({ fileId, municipality }: Pick<DecisionSource, "fileId" | "municipality">): string {
  return createHash("sha256").update(`ayumi-decisions\n${fileId}\n${municipality}`).digest("hex");
}

/** Whether taking a list in would change what is in force; an empty one where there is none would not. */
export function isNews(list: DecisionList, inForce: DecisionList | null): boolean {
  return list.digest !== inForce?.digest && list.count + (inForce?.count ?? 0) > 0;
}

/** Writes a file of decisions with all that it holds in one transaction, where it is not stored yet. */
export async function storeDecisionList(db: Database, source: DecisionSource, stated: readonly StatedDecision[]): Promise<DecisionList> {
  const digest = decisionListDigest(source);
  const { fileName, fileId, municipality, bytes } = source;
  return retryOnConflict(async () => {
    const stored = await db.select({ digest: decisionLists.digest }).from(decisionLists).where(eq(decisionLists.digest, digest));
    if (stored.length > 0) return { digest, count: stated.length };
    const row = { digest, fileId, municipality, fileName, ingestedAt: new Date().toISOString() };
    const list = {
      sql: "insert into decision_lists (digest, file_id, municipality, file_name, ingested_at, bytes) values (?, ?, ?, ?, ?, ?)",
      args: [...Object.values(row), bytes],
    };
    const rows = prepareRows(decisions, stated.map((decision, position) => ({ list: digest, position, ...decision })));
    const rowDigest = digestRows([prepareRows(decisionLists, [row]), rows]);
    await db.$client.batch([list, ...insertPrepared(rows), digestStatement("decisions", digest, rowDigest)], "write");
    return { digest, count: stated.length };
  });
}

/** The list that is in force in the dataset of that number, or in the newest; `null` where there is none. */
export async function findListInForce(db: Database, sequence: number = Number.MAX_SAFE_INTEGER): Promise<DecisionList | null> {
  const [row] = await db
    .select({ digest: datasetEntries.digest, count: sql<number>`(select count(*) from decisions where list = ${datasetEntries.digest})` })
    .from(datasetEntries)
    .where(sql`kind = 'decisions' and ${lte(datasetEntries.datasetSequence, sequence)}`)
    .orderBy(desc(datasetEntries.position))
    .limit(1);
  return row ?? null;
}

/** The decisions about items of a municipality's plans; of two about one pair the later. Others are left out. */
export type DecisionFinder = (municipalityId: string, plans: readonly CurrentPlan[]) => Promise<RecordedDecision[]>;

/** Reads a list once, for any number of municipalities. */
export async function createDecisionFinder(db: Database, list: DecisionList | null): Promise<DecisionFinder> {
  const rows = await listStated(db, list);
  return async (municipalityId, plans) => {
    const own = rows.filter((row) => row.municipalityIds.every((id) => id === municipalityId));
    if (own.length === 0) return [];
    const find = await indexGoals(db, plans);
    const resolved = new Map<string, RecordedDecision>();
    for (const { decision: row, municipality } of own) {
      const [predecessor, successor] = [find(row.predecessor, municipality), find(row.successor, municipality)];
      if (!predecessor || !successor) continue;
      const { level, decision, kind, reason, decidedBy, decidedOn } = row;
      const record = { decision, decidedBy, reason, decidedOn };
      resolved.set(`${row.predecessor} ${row.successor}`, { level, predecessor, successor, decision, ...(kind && { kind }), record });
    }
    return [...resolved.values()];
  };
}

/** The municipalities whose items a list decides about, by id. */
export async function listDecidedMunicipalities(db: Database, list: DecisionList | null): Promise<string[]> {
  return [...new Set((await listStated(db, list)).flatMap(({ municipalityIds }) => municipalityIds))];
}

async function listStated(db: Database, list: DecisionList | null) {
  if (!list || list.count === 0) return [];
  const rows = await db
    .select({ decision: decisions, municipality: decisionLists.municipality })
    .from(decisions)
    .innerJoin(decisionLists, eq(decisionLists.digest, decisions.list))
    .where(eq(decisions.list, list.digest))
    .orderBy(asc(decisions.position));
  return rows.map((row) => {
    const keys = [row.decision.predecessor, row.decision.successor];
    return { ...row, municipalityIds: keys.map((key) => parsePublicId(key, row.municipality).municipalityId) };
  });
}

type FindItem = (key: string, home: string) => ItemRef | null;

interface Goal extends Omit<ItemRef, "pointer"> {
  localId: string;
  position: number;
  initiatives: number;
}

/** Looks items of these plans up by public id. */
async function indexGoals(db: Database, plans: readonly CurrentPlan[]): Promise<FindItem> {
  const keys = JSON.stringify(plans.map(({ readingId, position }) => [readingId, position]));
  const rows = await db.all<Goal>(sql`
    select p.municipality, p.department, p.fiscal_year as fiscalYear, g.local_id as localId, g.position,
      (select count(*) from initiatives i
        where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position) as initiatives
    from json_each(${keys}) held
      cross join plans p on p.reading_id = held.value ->> 0 and p.position = held.value ->> 1
      cross join priority_goals g on g.reading_id = p.reading_id and g.plan_position = p.position`);
  const goals = new Map(rows.map((goal) => [`${municipalityId(goal.municipality)} ${goal.localId}`, goal]));
  return (key, home) => {
    const { municipalityId: of, localId } = parsePublicId(key, home);
    const [, goalId, number] = /^(.*?)(?:-i([1-9]\d*))?$/.exec(localId)!;
    const goal = goals.get(`${of} ${goalId}`);
    if (!goal || Number(number ?? 0) > goal.initiatives) return null;
    const { municipality, department, fiscalYear, position } = goal;
    const pointer = `/priorityGoals/${position}${number ? `/initiatives/${Number(number) - 1}` : ""}`;
    return { municipality, department, fiscalYear, pointer };
  };
}
