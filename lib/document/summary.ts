import type { LineKind } from "@/lib/domain/reading";
import type { HeadedCell } from "./columns";
import type { Label } from "./labels";
import { type MappedText, sliceMapped, splitPieces, trimMapped } from "./markup";
import { isNumberCell, readNumberCell } from "./number-cell";
import { createGoalDraft, type GoalDraft } from "./plan-draft";
import type { Row } from "./row";
import { reportNotUnderstood, type Walk } from "./walk-state";

const LISTED: ReadonlySet<Label | undefined> = new Set<Label | undefined>([
  "number",
  "policyGoal",
  "policyArea",
  "goals",
  "achievement",
  "rating",
  "overallRating",
]);

/** Whether a row with these headings belongs to the summary table of priority goals. */
export function isSummaryRow(walk: Walk, labels: (Label | undefined)[], numbered: boolean): boolean {
  const found = labels.filter((label) => label !== undefined);
  if (!found.every((label) => LISTED.has(label))) return false;
  if (numbered) return true;
  if (found.includes("achievement") && found.includes("rating") && found.length === 2) return false;
  if (found.includes("policyGoal") && found.includes("policyArea")) return walk.mode === "summary" || !walk.goal || walk.goal.detailed;
  return walk.mode === "summary" && !(found.length === 1 && found[0] === "overallRating");
}

/** Takes a summary row with headings: `1 目標 (5) … 分野 … 達成状況`, or the headings of a table's columns. */
export function readSummaryHeadings(walk: Walk, cells: HeadedCell[]): LineKind {
  const { summary } = walk;
  const number = cells[0]?.hit === null ? cells[0].cell : null;
  const headings = cells.filter((cell) => cell.hit !== null);
  const valued = cells.some(({ hit }, index) => (hit ? hit.valueFrom !== null : index > 0));
  if (!number && !valued && headings.length >= 2) {
    summary.columns = headings.flatMap(({ hit, at }) => (hit ? [{ label: hit.label, at }] : []));
    return "heading";
  }
  summary.columns = null;
  summary.ratingAt = null;
  summary.pending = null;
  if (number) startListedGoal(walk, number);

  let label: Label | null = null;
  for (const { at, cell, hit } of number ? cells.slice(1) : cells) {
    if (hit) {
      label = hit.label;
      if (isRating(label)) summary.ratingAt = at;
      summary.pending = label;
      if (hit.valueFrom === null) continue;
      putListed(walk, label, trimMapped(sliceMapped(cell, hit.valueFrom)));
    } else if (label) {
      putListed(walk, label, cell);
    }
    summary.pending = null;
    if (label && isRating(label)) summary.ratingAt = null;
  }
  if (headings.length > 1) summary.pending = null;
  return number || valued ? "field" : "heading";
}

/** Takes a summary row of values alone: a title with its rating, a table's row, or a plain list's line. */
export function readSummaryText(walk: Walk, row: Row): LineKind {
  const { summary } = walk;
  const filled = row.cells.flatMap((cell, at) => (cell.text === "" ? [] : [{ at, cell }]));
  if (summary.columns) return readTableRow(walk, summary.columns, filled);
  if (summary.pending && filled.length === 1 && filled[0]) {
    putListed(walk, summary.pending, filled[0].cell);
    summary.pending = null;
    return "field";
  }
  let rest = filled;
  const first = filled[0];
  const isTitled = !walk.goal || walk.goal.listedTitle.length > 0;
  if (first && isNumberCell(first.cell.text) && (isTitled || filled.length > 1)) {
    startListedGoal(walk, first.cell);
    rest = filled.slice(1);
    if (rest.length === 0) return "field";
  } else if (first && isTitled) {
    const prefix = /^[(（【［[〔<]?\s?(?:[0-9０-９]{1,2}|[①-⑳])\s?(?:[)）】］\]〕>]|[.．、:：](?![0-9０-９])|\s|(?<=[①-⑳]))\s*/.exec(first.cell.text)?.[0];
    if (prefix) {
      startListedGoal(walk, sliceMapped(first.cell, 0, prefix.length));
      rest = [{ at: first.at, cell: trimMapped(sliceMapped(first.cell, prefix.length)) }, ...filled.slice(1)];
    } else if (summary.ratingAt === null || filled.length > 1 || first.at < summary.ratingAt) {
      startListedGoal(walk, null, first.cell);
    }
  }
  return putTitleRow(walk, rest);
}

function putTitleRow(walk: Walk, cells: { at: number; cell: MappedText }[]): LineKind {
  const { ratingAt } = walk.summary;
  let kind: LineKind = "field";
  for (const [index, { at, cell }] of cells.entries()) {
    if (ratingAt !== null && at >= ratingAt) putListed(walk, "rating", cell);
    else if (index === 0) putListed(walk, "goals", cell);
    else if (cell.text.length <= 16 && ratingAt === null && walk.goal?.listedRating.length === 0) putListed(walk, "rating", cell);
    else kind = reportNotUnderstood(walk, cell);
  }
  return kind;
}

function readTableRow(walk: Walk, columns: { label: Label; at: number }[], cells: { at: number; cell: MappedText }[]): LineKind {
  const first = cells[0];
  const numberAt = columns.find((column) => column.label === "number")?.at ?? ((columns[0]?.at ?? 0) > 0 ? 0 : -1);
  const number = first && first.at === numberAt && isNumberCell(first.cell.text) ? first.cell : null;
  startListedGoal(walk, number, first?.cell);
  let kind: LineKind = "field";
  for (const { at, cell } of number ? cells.slice(1) : cells) {
    const column = columns.findLast((candidate) => candidate.at <= at);
    if (column && column.label !== "number") putListed(walk, column.label, cell);
    else kind = reportNotUnderstood(walk, cell);
  }
  return kind;
}

/** Puts a value of the summary into the goal it belongs to, which is the next one where the current has such a value. */
function putListed(walk: Walk, label: Label, cell: MappedText): void {
  const pieces = splitPieces(cell);
  if (pieces.length === 0) return;
  const field = isRating(label) ? "listedRating" : label === "policyGoal" ? "policyGoal" : label === "policyArea" ? "policyArea" : "listedTitle";
  const continued = walk.goal?.[field].at(-1);
  const sameRow = continued && walk.row && walk.lineOf(continued) === walk.row.line;
  if (!walk.goal || (walk.goal[field].length > 0 && !sameRow)) startListedGoal(walk, null, cell);
  walk.goal?.[field].push(...pieces);
}

function startListedGoal(walk: Walk, cell: MappedText | null, heading: MappedText | undefined = cell ?? undefined): void {
  if (!heading) return;
  const goal: GoalDraft = createGoalDraft(heading);
  const number = cell && readNumberCell(cell);
  if (number) goal.number = { value: number.value, spans: [walk.span(number.text)] };
  walk.plan.goals.push(goal);
  walk.goal = goal;
}

function isRating(label: Label): boolean {
  return label === "achievement" || label === "rating" || label === "overallRating";
}
