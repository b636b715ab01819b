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
    const [x, y] = [glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.35];
    let holder: Glyph[] | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const { table, glyphs: own } of tables) {
      const cell = table.cellAt(x, y);
      if (!cell || areaOf(cell) >= least) continue;
      least = areaOf(cell);
      holder = own.get(cell) ?? [];
      own.set(cell, holder);
    }
    (holder ?? outside).push(glyph);
  }
  const lines = findLines(outside);
  const left = leastOf([...lines, ...ruled], (each) => each.left);
  const right = -leastOf([...lines, ...ruled], (each) => -each.right, left - width);
  const inners = new Map(
    frames.map((frame) => [
      frame,
      leastOf(lines, (line) => (line.y >= frame.top && line.y <= frame.bottom ? line.left : Number.POSITIVE_INFINITY)) - frame.left,
    ]),
  );
  const blocks: PdfBlock[] = [
    ...lines.map((line): PdfBlock => {
      const frame = frames.find((each) => line.left >= each.left && line.right <= each.right + 1 && line.y >= each.top && line.y <= each.bottom);
      return { page, top: line.y - line.size, line, right: frame ? frame.right - inners.get(frame)! : right };
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

/** There may be more than a function takes arguments. */
function leastOf<Item>(items: readonly Item[], measure: (item: Item) => number, most = Number.POSITIVE_INFINITY): number {
  return items.reduce((least, item) => Math.min(least, measure(item)), most);
}

function areaOf({ left, right, top, bottom }: RuledCell): number {
  return (right - left) * (bottom - top);
}

/** A cell's text: its lines end where they are as far from the right as they begin from the left. */
function readCell({ lines, left, right }: FilledCell): string {
  const padding = leastOf(lines, (line) => line.left) - left;
  return joinWrapped(lines, right - Math.max(0, Math.min(padding, (right - left) / 4))).join("\n");
}

/** A table's rows of texts. */
export function layOutRuled(rows: number, cells: readonly FilledCell[]): string[][] {
  const laid: FilledCell[][] = Array.from({ length: rows }, () => []);
  for (const cell of cells) laid[cell.row]?.push(cell);
  return layOutTable(
    laid.map((row) => row.sort((one, other) => one.column - other.column).map((cell) => ({ text: readCell(cell), columns: cell.columns, rows: cell.rows }))),
  );
}
