/** Lines of a source text on one page. */
export const SOURCE_LINES = 1_000;

/** The page of a source text, from 1, that a line stands on. */
export function sourcePage(line: number): number {
  return Math.ceil(line / SOURCE_LINES);
}

/** Element id of a source line. */
export function lineAnchor(line: number): string {
  return `L${line}`;
}
