import type { Point, Span } from "@/lib/domain/place";

/** Offsets of each source line's first character and of the end of its text (before its LF, CRLF or CR). */
export interface LineIndex {
  starts: number[];
  ends: number[];
}

/** Lines of a text. A newline at the very end closes the last line and starts no further one; `""` has no line. */
export function indexLines(text: string): LineIndex {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(start);
    ends.push(match.index);
    start = match.index + match[0].length;
  }
  if (start < text.length) {
    starts.push(start);
    ends.push(text.length);
  }
  return { starts, ends };
}

/** Number from 0 of the line that an offset stands in. */
export function findLine(lines: LineIndex, offset: number): number {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** An offset as line and column, both from 1, in UTF-16 code units. */
function pointAt(lines: LineIndex, offset: number): Point {
  const line = findLine(lines, offset);
  return { line: line + 1, column: offset - (lines.starts[line] ?? 0) + 1, offset };
}

/** The stretch from one offset to just before another. */
export function spanBetween(lines: LineIndex, start: number, end: number): Span {
  return { start: pointAt(lines, start), end: pointAt(lines, end) };
}
