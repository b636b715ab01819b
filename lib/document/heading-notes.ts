import { isNoteLine, OCCASION_CELL } from "./heading-words";
import type { Label } from "./labels";
import type { MappedText } from "./markup";
import { findFinal, findOccasion } from "./occasion";
import { recognizeLabel } from "./recognize";
import type { Row } from "./row";
import type { Column, Walk } from "./walk-state";

const RATED: ReadonlySet<Label> = new Set<Label>(["rating", "overallRating", "initiativeRating"]);

/** Characters of the longest note. */
const LONGEST = 30;

interface PlacedCell {
  at: number;
  cell: MappedText;
}

/**
 * Takes a row right below headings that says more of them and holds no value: notes in brackets (（数値）, （3月末）), or the
 * occasions of a rating's column (中間 | 最終). `false` where the row is none.
 */
export function readHeadingNotes(walk: Walk, row: Row): boolean {
  const { open } = walk;
  const isListed = walk.mode === "summary" && !open && walk.summary.columns !== null;
  const isFresh = open !== null && open.cursor < 0 && open.held.length === 0 && open.columns.every(({ pieces }) => pieces.length === 0);
  // Most rows are no such ones, and are told from them by their length.
  if ((!isListed && !isFresh) || row.cells.some(({ text }) => text.length > LONGEST)) return false;
  const filled = row.cells.flatMap((cell, at) => (cell.text === "" ? [] : [{ at, cell }]));
  if (filled.length === 0) return false;
  if (isListed || !open) return splitListed(walk, filled);
  const columnOf = ({ at }: PlacedCell) => (open.columns.length === 1 ? open.columns[0]! : open.columns.findLast((column) => column.at <= at));
  if (!filled.every(({ cell }) => OCCASION_CELL.test(cell.text) || isNoteLine(cell.text, true))) return false;
  const isFollowed = hasValueBelow(walk);
  const isHeading = ({ text }: MappedText) => recognizeLabel(text, { officers: false, goalHead: true, form: walk.form }) !== null;
  const isNote = (each: PlacedCell) => isNoteLine(each.cell.text, isFollowed) && !isHeading(each.cell) && columnOf(each)?.hit.label !== "unit";
  const isOccasion = (each: PlacedCell) => OCCASION_CELL.test(each.cell.text) && RATED.has(columnOf(each)?.hit.label as Label);
  const occasions = filled.filter(isOccasion);
  if (occasions.length === 1 || !filled.every((each) => isNote(each) || isOccasion(each))) return false;
  walk.headings.push(...filled.map(({ cell }) => cell));
  for (const each of filled) {
    const column = columnOf(each);
    if (isNote(each) && column && RATED.has(column.hit.label)) column.hit.occasion ??= findOccasion(each.cell.text);
  }
  open.columns = open.columns.flatMap((column) =>
    splitColumn(
      column,
      occasions.filter((each) => columnOf(each) === column),
    ),
  );
  open.line = row.lastLine ?? row.line;
  return true;
}

/** Whether the next text is no heading. */
function hasValueBelow({ rows, at, form }: Walk): boolean {
  const next = rows.slice(at + 1, at + 10).find((row) => row.form === "text");
  const cell = next?.cells.find(({ text }) => text !== "");
  return cell !== undefined && recognizeLabel(cell.text, { officers: false, goalHead: true, form }) === null;
}

/** A column of ratings as one for each occasion. */
function splitColumn(column: Column, occasions: readonly PlacedCell[]): Column[] {
  if (occasions.length === 0) return [column];
  return occasions.map(({ at, cell }) => ({ ...column, at, hit: { ...column.hit, occasion: cell.text }, pieces: [] }));
}

/** The list has room for one rating of a goal, the final one. */
function splitListed({ summary, headings }: Walk, filled: readonly PlacedCell[]): boolean {
  const { columns } = summary;
  const rated = columns?.findLast(({ label }) => label === "achievement" || label === "rating" || label === "overallRating");
  if (!columns || !rated || filled.length < 2 || !filled.every(({ at, cell }) => at >= rated.at && OCCASION_CELL.test(cell.text))) return false;
  const final = findFinal(filled.map(({ cell }) => cell.text));
  headings.push(...filled.map(({ cell }) => cell));
  const split = filled.map(({ at }, index) => ({ label: index === final ? rated.label : ("unknown" as const), at }));
  summary.columns = columns.flatMap((column) => (column === rated ? split : [column]));
  return true;
}
