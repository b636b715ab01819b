import type { Label } from "./labels";
import { type MappedText, sliceMapped, splitPieces, trimMapped } from "./markup";
import { readRating } from "./rating";
import type { Row } from "./row";
import { makeMessage } from "./rules";
import type { Column, OpenColumns, Walk } from "./walk-state";

const RATINGS: ReadonlySet<Label> = new Set<Label>(["rating", "overallRating"]);
const ITEMS: ReadonlySet<Label> = new Set<Label>(["target", "initiative"]);
const UNIT = /[課室係署所局部会]$/;

/** Whether a text is a rating by the document's scale, or says that nothing is rated. */
export function isRatingText(walk: Walk, text: string): boolean {
  return text.length <= 40 && readRating(text, walk.ratings).known;
}

/** A text with a rating behind a blank at its end, in two; `null` where it ends with none. */
export function splitRating(walk: Walk, cell: MappedText): [text: MappedText, rating: MappedText] | null {
  for (const { index } of cell.text.matchAll(/(?<=\S)\s+(?=\S)/g)) {
    const rating = trimMapped(sliceMapped(cell, index));
    if (rating.text.length <= 16 && isRatingText(walk, rating.text)) return [trimMapped(sliceMapped(cell, 0, index)), rating];
  }
  return null;
}

/**
 * Lines that stand below headings, a cell a line, as the headings' values, where that can be told: each line its own,
 * ratings and units by what they say. `null` where it cannot.
 */
export function pairLines(walk: Walk, columns: readonly Column[], lines: readonly MappedText[]): MappedText[][] | null {
  const labels = columns.map(({ hit }) => hit.label);
  const fits = (label: Label, { text }: MappedText): boolean =>
    RATINGS.has(label) ? isRatingText(walk, text) : label === "unit" ? text.length <= 24 && UNIT.test(text) : !isRatingText(walk, text);
  if (lines.length === columns.length && lines.every((line, at) => fits(labels[at]!, line))) return lines.map((line) => [line]);
  const texts = labels.filter((label) => !RATINGS.has(label) && label !== "unit");
  const last = lines.at(-1);
  const isRated = last !== undefined && RATINGS.has(labels.at(-1)!) && isRatingText(walk, last.text);
  const rest = isRated ? lines.slice(0, -1) : lines;
  if (rest.some(({ text }) => isRatingText(walk, text))) return null;
  const isFirst = texts.length > 0 && labels[0] === texts[0];
  // One text alone is that of the first heading where no value stands without it; several lines only where it is the only text.
  if (!isFirst || (rest.length > 1 && texts.length > 1) || (rest.length === 1 && texts.length > 1 && !ITEMS.has(labels[0]!))) return null;
  if (!isRated && rest.length > 1) return null;
  return columns.map((_, at) => (at === 0 ? [...rest] : isRated && at === columns.length - 1 ? [last] : []));
}

/** The rows below headings that blanks part, as values of each heading, a record a list; `null` where they cannot be told apart. */
export function settleBlanks(walk: Walk, { columns, held, blanks }: OpenColumns): MappedText[][][] | null {
  const cellsOf = (row: Row) => row.cells.filter(({ text }) => text !== "");
  if (held.every((row) => row.cells.length === columns.length)) return held.map((row) => row.cells.map(splitPieces));
  const lines = held.flatMap(cellsOf);
  if (lines.length !== held.length) return null;
  const [only] = lines;
  if (only && lines.length === 1 && /\S\s+\S/.test(only.text)) {
    const labels = columns.map(({ hit }) => hit.label);
    const parts = blanks === "wide" ? splitWide(only) : null;
    if (parts?.length === columns.length && parts.every(({ text }, at) => RATINGS.has(labels[at]!) === isRatingText(walk, text)))
      return [parts.map((part) => [part])];
  }
  const tail = lines.at(-1);
  const split = tail && columns.length === 2 && RATINGS.has(columns[1]!.hit.label) && !isRatingText(walk, tail.text) ? splitRating(walk, tail) : null;
  const pieces = split ? [...lines.slice(0, -1), ...split] : lines;
  if (pieces.some(({ text }) => /\S\s+\S/.test(text) && !isRatingText(walk, text)) && columns.length > (RATINGS.has(columns.at(-1)!.hit.label) ? 2 : 1))
    return null;
  const paired = pairLines(walk, columns, pieces);
  return paired && [paired];
}

/** Cells that two blanks or more part. */
function splitWide(cell: MappedText): MappedText[] {
  const parts: MappedText[] = [];
  let from = 0;
  for (const { 0: gap, index } of cell.text.matchAll(/\s{2,}/g)) {
    parts.push(sliceMapped(cell, from, index));
    from = index + gap.length;
  }
  return [...parts, sliceMapped(cell, from)];
}

/** Says of each line that the table's columns cannot be told apart in it. */
export function reportUnparted(walk: Walk, lines: readonly MappedText[]): void {
  for (const line of lines) {
    walk.kinds[walk.lineOf(line)] = "not-understood";
    walk.messages.push(makeMessage("columns-not-parted", [line.text], { span: walk.span(line) }));
  }
}
