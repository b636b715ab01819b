import { layOutTable } from "./grid";
import { findRuledTables, type RuledCell, type RuledTable } from "./pdf-grid";
import { findLines, joinWrapped, type PdfLine } from "./pdf-lines";
import type { Glyph, PageMarks } from "./pdf-page";

/** A cell with the lines in it. */
export interface FilledCell extends RuledCell {
  lines: PdfLine[];
}

/** What stands on a page, from top to bottom: a line of its own, or a table. */
export type PdfBlock = { page: number; top: number } & ({ line: PdfLine; right: number } | { table: RuledTable; cells: FilledCell[] });

/** A page's lines and tables. A table of a single cell is a frame around lines. */
export function findBlocks({ glyphs, rules, width }: PageMarks, page: number): PdfBlock[] {
  const ruled = findRuledTables(rules);
  const frames = ruled.filter(({ cells }) => cells.length === 1);
  const tables = ruled.filter(({ cells }) => cells.length > 1).map((table) => ({ table, glyphs: new Map<RuledCell, Glyph[]>() }));
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const holder = tables
      .flatMap(({ table, glyphs: own }) => findCells(table, glyph).map((cell) => ({ cell, own })))
      .sort((one, other) => areaOf(one.cell) - areaOf(other.cell))[0];
    if (!holder) outside.push(glyph);
    else holder.own.set(holder.cell, [...(holder.own.get(holder.cell) ?? []), glyph]);
  }
  const lines = findLines(outside);
  const left = Math.min(...lines.map((line) => line.left), ...ruled.map((table) => table.left));
  const right = Math.max(...lines.map((line) => line.right), ...ruled.map((table) => table.right), width - left);
  const blocks: PdfBlock[] = [
    ...lines.map((line): PdfBlock => {
      const frame = frames.find((each) => line.left >= each.left && line.right <= each.right + 1 && line.y >= each.top && line.y <= each.bottom);
      const inner = frame ? Math.min(...lines.filter((each) => each.y >= frame.top && each.y <= frame.bottom).map((each) => each.left)) - frame.left : 0;
      return { page, top: line.y - line.size, line, right: frame ? frame.right - inner : right };
    }),
    ...tables.map(
      ({ table, glyphs: own }): PdfBlock => ({
        page,
        top: table.top,
        table,
        cells: table.cells.map((cell) => ({ ...cell, lines: findLines(own.get(cell) ?? []) })),
      }),
    ),
  ];
  return blocks.sort((one, other) => one.top - other.top);
}

function findCells({ cells, left, right, top, bottom }: RuledTable, glyph: Glyph): RuledCell[] {
  const [x, y] = [glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.35];
  if (x < left || x > right || y < top || y > bottom) return [];
  return cells.filter((cell) => x >= cell.left && x <= cell.right && y >= cell.top && y <= cell.bottom);
}

function areaOf({ left, right, top, bottom }: RuledCell): number {
  return (right - left) * (bottom - top);
}

/** A cell's text: its lines end where they are as far from the right as they begin from the left. */
function readCell({ lines, left, right }: FilledCell): string {
  const padding = Math.min(...lines.map((line) => line.left)) - left;
  return joinWrapped(lines, right - Math.max(0, Math.min(padding, (right - left) / 4))).join("\n");
}

/** A table's rows of texts. */
export function layOutRuled(rows: number, cells: readonly FilledCell[]): string[][] {
  return layOutTable(
    Array.from({ length: rows }, (_, row) =>
      cells
        .filter((cell) => cell.row === row)
        .sort((one, other) => one.column - other.column)
        .map((cell) => ({ text: readCell(cell), columns: cell.columns, rows: cell.rows })),
    ),
  );
}
