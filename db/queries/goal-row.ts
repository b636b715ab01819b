import { sql } from "drizzle-orm";
import { publicId } from "../identifier";
import { readSpan } from "../place-column";
import type { Severity } from "@/lib/domain/message";
import type { Rating, Stage } from "@/lib/domain/plan";
import type { FindingRow, GoalRow } from "@/lib/domain/rows";

/** What `goalColumns` selects. */
export interface SelectedGoal {
  localId: string;
  planLocalId: string;
  municipality: string;
  department: string;
  departmentId: string;
  fiscalYear: number;
  stage: Stage;
  number: number;
  title: string;
  policyGoalCode: string | null;
  policyGoalName: string | null;
  policyArea: string | null;
  listedRating: Rating | null;
  overallRating: Rating | null;
  overallRatingText: string | null;
  planPosition: number;
  documentId: string;
  span: string | null;
  targets: string;
  units: string;
  findings: string;
}

/** Columns of the goal `g` in its plan `p` and document `d`. */
export const goalColumns = sql.raw(`
  g.local_id as localId, p.local_id as planLocalId, p.municipality, p.department, p.department_id as departmentId,
  p.fiscal_year as fiscalYear, p.stage, g.number, g.title, g.policy_goal_code as policyGoalCode,
  g.policy_goal_name as policyGoalName, g.policy_area as policyArea, g.listed_rating as listedRating,
  g.overall_rating as overallRating, g.overall_rating_text as overallRatingText, p.position as planPosition,
  d.id as documentId, g.title_span as span,
  (select json_group_array(json_array(t.position, t.text, t.rating, t.rating_text) order by t.position) from targets t
    where t.reading_id = g.reading_id and t.plan_position = g.plan_position and t.goal_position = g.position) as targets,
  (select json_group_array(i.responsible_unit order by i.position) from initiatives i
    where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position) as units,
  (select json_group_array(json_array(m.severity, m.rule, m.reason, m.pointer, m.span) order by m.position) from messages m
    where m.reading_id = g.reading_id and m.plan_position = g.plan_position and m.goal_position = g.position
      and m.kind = 'finding') as findings`);

/** A selected goal as the site of `home` shows it. */
export function readGoalRow(row: SelectedGoal, home: string): GoalRow {
  const id = publicId(row.localId, row.municipality, home);
  const units = JSON.parse(row.units) as (string | null)[];
  return {
    id,
    planId: publicId(row.planLocalId, row.municipality, home),
    municipality: row.municipality,
    department: row.department,
    departmentId: row.departmentId,
    fiscalYear: row.fiscalYear,
    stage: row.stage,
    number: row.number,
    title: row.title,
    policyGoal: row.policyGoalName === null ? null : { code: row.policyGoalCode, name: row.policyGoalName },
    policyArea: row.policyArea,
    listedRating: row.listedRating,
    overallRating: row.overallRating,
    overallRatingText: row.overallRatingText,
    targets: (JSON.parse(row.targets) as [number, string, string | null, string | null][]).map(
      ([position, text, rating, ratingText]) => ({ position, text, rating, ratingText }),
    ),
    initiativeCount: units.length,
    responsibleUnits: [...new Set(units.filter((unit) => unit !== null))],
    findings: readFindings(row, id),
    documentId: row.documentId,
    span: readSpan(row.span),
  };
}

function readFindings({ findings, planPosition, documentId }: SelectedGoal, goalId: string): FindingRow[] {
  const rows = JSON.parse(findings) as [Severity, string, string, string | null, string | null][];
  return rows.map(([severity, rule, reason, pointer, span]) => {
    return { severity, rule, reason, pointer, span: readSpan(span), plan: planPosition, documentId, goalId };
  });
}
