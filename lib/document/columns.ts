import type { LineKind } from "@/lib/domain/reading";
import { collectEntry } from "./collect";
import type { Label } from "./labels";
import { type MappedText, sliceMapped, splitPieces } from "./markup";
import type { Entry } from "./plan-draft";
import type { LabelHit } from "./recognize";
import type { Row } from "./row";
import type { Column, Walk } from "./walk-state";

/** A cell of a row that begins with a heading; `at` is its column. */
export interface HeadedCell {
  at: number;
  cell: MappedText;
  hit: LabelHit | null;
}

const SHORT: ReadonlySet<Label> = new Set<Label>(["department", "officer", "policyGoal", "policyArea", "unit", "rating", "overallRating"]);
/** What others refer to: collected first of its row, wherever its column stands. */
const ITEMS: ReadonlySet<Label> = new Set<Label>(["goal", "goals", "department", "target", "initiative"]);

/** Takes a row of headings, with values in the same row or in the rows that follow. */
export function openColumns(walk: Walk, row: Row, cells: HeadedCell[]): LineKind {
  const columns: Column[] = [];
  let valued = false;
  for (const { at, cell, hit } of cells) {
    const last = columns.at(-1);
    if (hit) {
      const pieces = hit.valueFrom === null ? [] : splitPieces(sliceMapped(cell, hit.valueFrom));
      const number = hit.number && sliceMapped(cell, hit.number.from, hit.number.to);
      columns.push({ at, hit, heading: sliceMapped(cell, hit.from, hit.to), number, pieces });
      valued ||= pieces.length > 0;
    } else if (last) {
      last.pieces.push(...splitPieces(cell));
      valued = true;
    }
  }
  if (!valued) {
    walk.open = { columns, piped: row.piped, cursor: -1, waiting: true, sealed: row.piped && row.cells.length > columns.length };
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
  walk.open = open.length > 0 ? { columns: open, piped: row.piped && columns.length > 1, cursor: -1, waiting: true, sealed: row.piped } : null;
  return "field";
}

/** Takes a row of text as values of the open headings; `false` where it cannot belong to them. */
export function fillColumns(walk: Walk, row: Row): boolean {
  const open = walk.open;
  const first = open?.columns[0];
  const last = open?.columns.at(-1);
  if (!open || !first || !last) return false;
  if (!row.piped && (open.sealed || (open.piped && open.cursor >= 0))) return false;
  if (open.columns.length === 1 && !(open.piped && row.piped)) {
    first.pieces.push(...row.cells.flatMap(splitPieces));
    return true;
  }
  if (open.piped && !row.piped) return false;
  const isWhole = open.cursor >= last.at;
  if (!row.piped && isWhole && row.cells.length === 1 && !SHORT.has(last.hit.label)) {
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

/** Ends the open headings: what follows belongs to others. */
export function closeColumns(walk: Walk): void {
  const open = walk.open;
  walk.open = null;
  if (open) collectColumns(walk, open.columns);
}

function collectColumns(walk: Walk, columns: Column[]): void {
  const labels = columns.map((column) => column.hit.label);
  const paired = labels.includes("achievement") && labels.includes("rating");
  const ordered = [...columns.filter(({ hit }) => ITEMS.has(hit.label)), ...columns.filter(({ hit }) => !ITEMS.has(hit.label))];
  for (const column of ordered) {
    const { pieces, hit, heading, number } = column;
    column.pieces = [];
    const entry: Entry = { label: hit.label, heading, pieces };
    collectEntry(walk, entry, { number: number && hit.number ? { value: hit.number.value, text: number } : null, paired });
  }
}
