/** A cell of a table with its spans. */
interface TableCell {
  text: string;
  columns: number;
  rows: number;
}

/**
 * The rows of a table as lists of texts, so that what stands under each other has the same index: a cell of several
 * columns is followed by empty ones, and one of several rows has empty ones below. Columns in which no cell begins are
 * left out, and of a row what its last cell spans. `before` says how many columns a row leaves out at its beginning.
 */
export function layOutTable(rows: readonly (readonly TableCell[])[], before: readonly number[] = []): string[][] {
  const taken: number[] = [];
  const begun = new Set<number>();
  const laid = rows.map((cells, row) => {
    const line = new Map<number, string>();
    let at = before[row] ?? 0;
    for (const { text, columns, rows: height } of cells) {
      while ((taken[at] ?? 0) > row) line.set(at++, "");
      line.set(at, text);
      begun.add(at);
      const width = Math.min(columns, MOST_COLUMNS - at);
      for (let column = at; column < at + width; column++) taken[column] = Math.max(taken[column] ?? 0, row + height);
      at += Math.max(1, width);
    }
    while ((taken[at] ?? 0) > row) line.set(at++, "");
    return line;
  });
  const kept = [...begun].sort((one, other) => one - other);
  return laid.map((line) => {
    const last = Math.max(-1, ...line.keys());
    return kept.filter((column) => column <= last).map((column) => line.get(column) ?? "");
  });
}

/** More columns than any row may have cells: what claims to span more spans so many. */
const MOST_COLUMNS = 1000;
