import type { Severity } from "@/lib/domain/message";
import type { Rating, Stage } from "@/lib/domain/plan";
import { rateBy } from "@/lib/domain/rating/value";
import type { FindingRow, GoalRow } from "@/lib/domain/rows";
import { publicId } from "../identifier";
import { readSpan } from "../schema/place-column";
import type { Placer } from "./city-order";
import { jsonList } from "./json-list";
import { planColumns } from "./plan-columns";
import { type PlanKey, type PlanScale, planKeyColumns } from "./rating-scale";
import type { PackedColumns } from "./select-packed";

/** What `goalColumns` selects. */
export interface SelectedGoal extends PlanKey {
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
  documentId: string;
  span: string | null;
  targets: [position: number, text: string, rating: Rating | null, ratingText: string | null][];
  units: (string | null)[];
  findings: [severity: Severity, rule: string, reason: string, pointer: string | null, span: string | null][];
}

/** Ties what a goal holds to the goal `g`. */
export const OF_GOAL = "reading_id = g.reading_id and plan_position = g.plan_position and goal_position = g.position";

/** Columns of the goal `g` in its plan `p` and document `d`. */
export const goalColumns: PackedColumns<SelectedGoal> = {
  localId: "g.local_id",
  planLocalId: "p.local_id",
  ...planColumns,
  stage: "p.stage",
  number: "g.number",
  title: "g.title",
  policyGoalCode: "g.policy_goal_code",
  policyGoalName: "g.policy_goal_name",
  policyArea: "g.policy_area",
  listedRating: "g.listed_rating",
  overallRating: "g.overall_rating",
  overallRatingText: "g.overall_rating_text",
  ...planKeyColumns,
  documentId: "d.id",
  span: "g.title_span",
  targets: `json(${jsonList("json_array(position, text, rating, rating_text)", `targets where ${OF_GOAL}`)})`,
  units: `json(${jsonList("responsible_unit", `initiatives where ${OF_GOAL}`)})`,
  findings: `json(${jsonList("json_array(severity, rule, reason, pointer, span)", `messages where ${OF_GOAL} and kind = 'finding'`)})`,
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
    policyGoal: row.policyGoalName === null ? null : { code: row.policyGoalCode, name: row.policyGoalName },
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
