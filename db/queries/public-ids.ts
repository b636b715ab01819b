import { sql } from "drizzle-orm";
import type { DatasetRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { publicId } from "../identifier";
import { currentGoals, isNewest } from "./current";
import { document, entry, goal, plan, reading } from "./query-tables";
import { type Columns, selectRows } from "./select-rows";

const GOAL_COLUMNS: Columns<{ localId: string; municipality: string }> = { localId: goal.localId, municipality: plan.municipality };
const DOCUMENT_COLUMNS: Columns<{ id: string }> = { id: document.id };

/** Ids of all goals that a dataset shows, of every municipality: the newest year first, then by the plan's id and the goal's place. */
export async function listGoalIds(db: Database, { sequence }: Pick<DatasetRow, "sequence">): Promise<string[]> {
  const home = homeMunicipality();
  const rows = await selectRows(
    db,
    GOAL_COLUMNS,
    sql`${currentGoals({ sequence })} order by ${plan.fiscalYear} desc, ${plan.municipality} <> ${home}, ${plan.municipality}, ${plan.localId}, ${goal.position}`,
  );
  return rows.map(({ localId, municipality }) => publicId(localId, municipality, home));
}

/** Ids of all documents that a dataset holds, in the order they came. */
export async function listDocumentIds(db: Database, { sequence }: Pick<DatasetRow, "sequence">): Promise<string[]> {
  const rows = await selectRows(
    db,
    DOCUMENT_COLUMNS,
    sql`from ${entry.table} cross join ${reading.table} on ${reading.id} = ${entry.readingId} cross join ${document.table} on ${document.id} = ${reading.documentId}
    where ${entry.readingId} is not null and ${isNewest({ sequence })} order by ${entry.documentPosition}`,
  );
  return rows.map(({ id }) => id);
}
