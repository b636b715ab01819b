import type { ReadBy } from "./forms/form";
import { SOFT_BREAK } from "./markup";
import { isNumberCell } from "./number-cell";
import { recognizeLabel } from "./recognize";
import type { Row } from "./row";
import { readTitle } from "./title";

const SCALE_ENTRY = /^[-・*●○◆■]?\s?[A-ZＡ-Ｚ]\s?[:：]/;
/** Shorter words than this stand at the end of too many texts to be a heading after a soft break. */
const SHORTEST_HEADING = 4;

/**
 * Whether a soft break between two stretches of a line ends a row, as Word's and PDF's do between lines, rather than a
 * line within a cell: where the next one begins as only a row can. `above` is the row before the first.
 */
export function endsRow(before: Row, after: Row, above: Row | null, by: ReadBy): boolean {
  if (before.form === "separator" || after.form === "separator") return true;
  if (before.form !== "text" || after.form !== "text") return false;
  if (before.piped || after.piped) return before.piped && after.piped;
  const last = before.cells.at(-1)!.text;
  const first = after.cells[0]!.text;
  const isHead = isOfficerRow(before, by);
  // Behind 分野 and a tab, a break stands between the cells of one row.
  if (first === "" || (last === "" && beginsWithHeading(before, isHead, by))) return false;
  const whole = last + SOFT_BREAK + first;
  if (isTitle(first, by)) return !isTitle(whole, by);
  const isName = isHead && isOfficerRow(after, by) && /\S[ \u3000]\S/.test(last);
  if (last !== "" && !isName && (findHeading(whole, isHead, by)?.to ?? 0) > last.length) return false;
  if (beginsWithHeading(after, isName, by)) return true;
  if (last === "") return false;
  if (SCALE_ENTRY.test(first) && SCALE_ENTRY.test(before.cells[0]!.text)) return true;
  if (isHeadingRow(before, by)) return true;
  const width = before.cells.length;
  return width > 1 && after.cells.length === width && above?.cells.length === width;
}

function isTitle(text: string, by: ReadBy): boolean {
  const title = readTitle(text, by);
  return title !== null && (title.year !== null || title.department !== null);
}

function findHeading(text: string, officers: boolean, { form }: ReadBy) {
  return recognizeLabel(text, { officers, goalHead: true, form });
}

/** 部, or a post, and who that is. */
function isOfficerRow({ cells: [first, second] }: Row, by: ReadBy): boolean {
  const label = second && findHeading(first!.text, true, by)?.label;
  return label === "department" || label === "officer";
}

/** A heading, or a number with one in the next cell. */
function beginsWithHeading(row: Row, officers: boolean, by: ReadBy): boolean {
  const [first, second] = row.cells;
  if (isNumberCell(first!.text)) return findHeading(second?.text ?? "", officers, by) !== null;
  const hit = findHeading(first!.text, officers, by);
  // 小林 一裕, and in the next line （総合政策監）.
  if (hit?.label === "officer") return hit.from === 0 && isOfficerRow(row, by);
  return hit !== null && (hit.to - hit.from >= SHORTEST_HEADING || hit.from > 0 || (officers && isOfficerRow(row, by)));
}

/** Headings beside each other, whose values stand in the rows below. */
function isHeadingRow({ cells }: Row, by: ReadBy): boolean {
  const hits = cells.filter(({ text }) => text !== "").map(({ text }) => findHeading(text, false, by));
  return hits.length > 1 && hits.every((hit) => hit?.valueFrom === null);
}
