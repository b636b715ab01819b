import { sql } from "drizzle-orm";
import type { Severity } from "@/lib/domain/message";
import type { Rating, Stage } from "@/lib/domain/plan";
import { rateBy } from "@/lib/domain/rating/value";
import type { FindingRow, GoalRow } from "@/lib/domain/rows";
import { publicId } from "../identifier";
import { readSpan } from "../schema/place-column";
import { initiatives, messages, targets } from "../schema/plans";
import type { Placer } from "./city-order";
import { packedList } from "./json-list";
import { planColumns, type SelectedPlan } from "./plan-columns";
import { readPolicyGoal } from "./policy-goal";
import { document, goal, ofGoal, plan } from "./query-tables";
import { type PlanKey, type PlanScale, planKeyColumns } from "./rating-scale";
import type { Columns } from "./select-rows";

/** What `goalColumns` selects. */
export interface SelectedGoal extends PlanKey, SelectedPlan {
  localId: string;
  planLocalId: string;
  stage: Stage;
  number: number;
  title: string;
  policyGoalCode: string | null;
  policyGoalName: string | null;
  policyArea: string | null;
  listedRating: Rating | null;
  overallRating: Rating | null;
  overallRatingText: string | null;
  documentId: string;
  span: string | null;
  targets: [position: number, text: string, rating: Rating | null, ratingText: string | null][];
  units: (string | null)[];
  findings: [severity: Severity, rule: string, reason: string, pointer: string | null, span: string | null][];
}

/** The rating of `goal`: that of its own page, or else the summary table's. */
export const RATING = sql`coalesce(${goal.overallRating}, ${goal.listedRating})`;

/** Columns of `goal` in its `plan` and `document`. */
export const goalColumns: Columns<SelectedGoal> = {
  localId: goal.localId,
  planLocalId: plan.localId,
  ...planColumns,
  stage: plan.stage,
  number: goal.number,
  title: goal.title,
  policyGoalCode: goal.policyGoalCode,
  policyGoalName: goal.policyGoalName,
  policyArea: goal.policyArea,
  listedRating: goal.listedRating,
  overallRating: goal.overallRating,
  overallRatingText: goal.overallRatingText,
  ...planKeyColumns,
  documentId: document.id,
  span: goal.titleSpan,
  targets: packedList(targets, ofGoal, (row) => sql`json_array(${row.position}, ${row.text}, ${row.rating}, ${row.ratingText})`),
  units: packedList(initiatives, ofGoal, (row) => row.responsibleUnit),
  findings: packedList(
    messages,
    (held) => sql`${ofGoal(held)} and ${held.kind} = 'finding'`,
    (row) => sql`json_array(${row.severity}, ${row.rule}, ${row.reason}, ${row.pointer}, ${row.span})`,
  ),
};

/** A selected goal as the site of `home` shows it, its ratings by its plan's scale, its place by the city's order. */
export function readGoalRow(row: SelectedGoal, home: string, { scale }: PlanScale, place: Placer): GoalRow {
  const id = publicId(row.localId, row.municipality, home);
  return {
    id,
    planId: publicId(row.planLocalId, row.municipality, home),
    municipality: row.municipality,
    department: row.department,
    fiscalYear: row.fiscalYear,
    stage: row.stage,
    number: row.number,
    title: row.title,
    policyGoal: readPolicyGoal(row.policyGoalCode, row.policyGoalName),
    policyArea: row.policyArea,
    ...placeOf(place(row)),
    listedRating: rateBy(scale, row.listedRating),
    overallRating: rateBy(scale, row.overallRating),
    overallRatingText: row.overallRatingText,
    targets: row.targets.map(([position, text, rating, ratingText]) => ({ position, text, rating: rateBy(scale, rating), ratingText })),
    initiativeCount: row.units.length,
    responsibleUnits: [...new Set(row.units.filter((unit) => unit !== null))],
    findings: readFindings(row, id),
    documentId: row.documentId,
    span: readSpan(row.span),
  };
}

/** Without what plans alone tell. */
export function placeOf({ departmentId, departmentOrder, areaOrder }: ReturnType<Placer>): Omit<ReturnType<Placer>, "changes"> {
  return { departmentId, departmentOrder, areaOrder };
}

function readFindings({ findings, planPosition, documentId }: SelectedGoal, goalId: string): FindingRow[] {
  return findings.map(([severity, rule, reason, pointer, span]) => {
    return { severity, rule, reason, pointer, span: readSpan(span), plan: planPosition, documentId, goalId };
  });
}
