import type { LineKind } from "@/lib/domain/reading";
import { closeColumns } from "./columns";
import { isUnknownHeading, looksLikeHeading } from "./foreign-heading";
import { nameUnknown } from "./heading-cells";
import type { MappedText } from "./markup";
import type { Row } from "./row";
import { reportNotUnderstood, type Walk } from "./walk-state";

/** One letter of Japanese: several of them, a line each, are a heading set upright. */
const LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u;

/**
 * Takes a row that heads what no field is for (予算額, 【組織図】, a heading set upright): it ends the field before it, and
 * all that stands under it is told as not understood. `null` where the row heads nothing.
 */
export function readUnknownHeading(walk: Walk, row: Row, filled: readonly MappedText[]): LineKind | null {
  const [first, ...others] = filled;
  if (!first || !headsUnknown(walk, row, first, others.length)) return null;
  closeColumns(walk);
  if (walk.mode !== "head") walk.mode = "fields";
  reportNotUnderstood(walk, ...filled);
  const column = { at: 0, hit: nameUnknown(first.text), heading: first, number: null, pieces: [] };
  walk.open = { columns: [column], piped: row.piped, cursor: -1, sealed: row.piped, line: row.line, above: [], blanks: undefined, held: [] };
  return "not-understood";
}

function headsUnknown(walk: Walk, row: Row, { text }: MappedText, others: number): boolean {
  const opened = walk.open?.columns[0];
  const label = opened?.hit.label;
  // A goal's title may be set as a heading is.
  if ((label === "goal" || label === "goals") && opened!.pieces.length === 0) return false;
  const words = /^([^:：]{1,24})[:：]/.exec(text)?.[1] ?? text;
  if (isUnknownHeading(words, walk.form)) return true;
  if (others > 0) return false;
  if (looksLikeHeading(text)) return walk.mode !== "summary" || !/^[■◆▼]/.test(text);
  return LETTER.test(text) && [row.line - 1, row.line + 1].some((line) => isLetter(walk, line));
}

/** Whether a line near the present row holds one letter alone. */
function isLetter(walk: Walk, line: number): boolean {
  const row = [walk.rows[walk.at - 1], walk.rows[walk.at + 1]].find((each) => each?.line === line);
  return row?.form === "text" && row.cells.length === 1 && LETTER.test(row.cells[0]!.text);
}
