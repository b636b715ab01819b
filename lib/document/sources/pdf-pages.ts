import { type FilledCell, layOutRuled, type PdfBlock } from "./pdf-blocks";
import { groupColumns, joinWrapped, type PdfLine } from "./pdf-lines";
import { noteSource, type SourceNote, type SourceRow } from "./source-rows";

/** How much of a page's height, at both ends, holds what is printed on every page. */
const EDGE = 0.12;

/** Pages' lines and tables as rows, without running heads; a row that a page's end cuts is one. */
export function joinPages(pages: readonly PdfBlock[][], height: number): { rows: SourceRow[]; notes: SourceNote[] } {
  const heads = findRunningHeads(pages, height);
  const rows: SourceRow[] = [];
  const notes: SourceNote[] = [];
  /** Rows in which blanks alone part what stands in columns. */
  const unruled: number[] = [];
  const blocks = pages.flatMap((page) => page.filter((block) => !("line" in block) || !heads.has(nameHead(block))));
  let text: { lines: PdfLine[]; right: number; page: number } | null = null;
  const flush = () => {
    if (!text) return;
    const { lines, right, page } = text;
    for (const stretch of groupColumns(lines)) {
      if (stretch.isColumns) unruled.push(rows.length);
      const texts = stretch.isColumns ? stretch.lines.map(({ columns }) => columns) : joinWrapped(stretch.lines, right).map((line) => [line]);
      for (const cells of texts) rows.push({ place: `${page}ページ`, cells });
    }
    text = null;
  };
  for (const [index, block] of blocks.entries()) {
    if ("line" in block) {
      if (text && text.right !== block.right) flush();
      text ??= { lines: [], right: block.right, page: block.page };
      text.lines.push(block.line);
      continue;
    }
    flush();
    const next = blocks[index + 1];
    const isCut = next && "table" in next && next.page > block.page && sameColumns(block, next);
    if (isCut && (block.table.openBottom || next.table.openTop)) {
      joinCut(block, next);
    } else if (isCut && looksCut(block, next)) notes.push(noteSource(null, "page-break", block.page));
    if (block.cells.some(({ lines }) => lines.some(({ columns }) => columns.length > 1))) unruled.push(rows.length);
    for (const cells of layOutRuled(block.table.rows, block.cells)) rows.push({ place: `${block.page}ページ`, cells, whole: true });
  }
  flush();
  if (!blocks.some((block) => "table" in block)) unruled.push(0);
  if (unruled.length > 0) notes.push(noteSource(Math.min(...unruled) + heads.size, "no-rules"));
  return { rows: [...[...heads.values()].map((head): SourceRow => ({ place: "ヘッダー", cells: [head] })), ...rows], notes };
}

type TableBlock = Extract<PdfBlock, { table: unknown }>;

function sameColumns(one: TableBlock, other: TableBlock): boolean {
  return Math.abs(one.table.left - other.table.left) < 4 && Math.abs(one.table.right - other.table.right) < 4;
}

/** Whether a row may go on in the next page's first: its text there begins in the middle, or in some cells only. */
function looksCut(before: TableBlock, after: TableBlock): boolean {
  return after.cells.some((cell) => {
    const own = before.cells.find(
      (each) => each.row + each.rows === before.table.rows && Math.abs(each.left - cell.left) < 4 && Math.abs(each.right - cell.right) < 4,
    );
    const last = cell.row === 0 ? own?.lines.at(-1) : undefined;
    if (!own || !last) return false;
    // A row begins with what it is about.
    if (cell.lines.length === 0) return cell.column === 0 && after.cells.some((each) => each.row === 0 && each.lines.length > 0);
    return joinWrapped([last, { ...cell.lines[0]!, y: last.y }], own.right - 6).length === 1 && !/[。！？」）]$/.test(last.text);
  });
}

/** Moves what goes on on the next page to where it began, and takes it away there. */
function joinCut(before: TableBlock, after: TableBlock): void {
  const isLast = ({ row, rows }: FilledCell) => row + rows === before.table.rows;
  const moved = new Set<FilledCell>();
  for (const cell of after.cells.filter(({ row }) => row === 0)) {
    const own = before.cells.find((each) => isLast(each) && Math.abs(each.left - cell.left) < 4 && Math.abs(each.right - cell.right) < 4);
    if (!own) continue;
    own.lines = [...own.lines, ...cell.lines];
    moved.add(cell);
  }
  if (moved.size < after.cells.filter(({ row }) => row === 0).length) return;
  after.cells = after.cells.filter((cell) => !moved.has(cell)).map((cell) => ({ ...cell, row: cell.row - 1 }));
  after.table = { ...after.table, rows: after.table.rows - 1 };
}

/** Lines that most pages have at the same place but for numbers; of each what it says, empty where that is a number alone. */
function findRunningHeads(pages: readonly PdfBlock[][], height: number): Map<string, string> {
  const found = new Map<string, { count: number; text: string }>();
  for (const page of pages) {
    for (const block of page) {
      if (!("line" in block) || (block.top > height * EDGE && block.top < height * (1 - EDGE))) continue;
      const name = nameHead(block);
      const known = found.get(name);
      if (known) known.count++;
      else found.set(name, { count: 1, text: block.line.text });
    }
  }
  const heads = [...found].filter(([, { count }]) => count > 1 && count >= pages.length - 1);
  return new Map(heads.map(([name, { text }]) => [name, text]));
}

function nameHead({ line }: Extract<PdfBlock, { line: unknown }>): string {
  return `${line.text.replace(/\d+/g, "0")} ${Math.round(line.y / 3)}`;
}
