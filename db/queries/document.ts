import { asc, eq, sql } from "drizzle-orm";
import { decodeText } from "@/lib/document/decode";
import { LIMITS } from "@/lib/domain/limits";
import type { Message } from "@/lib/domain/message";
import type { DatasetRow, DocumentDetail, FindingRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { publicId } from "../identifier";
import { unpackLineKinds } from "../schema/line-kinds";
import { messages, plans } from "../schema/plans";
import { documents } from "../schema/readings";
import { aliasTable } from "./aliased-table";
import { currentGoals, isNewest } from "./current";
import { documentColumns, readDocumentRow, type SelectedDocument } from "./document-row";
import { document, entry, goal, plan, reading, readingText } from "./query-tables";
import { readPlans } from "./reading-plans";
import { type Columns, selectRows } from "./select-rows";

type Row = SelectedDocument & { lines: string; bytes: ArrayBuffer | null; text: string | null; linePlaces: string | null };

const own = aliasTable(plans, "own");

const COLUMNS: Columns<Row> = {
  ...documentColumns,
  lines: reading.lines,
  text: readingText.text,
  linePlaces: readingText.places,
  // Of a file that is no text, its text says all that is shown.
  bytes: sql`case when ${readingText.text} is null then ${document.bytes} end`,
};

/** A document of a dataset whole, with what became of each line and as many messages as a reading may have; `null` where the dataset does not hold it. */
export async function findDocument(db: Database, dataset: DatasetRow, id: string): Promise<DocumentDetail | null> {
  const home = homeMunicipality();
  const [row] = await selectRows<Row>(
    db,
    COLUMNS,
    sql`from ${document.table} join ${reading.table} on ${reading.documentId} = ${document.id} join ${entry.table} on ${entry.readingId} = ${reading.id}
    left join ${readingText.table} on ${readingText.readingId} = ${reading.id}
    where ${document.id} = ${id} and ${isNewest(dataset)}`,
    { sequence: dataset.sequence },
  );
  if (!row) return null;
  const plans = await readPlans(db, row.readingId);
  const stored = await db.select().from(messages).where(eq(messages.readingId, row.readingId)).orderBy(asc(messages.position)).limit(LIMITS.messages);
  const messageCount = stored.length < LIMITS.messages ? stored.length : await db.$count(messages, eq(messages.readingId, row.readingId));
  const shown = await readShownGoals(db, dataset, row.readingId);
  const goals = new Map(
    plans.map((plan) => [plan, plan.localGoalIds.map((localId) => ({ id: publicId(localId, plan.plan.municipality, home), shown: shown.has(localId) }))]),
  );
  const toMessage = ({ severity, rule, reason, span, planPosition, pointer }: (typeof stored)[number]): Message => {
    return { severity, rule, reason, span, plan: planPosition, pointer };
  };
  return {
    ...readDocumentRow(row, home),
    text: row.text ?? decodeText(new Uint8Array(row.bytes!)).text,
    linePlaces: row.linePlaces === null ? null : (JSON.parse(row.linePlaces) as string[]),
    lines: unpackLineKinds(row.lines),
    readings: plans.map((plan) => ({
      planId: publicId(plan.localId, plan.plan.municipality, home),
      plan: plan.plan,
      goals: goals.get(plan)!,
      places: plan.places,
    })),
    messageCount,
    messages: stored.filter(({ kind }) => kind === "reading").map(toMessage),
    findings: stored
      .filter(({ kind }) => kind === "finding")
      .map((finding): FindingRow => {
        const plan = plans.find(({ position }) => position === finding.planPosition);
        const goal = plan && finding.goalPosition !== null ? goals.get(plan)![finding.goalPosition] : undefined;
        return { ...toMessage(finding), documentId: id, goalId: goal?.shown ? goal.id : null };
      }),
  };
}

/** Ids of the goals that have a page, of the departments and years that a reading tells of: a newer document may hold fewer. */
async function readShownGoals(db: Database, dataset: DatasetRow, readingId: number): Promise<Set<string>> {
  const rows = await db.all<{ shown: string }>(sql`
    select ${goal.localId} as shown ${currentGoals(dataset)} and exists (
      select 1 from ${own.table} where ${own.readingId} = ${readingId} and ${own.municipalityId} = ${plan.municipalityId}
        and ${own.fiscalYear} = ${plan.fiscalYear} and ${own.departmentId} = ${plan.departmentId})`);
  return new Set(rows.map(({ shown }) => shown));
}

/** A stored document's bytes as they came, with its first file name; `null` where there is none of that id. */
export async function readDocumentBytes(db: Database, id: string): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const [row] = await db.select({ fileName: documents.fileName, bytes: documents.bytes }).from(documents).where(eq(documents.id, id));
  return row ? { fileName: row.fileName, bytes: new Uint8Array(row.bytes) } : null;
}
