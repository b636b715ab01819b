import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { homeMunicipality } from "../config";
import { publicId } from "../identifier";
import { readSpan } from "../place-column";
import { currentPlans } from "./current";
import type { Severity } from "@/lib/domain/message";
import type { DatasetRow, FindingRow } from "@/lib/domain/rows";

interface Row {
  severity: Severity;
  rule: string;
  reason: string;
  pointer: string | null;
  span: string | null;
  plan: number;
  documentId: string;
  goalLocalId: string | null;
  municipality: string;
}

/** Findings about a dataset's current plans, the newest year first, in the order of their documents. */
export async function listFindings(db: Database, dataset: DatasetRow): Promise<FindingRow[]> {
  const rows = await db.all<Row>(sql`
    select m.severity, m.rule, m.reason, m.pointer, m.span, m.plan_position as plan, d.id as documentId,
      g.local_id as goalLocalId, p.municipality
    ${currentPlans(
      dataset,
      sql`cross join messages m on m.reading_id = p.reading_id and m.plan_position = p.position
        left join priority_goals g on g.reading_id = m.reading_id and g.plan_position = m.plan_position and g.position = m.goal_position`,
    )}
      and m.kind = 'finding'
    order by p.fiscal_year desc, e.document_position, p.position, m.position`);
  const home = homeMunicipality();
  return rows.map(({ goalLocalId, municipality, span, ...finding }) => ({
    ...finding,
    span: readSpan(span),
    goalId: goalLocalId === null ? null : publicId(goalLocalId, municipality, home),
  }));
}
