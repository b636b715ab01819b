import type { DrawnMark, DrawnRow, DrawnYear } from "./drawn";

/** Pixels: letters, a line of them, and a rating's mark. */
export const FONT = 13;
export const LINE = 17;
export const BADGE = 22;

/** The thinnest band. */
export const THINNEST = 2;

/** What is placed between the years: the heights that its rows need, and its marks once these are known. */
export interface Placed {
  heights: number[];
  /** Pixels right of the last year that its labels take. */
  after: number;
  /** And between the first year's marks of rows and the plot. */
  before: number;
  draw(rows: readonly DrawnRow[], years: readonly DrawnYear[]): DrawnMark[];
}
