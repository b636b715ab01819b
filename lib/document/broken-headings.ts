import type { Form } from "./forms/form";
import { type MappedText, sourceEnd, sourceStart } from "./markup";
import { findFirstKey } from "./normalize";
import { recognizeLabel } from "./recognize";
import type { Row } from "./row";

/** Letters that vertical headings have, and lines that wrapped ones take. */
const MOST_ROWS = 20;
const LONGEST = 24;

/** Rows in which headings that were broken over lines, down to one letter a line, stand in one row again. */
export function joinBrokenHeadings(rows: readonly Row[], form: Form): Row[] {
  const joined: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const count = isCandidate(rows[at]!) && beginsHeading(rows[at]!, form) ? countParts(rows, at, form) : 1;
    joined.push(count === 1 ? rows[at]! : joinRows(rows.slice(at, at + count)));
    at += count;
  }
  return joined;
}

/** Whether a heading that goes on in the next line may begin in this row. */
function isCandidate({ form, piped, cells }: Row): boolean {
  return form === "text" && !piped && cells.every(({ text }) => text.length <= LONGEST);
}

/** Whether the first cell begins as some heading does: few rows do, and a text may have very many. */
function beginsHeading({ cells }: Row, form: Form): boolean {
  const first = findFirstKey(cells.find(({ text }) => text !== "")!.text.replace(/^[\s【［[〔<＜《(（■□●○◆◇◎▼▲▶★☆※*#-]+/, ""));
  return form.findSynonyms(first).length > 0 || /[令平昭RHS0-9]/.test(first);
}

/** How many rows make one row of headings, 1 where there is nothing to be joined. */
function countParts(rows: readonly Row[], at: number, form: Form): number {
  let most = 1;
  let length = rows[at]!.cells[0]!.text.length;
  for (; most < MOST_ROWS; most++) {
    const next = rows[at + most];
    length += next?.cells[0]?.text.length ?? 0;
    if (!next || length > LONGEST || !isCandidate(next) || next.line !== rows[at]!.line + most) break;
  }
  const width = rows[at]!.cells.length;
  for (let count = width > 1 ? Math.min(most, 2) : most; count > 1; count--) {
    const parts = rows.slice(at, at + count);
    if (parts.some(({ cells }) => cells.length > width)) continue;
    const columns = Array.from({ length: width }, (_, column) => parts.flatMap(({ cells }) => cells[column] ?? []).filter(({ text }) => text !== ""));
    const isRow = columns.filter(({ length }) => length > 0).every((pieces) => isHeading(pieces.map(({ text }) => text).join(""), form));
    if (isRow && columns.some((pieces) => isBroken(pieces, form))) return count;
  }
  return 1;
}

/** Pieces that are a heading together, and of which the first is none: 今年度の, 達成目標. */
function isBroken(pieces: readonly MappedText[], form: Form): boolean {
  return pieces.length > 1 && !isHeading(pieces[0]!.text, form);
}

function isHeading(text: string, form: Form): boolean {
  const hit = text.length >= 2 && text.length <= LONGEST ? recognizeLabel(text, { officers: false, goalHead: false, form }) : null;
  return hit?.valueFrom === null;
}

function joinRows(parts: readonly Row[]): Row {
  const cells = parts[0]!.cells.map((_, column) => joinTexts(parts.flatMap((part) => part.cells[column] ?? [])));
  return { ...parts[0]!, cells, lastLine: parts.at(-1)!.line };
}

function joinTexts(pieces: readonly MappedText[]): MappedText {
  const starts = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, (_, at) => sourceStart(piece, at)));
  const ends = pieces.flatMap((piece) =>
    Array.from({ length: piece.text.length }, (_, at) => piece.ends?.[at] ?? (at === piece.text.length - 1 ? sourceEnd(piece) : sourceStart(piece, at + 1))),
  );
  return { text: pieces.map(({ text }) => text).join(""), offset: starts[0] ?? pieces[0]!.offset, starts, ends };
}
