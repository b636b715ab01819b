import { sql } from "drizzle-orm";
import type { Stage } from "@/lib/domain/plan";
import type { Database } from "../connection/database";
import type { WithdrawalEvent } from "../schema/intake";
import { listWithdrawn } from "../withdrawal/withdrawal";

/** A reading as a dataset holds it: the place of its entry, and that of the first entry of its document. */
export interface HeldReading {
  readingId: number;
  position: number;
  documentPosition: number;
}

/** What a dataset holds: all entries up to that of a number, and readings that are still to be written. */
export interface Holding {
  sequence: number;
  added: readonly HeldReading[];
  /** A document that is still to be taken or given back. */
  turned?: { documentPosition: number; event: WithdrawalEvent } | null;
}

/** A plan that a dataset shows, by name and place. `position` is its place in its reading. */
export interface CurrentPlan {
  readingId: number;
  readingDigest: string;
  position: number;
  municipality: string;
  municipalityId: string;
  fiscalYear: number;
  departmentId: string;
  stage: Stage;
}

type Row = CurrentPlan & { documentPosition: number | null };

/**
 * Looks up the plans of a municipality that a dataset shows, by year and department: the same as
 * `db/queries/current.ts` selects, but also of a dataset that is still to be written.
 */
export function createPlanFinder(db: Database, { sequence, added, turned = null }: Holding): (municipalityId: string) => Promise<CurrentPlan[]> {
  const newest = new Map<number, HeldReading>();
  for (const reading of added.toSorted((a, b) => a.position - b.position)) newest.set(reading.documentPosition, reading);
  const addedReadings = new Map([...newest.values()].map((reading) => [reading.readingId, reading.documentPosition]));
  let listing: Promise<number[]> | null = null;
  return async (municipalityId) => {
    const withdrawn = new Set(await (listing ??= listWithdrawn(db, sequence)));
    if (turned) withdrawn[turned.event === "withdrawal" ? "add" : "delete"](turned.documentPosition);
    const rows = await db.all<Row>(sql`
      select p.reading_id as readingId, r.digest as readingDigest, p.position, p.municipality, p.municipality_id as municipalityId,
        p.fiscal_year as fiscalYear, p.department_id as departmentId, p.stage,
        (select e.document_position from dataset_entries e where e.reading_id = p.reading_id and e.dataset_sequence <= ${sequence}
          and not exists (select 1 from dataset_entries later where later.document_position = e.document_position
            and later.position > e.position and later.dataset_sequence <= ${sequence})) as documentPosition
      from plans p cross join readings r on r.id = p.reading_id
      where p.municipality_id = ${municipalityId}
      order by p.fiscal_year, p.department_id`);
    const current = new Map<string, Row>();
    for (const row of rows) {
      const replaced = row.documentPosition !== null && newest.has(row.documentPosition);
      const documentPosition = addedReadings.get(row.readingId) ?? (replaced ? null : row.documentPosition);
      if (documentPosition === null) continue;
      if (withdrawn.has(documentPosition)) continue;
      const plan = { ...row, documentPosition };
      const key = `${plan.fiscalYear} ${plan.departmentId}`;
      const rival = current.get(key);
      if (!rival || isAbove(rank(plan), rank(rival))) current.set(key, plan);
    }
    return [...current.values()];
  };
}

/** The municipalities that these readings have plans of, and earlier readings of the same documents, by id. */
export async function findTouched(db: Database, added: readonly HeldReading[]): Promise<string[]> {
  const readings = JSON.stringify(added.map(({ readingId }) => readingId));
  const documents = JSON.stringify(added.flatMap(({ position, documentPosition }) => (documentPosition < position ? [documentPosition] : [])));
  const rows = await db.all<{ id: string }>(sql`
    select municipality_id as id from json_each(${readings}) held cross join plans p on p.reading_id = held.value
    union
    select municipality_id from json_each(${documents}) held cross join dataset_entries e on e.document_position = held.value
      cross join plans p on p.reading_id = e.reading_id
    order by 1`);
  return rows.map(({ id }) => id);
}

/** The municipalities that the dataset of that number, or an earlier one, shows plans of, by id. */
export async function listMunicipalityIds(db: Database, sequence: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    select distinct p.municipality_id as id from dataset_entries e cross join plans p on p.reading_id = e.reading_id
    where e.dataset_sequence <= ${sequence} order by 1`);
  return rows.map(({ id }) => id);
}

function rank({ stage, documentPosition, position }: Row): number[] {
  return [stage === "evaluated" ? 1 : 0, documentPosition!, position];
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at !== -1 && one[at]! > other[at]!;
}
