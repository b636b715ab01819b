import type { LineKind } from "@/lib/domain/reading";
import { noteNumber } from "./goal-number";
import { OCCASION_CELL } from "./heading-words";
import type { Label } from "./labels";
import { type MappedText, sliceMapped, splitPieces, trimMapped } from "./markup";
import { findNumberPrefix, isNumberCell, readNumberCell } from "./number-cell";
import { findFinal } from "./occasion";
import { createGoalDraft, type GoalDraft } from "./plan-draft";
import type { Row } from "./row";
import { isRatingText, splitRating } from "./settle";
import { type HeadedCell, reportNotUnderstood, type Walk } from "./walk-state";

/** A cell and the column that it stands in. */
interface PlacedCell {
  at: number;
  cell: MappedText;
}

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
  const found = labels.filter((label) => label !== undefined && label !== "unknown" && label !== "ignored");
  if (found.length === 0) return false;
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
  reportNotUnderstood(walk, ...cells.flatMap(({ cell, hit }) => (hit?.label === "unknown" ? [cell] : [])));
  const valued = cells.some(({ hit }, index) => (hit ? hit.valueFrom !== null : index > 0));
  if (!number && !valued && headings.length >= 2) {
    const final = findFinal(headings.flatMap(({ hit }) => (hit && isRating(hit.label) ? [hit.occasion ?? null] : [])));
    const ratings = headings.filter(({ hit }) => hit !== null && isRating(hit.label));
    // The list has room for one rating of a goal, the final one.
    summary.columns = headings.flatMap(({ hit, at, cell }) => {
      const isOther =
        ratings.length > 1 && ratings.some(({ hit: each }) => each?.occasion) && ratings.some((each, index) => each.cell === cell && index !== final);
      return hit ? [{ label: isOther ? "unknown" : hit.label, at }] : [];
    });
    return "heading";
  }
  summary.columns = null;
  summary.ratingAt = null;
  summary.ignoredAt = Infinity;
  summary.reported = false;
  summary.pending = null;
  if (number) startListedGoal(walk, number);

  // 分野 | 防災 | 中間 | 最終: the list has room for one rating of a goal, the final one.
  const occasions = cells.filter(
    ({ cell, hit }, index) => index > 0 && OCCASION_CELL.test(cell.text) && (hit === null || (isRating(hit.label) && hit.valueFrom === null)),
  );
  const final = occasions.length > 1 ? occasions[findFinal(occasions.map(({ cell }) => cell.text))] : undefined;

  let label: Label | null = null;
  for (const { at, cell, hit } of number ? cells.slice(1) : cells) {
    if (final && occasions.some((each) => each.cell === cell)) {
      walk.headings.push(cell);
      summary.ratingAt = final.at;
      continue;
    }
    if (hit) {
      walk.headings.push(sliceMapped(cell, 0, hit.valueFrom ?? cell.text.length));
      label = hit.label;
      if (label === "ignored" || label === "unknown") summary.ignoredAt = Math.min(at, summary.ignoredAt);
      if (label === "unknown") summary.reported = true;
      if (isRating(label)) summary.ratingAt = at;
      summary.pending = label;
      if (hit.valueFrom === null || label === "unknown") continue;
      putListed(walk, label, trimMapped(sliceMapped(cell, hit.valueFrom)));
    } else if (label === "unknown") {
      reportNotUnderstood(walk, cell);
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
  const cells = row.cells.flatMap((cell, at) => (cell.text === "" ? [] : [{ at, cell }]));
  const own = cells.filter(({ at }) => at < summary.ignoredAt);
  const passed = cells.flatMap(({ at, cell }) => (at >= summary.ignoredAt ? [cell] : []));
  if (summary.reported) reportNotUnderstood(walk, ...passed);
  else walk.ignored.push(...passed);
  if (own.length === 0 && cells.length > 0) return "field";
  const filled = splitRow(walk, own);
  if (summary.columns) return readTableRow(walk, summary.columns, filled);
  if (summary.pending && isRating(summary.pending) && filled.length === 1 && !isRatingText(walk, filled[0]!.cell.text)) {
    return readBelowRating(walk, filled[0]!.cell);
  }
  if (summary.pending && filled.length === 1 && filled[0]) {
    putListed(walk, summary.pending, filled[0].cell);
    summary.pending = null;
    return "field";
  }
  let rest = filled;
  const first = filled[0];
  // A rating alone in a row of its own is that of the title above.
  if (first && filled.length === 1 && walk.goal?.listedRating.length === 0 && walk.goal.listedTitle.length > 0 && isRatingText(walk, first.cell.text)) {
    putListed(walk, "rating", first.cell);
    return "field";
  }
  const isTitled = !walk.goal || walk.goal.listedTitle.length > 0;
  if (first && isNumberCell(first.cell.text) && (isTitled || filled.length > 1)) {
    startListedGoal(walk, first.cell);
    rest = filled.slice(1);
    if (rest.length === 0) return "field";
  } else if (first && isTitled) {
    const prefix = findNumberPrefix(first.cell.text);
    if (prefix) {
      startListedGoal(walk, sliceMapped(first.cell, 0, prefix.length));
      rest = [{ at: first.at, cell: trimMapped(sliceMapped(first.cell, prefix.length)) }, ...filled.slice(1)];
    } else if (summary.ratingAt === null || filled.length > 1 || first.at < summary.ratingAt) {
      startListedGoal(walk, null, first.cell);
    }
  }
  return putTitleRow(walk, rest);
}

/** A cell a line: below 達成状況 stands the title, then the rating, or the next goal's number where there is none. */
function readBelowRating(walk: Walk, cell: MappedText): LineKind {
  if (isNumberCell(cell.text)) {
    walk.summary.pending = null;
    startListedGoal(walk, cell);
    return "field";
  }
  if (walk.goal && walk.goal.listedTitle.length > 0) {
    putListed(walk, walk.summary.pending!, cell);
    walk.summary.pending = null;
  } else putListed(walk, "goals", cell);
  return "field";
}

/** A row of which blanks part the cells: a number before the title, a rating behind it. */
function splitRow(walk: Walk, filled: PlacedCell[]): PlacedCell[] {
  const [only] = filled;
  const { summary, goal } = walk;
  if (!only || filled.length > 1) return filled;
  const { cell } = only;
  const prefix = findNumberPrefix(cell.text) ?? "";
  const isTitle = prefix !== "" || summary.blanks || summary.ratingAt !== null;
  const split = isTitle && !isNumberCell(cell.text) && !isRatingText(walk, cell.text) ? splitRating(walk, cell) : null;
  const title = split?.[0] ?? cell;
  if (prefix.length >= title.text.length) return filled;
  const cells = summary.columns && prefix !== "" ? [trimMapped(sliceMapped(title, 0, prefix.length)), trimMapped(sliceMapped(title, prefix.length))] : [title];
  const columns = summary.columns ?? [];
  const places = [columns.find(({ label }) => label === "goals")?.at, columns.find(({ label }) => isRating(label))?.at ?? summary.ratingAt];
  if (cells.length === 1 && !split) return filled;
  return [
    ...cells.map((each, index) => ({ at: index === cells.length - 1 ? (places[0] ?? (goal ? only.at : 0)) : -1, cell: each })),
    ...(split ? [{ at: places[1] ?? only.at + 1, cell: split[1] }] : []),
  ];
}

/** Puts a title with its rating, in whichever column that stands. */
function putTitleRow(walk: Walk, cells: PlacedCell[]): LineKind {
  const { ratingAt } = walk.summary;
  const isFree = walk.goal?.listedRating.length === 0;
  const known = isFree && cells.length > 1 ? cells.findLast(({ cell }) => isRatingText(walk, cell.text)) : undefined;
  const isTitled = (walk.goal?.listedTitle.length ?? 0) > 0 || cells.length > 1;
  const placed = ratingAt === null ? undefined : cells.find(({ at, cell }) => at >= ratingAt && (isTitled || isRatingText(walk, cell.text)));
  const short = ratingAt === null && isFree && !known ? cells.find(({ cell }, index) => index > 0 && cell.text.length <= 16) : undefined;
  const rating = placed && isRatingText(walk, placed.cell.text) ? placed : (known ?? placed ?? short);
  const titles = cells.filter((each) => each !== rating);
  const [title, ...others] = titles;
  if (title) putListed(walk, "goals", title.cell);
  if (rating) putListed(walk, "rating", rating.cell);
  return others.length > 0 ? reportNotUnderstood(walk, ...others.map(({ cell }) => cell)) : "field";
}

function readTableRow(walk: Walk, columns: { label: Label; at: number }[], cells: { at: number; cell: MappedText }[]): LineKind {
  const first = cells[0];
  const numberAt = columns.find((column) => column.label === "number")?.at ?? ((columns[0]?.at ?? 0) > 0 ? 0 : -1);
  const number = first && (first.at === numberAt || first.at === -1) && isNumberCell(first.cell.text) ? first.cell : null;
  startListedGoal(walk, number, first?.cell);
  let kind: LineKind = "field";
  for (const { at, cell } of number ? cells.slice(1) : cells) {
    const column = columns.findLast((candidate) => candidate.at <= at);
    if (column && column.label !== "number" && column.label !== "unknown") putListed(walk, column.label, cell);
    else kind = reportNotUnderstood(walk, cell);
  }
  return kind;
}

/** Puts a value of the summary into the goal it belongs to, which is the next one where the current has such a value. */
function putListed(walk: Walk, label: Label, cell: MappedText): void {
  const pieces = splitPieces(cell);
  if (pieces.length === 0) return;
  if (label === "ignored") {
    walk.ignored.push(...pieces);
    return;
  }
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
  if (number) noteNumber(walk, goal, number);
  walk.plan.goals.push(goal);
  walk.goal = goal;
}

function isRating(label: Label): boolean {
  return label === "achievement" || label === "rating" || label === "overallRating";
}
