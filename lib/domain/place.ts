/**
 * A point in a source text: `line` and `column` from 1, `offset` from 0, all in UTF-16 code units,
 * as in unist (https://github.com/syntax-tree/unist#point).
 */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** A stretch of a source text, from the first character (`start`) to just after the last (`end`). */
export interface Span {
  start: Point;
  end: Point;
}

/**
 * Where each value of a plan stands in its source text: JSON Pointer (RFC 6901) into the plan, such as
 * `/priorityGoals/0/targets/1/text`, to its spans in reading order. A title that stands both in the
 * summary table and above its own section has two spans.
 */
export type Places = Record<string, Span[]>;
