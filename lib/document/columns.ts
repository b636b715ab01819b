import type { LineKind } from "@/lib/domain/reading";
import { collectEntry } from "./collect";
import type { Label } from "./labels";
import { sliceMapped, splitPieces } from "./markup";
import { isNumberCell } from "./number-cell";
import type { Entry } from "./plan-draft";
import type { Row } from "./row";
import { readScaleInHeading } from "./scale-rows";
import { pairLines, reportUnparted, settleBlanks } from "./settle";
import { type Column, type HeadedCell, type OpenColumns, reportNotUnderstood, type Walk } from "./walk-state";

const SHORT: ReadonlySet<Label> = new Set<Label>([
  "municipality",
  "year",
  "number",
  "department",
  "officer",
  "policyGoal",
  "policyArea",
  "unit",
  "rating",
  "overallRating",
]);
/** What others refer to: collected first of its row, wherever its column stands. */
const ITEMS: ReadonlySet<Label> = new Set<Label>(["goal", "goals", "department", "target", "initiative"]);

/** Takes a row of headings, with values in the same row or in the rows that follow. */
export function openColumns(walk: Walk, row: Row, cells: HeadedCell[]): LineKind {
  if (!isAbove(walk, row, cells)) closeColumns(walk);
  reportNotUnderstood(walk, ...cells.flatMap(({ cell, hit }) => (hit?.label === "unknown" ? [cell] : [])));
  const columns: Column[] = [];
  let valued = false;
  for (const { at, cell, hit } of cells) {
    const last = columns.at(-1);
    if (hit) {
      walk.headings.push(sliceMapped(cell, 0, hit.valueFrom ?? cell.text.length));
      const pieces = hit.valueFrom === null ? [] : splitPieces(sliceMapped(cell, hit.valueFrom));
      if (hit.occasion !== undefined) readScaleInHeading(walk, cell, hit.to);
      const number = hit.number && sliceMapped(cell, hit.number.from, hit.number.to);
      columns.push({ at, hit, heading: sliceMapped(cell, hit.from, hit.to), number, pieces });
      valued ||= pieces.length > 0;
    } else if (last) {
      last.pieces.push(...splitPieces(cell));
      valued = true;
    }
  }
  if (!valued) {
    const above = takeAbove(walk, row, columns);
    const sealed = row.piped && row.cells.length > columns.length;
    walk.open = { columns, piped: row.piped, cursor: -1, sealed, line: row.lastLine ?? row.line, above, blanks: row.blanks, held: [] };
    return "heading";
  }
  const empty = columns.filter((column) => column.pieces.length === 0);
  const last = columns.at(-1);
  const open = empty.length > 0 ? empty : last && !SHORT.has(last.hit.label) ? [last] : [];
  const opened = new Set(open);
  collectColumns(
    walk,
    columns.filter((column) => !opened.has(column)),
  );
  const rest = { cursor: -1, sealed: row.piped, line: row.line, above: [], blanks: undefined, held: [] };
  walk.open = open.length > 0 ? { columns: open, piped: row.piped && columns.length > 1, ...rest } : null;
  return "field";
}

/** What stands beside the rating of a target or an initiative. */
const OF_ITEMS: ReadonlySet<Label> = new Set<Label>(["target", "achievement", "initiative", "result", "unit"]);
/** Headings that belong to one table. */
const FAMILIES: readonly (readonly Label[])[] = [
  ["target", "achievement", "rating"],
  ["initiative", "result", "rating", "unit"],
  ["assessment", "overallRating"],
];

/** Whether a heading alone stands right below one of the same table that is empty, as in a table of which each cell has a line. */
function isAbove({ open }: Walk, row: Row, cells: HeadedCell[]): boolean {
  const [only] = cells;
  const last = open?.columns[0];
  if (!open || !last || open.columns.length > 1 || open.piped || cells.length > 1 || row.piped || only?.hit?.valueFrom !== null) return false;
  // A target or an initiative begins the next record.
  if (last.pieces.length > 0 || open.line !== row.line - 1 || ITEMS.has(only.hit.label)) return false;
  const labels = [...open.above.map(({ hit }) => hit.label), last.hit.label, only.hit.label];
  return new Set(labels).size === labels.length && FAMILIES.some((family) => labels.every((label) => family.includes(label)));
}

function takeAbove(walk: Walk, row: Row, columns: readonly Column[]): Column[] {
  const { open } = walk;
  if (!open || columns.length > 1 || row.piped) return [];
  return [...open.above, ...open.columns];
}

