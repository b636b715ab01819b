import { layOutTable } from "./grid";
import type { SourceRow } from "./source-rows";

/** A cell of a table of an office file or a web page, with what stands in it. */
export interface ReadCell {
  rows: SourceRow[];
  columns: number;
  height: number;
  /** Whether a table of several rows stands in it. */
  framing: boolean;
}

/** A row of such a table. */
export interface ReadRow {
  place: string;
  cells: ReadCell[];
  /** Columns that the row leaves out at its beginning. */
  before: number;
}

/** A table's rows. What only frames paragraphs and further tables is no row: its contents stand for it. */
export function layOutRows(rows: readonly ReadRow[]): SourceRow[] {
  const laid = layOutTable(
    rows.map(({ cells }) => cells.map((cell) => ({ text: joinLines(cell.rows), columns: cell.columns, rows: cell.height }))),
    rows.map(({ before }) => before),
  );
  return rows.flatMap(({ place, cells }, at): SourceRow[] => {
    const isFrame = (rows.length === 1 && cells.length === 1) || cells.some(({ framing }) => framing);
    return isFrame ? cells.flatMap((cell) => cell.rows) : [{ place, cells: laid[at]!, whole: true }];
  });
}

/** A cell's lines; of a small table within it each row. */
export function joinLines(rows: readonly SourceRow[]): string {
  const lines = rows.map(({ cells }) => cells.join(" ").trim());
  return lines.filter((line) => line !== "").join("\n");
}
