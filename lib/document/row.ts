import type { MappedText } from "./markup";

/**
 * A row, mostly a source line: what kind it shows by its form alone, and its cells (trimmed; an empty cell has text `""`).
 * A blank line has cells where it is an empty row of a table.
 */
export interface Row {
  /** From 0; several rows stand on one line where soft breaks part them. */
  line: number;
  /** The last of the lines that a heading is broken over. */
  lastLine?: number;
  /** Whether blanks part the cells, one or several: text below cannot be parted by them for certain. */
  blanks?: "one" | "wide";
  form: "blank" | "separator" | "decoration" | "text";
  /** Whether the cells stand between Markdown pipes, or are a table's, so that every row is whole. */
  piped: boolean;
  cells: MappedText[];
  /** Whether a sheet begins here, into which no value runs on. */
  begins?: boolean;
}