/** Takes a row of text as values of the open headings; `false` where it cannot belong to them. */
export function fillColumns(walk: Walk, row: Row): boolean {
  const open = walk.open;
  const first = open?.columns[0];
  const last = open?.columns.at(-1);
  if (!open || !first || !last) return false;
  if (!row.piped && (open.sealed || (open.piped && open.cursor >= 0))) return false;
  if (open.blanks && !row.piped) {
    open.held.push(row);
    return true;
  }
  if (open.columns.length === 1 && !(open.piped && row.piped)) return fillOne(walk, first, row);
  if (open.piped && !row.piped) return false;
  const isWhole = open.cursor >= last.at;
  if (!row.piped && isWhole && row.cells.length === 1 && !SHORT.has(last.hit.label) && last.hit.label !== "ignored") {
    last.pieces.push(...row.cells.flatMap(splitPieces));
    return true;
  }
  if (row.piped || isWhole || open.cursor < 0) {
    if (open.cursor >= 0) collectColumns(walk, open.columns);
    open.cursor = 0;
  }
  for (const [index, cell] of row.cells.entries()) {
    const at = open.cursor + index;
    const column = open.columns.findLast((candidate) => candidate.at <= at) ?? first;
    column.pieces.push(...splitPieces(cell));
  }
  open.cursor += row.cells.length - 1;
  return true;
}

/** One heading has one cell below it: what stands beside that has no heading. */
function fillOne(walk: Walk, column: Column, row: Row): boolean {
  const filled = row.cells.filter(({ text }) => text !== "");
  // 1 | 備えます。: the number of a list belongs to its text.
  const count = filled.length === 2 && isNumberCell(filled[0]!.text) ? 2 : 1;
  const others = filled.slice(count);
  column.pieces.push(...filled.slice(0, count).flatMap(splitPieces));
  if (others.length > 0) reportNotUnderstood(walk, ...others);
  return true;
}

/** Ends the open headings: what follows belongs to others. */
export function closeColumns(walk: Walk): void {
  const open = walk.open;
  walk.open = null;
  if (!open) return;
  if (open.above.length > 0) return closeLines(walk, open);
  if (open.held.length > 0) {
    const records = settleBlanks(walk, open);
    if (!records)
      reportUnparted(
        walk,
        open.held.flatMap(({ cells }) => cells.filter(({ text }) => text !== "")),
      );
    for (const record of records ?? []) {
      for (const [at, column] of open.columns.entries()) column.pieces = [...record[at]!];
      collectColumns(walk, open.columns);
    }
    if (records) return;
  }
  collectColumns(walk, open.columns);
}

/** Ends headings that stood one below the other, with the lines below the last. */
function closeLines(walk: Walk, { above, columns }: OpenColumns): void {
  const all = [...above, ...columns];
  const last = columns[0]!;
  const lines = last.pieces;
  // 具体的取組 above 具体的な取組実績: nothing is reported of what was never set out to do.
  const mustShare = lines.length > 0 && (above.some(({ hit }) => ITEMS.has(hit.label)) || (SHORT.has(last.hit.label) && lines.length > 1));
  const paired = lines.length > 0 ? pairLines(walk, all, lines) : null;
  const isRated = all.some(({ hit }) => hit.label === "rating" || hit.label === "overallRating");
  if (paired && (mustShare || (isRated && lines.length === all.length))) for (const [at, column] of all.entries()) column.pieces = [...paired[at]!];
  else if (mustShare) {
    reportUnparted(walk, lines);
    last.pieces = [];
  }
  collectColumns(walk, all);
}

/** A number in a column of its own belongs to the goal in its row. */
function takeNumber(columns: readonly Column[]): void {
  const goal = columns.find(({ hit }) => hit.label === "goal" && hit.number === null);
  const number = columns.find(({ hit, pieces }) => hit.label === "number" && pieces.length === 1 && isNumberCell(pieces[0]!.text));
  if (!goal || !number || goal.pieces.length === 0) return;
  goal.pieces.unshift(...number.pieces.splice(0));
}

function collectColumns(walk: Walk, columns: Column[]): void {
  const labels = columns.map((column) => column.hit.label);
  const paired = labels.includes("achievement") && labels.includes("rating");
  takeNumber(columns);
  // A year may begin another plan, and an item what the rest of its row belongs to.
  const orderOf = ({ hit }: Column) => (hit.label === "year" ? 0 : ITEMS.has(hit.label) ? 1 : 2);
  const ordered = columns.toSorted((one, other) => orderOf(one) - orderOf(other));
  for (const column of ordered) {
    const { pieces, hit, heading, number } = column;
    column.pieces = [];
    const isOverall = hit.label === "rating" && labels.includes("assessment") && !labels.some((label) => OF_ITEMS.has(label));
    const isInitiatives = hit.label === "rating" && labels.includes("initiative") && !labels.includes("target");
    const entry: Entry = { label: isOverall ? "overallRating" : isInitiatives ? "initiativeRating" : hit.label, heading, pieces, occasion: hit.occasion };
    collectEntry(walk, entry, { number: number && hit.number ? { value: hit.number.value, text: number } : null, paired });
  }
}
