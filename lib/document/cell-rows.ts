import { SOFT_BREAKS, STAND_IN, UNPRINTABLE } from "@/lib/domain/characters";
import { type MappedText, trimMapped } from "./markup";
import type { LineIndex } from "./position";
import type { Row } from "./row";
import { isPageNumber, isSeparator } from "./tokenize";

/**
 * Rows of a text that was made of rows and cells: a line is a row and a tab parts two cells, whatever they hold. There
 * is no markup in it, and no break within a cell ends a row. `whole` says of each line whether it is a row of a table.
 */
export function readCellRows(text: string, lines: LineIndex, whole: readonly boolean[]): Row[] {
  return lines.starts.map((start, line) => readCellRow(text.slice(start, lines.ends[line]), start, line, whole[line] ?? false));
}

function readCellRow(raw: string, offset: number, line: number, piped: boolean): Row {
  const base = { line, piped };
  if (raw === "\f") return { ...base, form: "decoration", cells: [], begins: true };
  const cells: MappedText[] = [];
  for (let from = 0; from <= raw.length; ) {
    const end = raw.indexOf("\t", from);
    const to = end === -1 ? raw.length : end;
    // One code unit for one.
    const cell = raw.slice(from, to).replace(SOFT_BREAKS, "\n").replace(UNPRINTABLE, STAND_IN);
    cells.push(trimMapped({ text: cell, offset: offset + from, starts: null, ends: null }));
    from = to + 1;
  }
  const filled = cells.filter((cell) => cell.text !== "");
  if (filled.length === 0) return { ...base, form: "blank", cells: cells.length > 1 ? cells : [] };
  if (cells.length === 1 && isSeparator(filled[0]!.text)) return { ...base, form: "separator", cells: [] };
  if (cells.length === 1 && isPageNumber(filled[0]!.text, raw)) return { ...base, form: "decoration", cells: [] };
  return { ...base, form: "text", cells };
}
