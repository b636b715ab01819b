import { stringify } from "csv-stringify/sync";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { GoalRow } from "@/lib/domain/rows";

const COLUMNS: Record<string, (goal: GoalRow) => string | number | null> = {
  goal_id: (goal) => goal.id,
  municipality: (goal) => goal.municipality,
  department: (goal) => goal.department,
  fiscal_year: (goal) => goal.fiscalYear,
  fiscal_year_ja: (goal) => formatFiscalYear(goal.fiscalYear),
  stage: (goal) => goal.stage,
  number: (goal) => goal.number,
  title: (goal) => goal.title,
  policy_goal_code: (goal) => goal.policyGoal?.code ?? null,
  policy_goal: (goal) => goal.policyGoal?.name ?? null,
  policy_area: (goal) => goal.policyArea,
  responsible_units: (goal) => goal.responsibleUnits.join("；"),
  listed_rating: (goal) => goal.listedRating,
  overall_rating: (goal) => goal.overallRating,
  target_ratings: (goal) => goal.targets.map((target) => target.rating ?? "").join("；"),
  not_rated_reason: (goal) => (goal.overallRating ?? goal.listedRating ? null : goal.stage === "plan" ? "not_yet_evaluated" : "not_given"),
  targets: (goal) => goal.targets.length,
  initiatives: (goal) => goal.initiativeCount,
  findings: (goal) => goal.findings.length,
  document_id: (goal) => goal.documentId,
  document_line: (goal) => goal.span?.start.line ?? null,
};

/**
 * Goals as CSV (RFC 4180, CRLF, UTF-8 with byte order mark so that Excel reads it), one goal a row, in the
 * order given. A value that is absent is an empty cell; a text that a spreadsheet would take for a formula
 * is led by an apostrophe.
 */
export function printGoalsCsv(goals: readonly GoalRow[]): string {
  const rows = goals.map((goal) => Object.values(COLUMNS).map((read) => read(goal)));
  return stringify([Object.keys(COLUMNS), ...rows], { bom: true, record_delimiter: "windows", escape_formulas: true });
}
