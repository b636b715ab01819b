import { sql } from "drizzle-orm";
import type { Database } from "../client";
import type { Stage } from "@/lib/domain/plan";

/** A reading as a dataset holds it: the place of its entry, and that of the first entry of its document. */
export interface HeldReading {
  readingId: number;
  position: number;
  documentPosition: number;
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

/**
 * The plans that a dataset of these readings shows, by municipality, year and department: the same as
 * `db/queries/current.ts` selects, but also of a dataset that is still to be written.
 */
export async function findCurrentPlans(db: Database, held: readonly HeldReading[]): Promise<CurrentPlan[]> {
  const newest = new Map<number, HeldReading>();
  for (const reading of held.toSorted((a, b) => a.position - b.position)) newest.set(reading.documentPosition, reading);
  const documentPositions = new Map([...newest.values()].map(({ readingId, documentPosition }) => [readingId, documentPosition]));
  const rows = await db.all<CurrentPlan>(sql`
    select p.reading_id as readingId, r.digest as readingDigest, p.position, p.municipality, p.municipality_id as municipalityId,
      p.fiscal_year as fiscalYear, p.department_id as departmentId, p.stage
    from json_each(${JSON.stringify([...documentPositions.keys()])}) held
      join plans p on p.reading_id = held.value join readings r on r.id = p.reading_id
    order by p.municipality_id, p.fiscal_year, p.department_id`);
  const rank = ({ stage, readingId, position }: CurrentPlan) => [stage === "evaluated" ? 1 : 0, documentPositions.get(readingId)!, position];
  const current = new Map<string, CurrentPlan>();
  for (const plan of rows) {
    const key = `${plan.municipalityId} ${plan.fiscalYear} ${plan.departmentId}`;
    const rival = current.get(key);
    if (!rival || isAbove(rank(plan), rank(rival))) current.set(key, plan);
  }
  return [...current.values()];
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at !== -1 && one[at]! > other[at]!;
}
