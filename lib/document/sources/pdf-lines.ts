import type { Glyph } from "./pdf-page";

/** A line of signs as it stands on a page. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  glyphs: Glyph[];
  /** Its texts, where more than a sign's room between them parts them: several in columns without ruled lines. */
  columns: string[];
}

const OPENERS = /[「『（(【〔［[〈《“‘]/;
const CLOSERS = /[、。，．,.」』）)】〕］\]〉》”’・：；:;！？!?ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々％%]/;

/** Signs as lines from top to bottom, each from left to right. What is printed twice at a place, as for bold, is there once. */
export function findLines(glyphs: readonly Glyph[]): PdfLine[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((one, other) => one.y - other.y)) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.y - glyph.y) <= Math.max(line[0]!.size, glyph.size) * 0.35) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.flatMap((line) => {
    const sorted = line.sort((one, other) => one.x - other.x).filter((glyph, index, all) => !isOverprinted(glyph, all[index - 1]));
    const text = joinGlyphs(sorted);
    const shown = sorted.filter((glyph) => glyph.text.trim() !== "");
    if (shown.length === 0) return [];
    const [first, last] = [shown[0]!, shown.at(-1)!];
    return [
      {
        text: text.trim(),
        left: first.x,
        right: last.x + last.width,
        y: first.y,
        size: Math.max(...shown.map(({ size }) => size)),
        glyphs: shown,
        columns: splitColumns(sorted),
      },
    ];
  });
}

function isOverprinted(glyph: Glyph, before: Glyph | undefined): boolean {
  return before !== undefined && before.text === glyph.text && glyph.text.trim() !== "" && Math.abs(glyph.x - before.x) < glyph.size * 0.2;
}

/**
 * A blank only where there is one, or room for one: programs part kanji and figures by a quarter of that. One that is as
 * wide as a kanji is a full-width one, whatever the font's map says of it.
 */
function joinGlyphs(glyphs: readonly Glyph[]): string {
  let text = "";
  let blanks = "";
  let end: number | null = null;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") {
      blanks += glyph.text;
      continue;
    }
    const gap = end === null ? 0 : (glyph.x - end) / glyph.size;
    if (end !== null) text += blanks.length < 2 && gap > 0.85 && gap < 1.15 ? "\u3000" : blanks === "" && gap > 0.6 ? " " : blanks;
    text += glyph.text;
    blanks = "";
    end = glyph.x + glyph.width;
  }
  return text;
}

/**
 * Lines that stand under each other as text: one that ends where the next one's beginning had no more room runs on in it;
 * after others, and where more room is left between, there is a line break. `right` is where lines have to end.
 */
export function joinWrapped(lines: readonly PdfLine[], right: number): string[] {
  const texts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && runsOn(before, line, right)) {
      const last = texts.at(-1)!;
      texts[texts.length - 1] = /[A-Za-z]$/.test(last) && /^[A-Za-z]/.test(line.text) ? `${last} ${line.text}` : last + line.text;
    } else texts.push(line.text);
  }
  return texts;
}

/** Signs further apart than this, in their own size, stand in columns. */
const COLUMN_GAP = 1.2;

/** Lines as they follow each other: those of one text, and those of several columns. */
export function groupColumns(lines: readonly PdfLine[]): { isColumns: boolean; lines: PdfLine[] }[] {
  const groups: { isColumns: boolean; lines: PdfLine[] }[] = [];
  for (const line of lines) {
    const isColumns = line.columns.length > 1;
    const last = groups.at(-1);
    if (last && last.isColumns === isColumns) last.lines.push(line);
    else groups.push({ isColumns, lines: [line] });
  }
  return groups;
}

/** A line's texts, parted where nothing is printed, no blank either; letters that are spread over a cell are one. */
function splitColumns(glyphs: readonly Glyph[]): string[] {
  const parts: Glyph[][] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1];
    if (before && glyph.x - before.x - before.width <= COLUMN_GAP * Math.max(glyph.size, before.size)) parts.at(-1)!.push(glyph);
    else parts.push([glyph]);
  }
  const texts = parts.map((part) => joinGlyphs(part).trim()).filter((text) => text !== "");
  return texts.every((text) => text.length === 1) ? [joinGlyphs(glyphs).trim()] : texts;
}

function runsOn(before: PdfLine, line: PdfLine, right: number): boolean {
  if (line.y - before.y > Math.max(before.size, line.size) * 2.2) return false;
  return before.right + unitWidth(line) > right + line.size * 0.05;
}

/** How wide the beginning of a line is that a line's end cannot part: a word, or a sign with what may not begin a line. */
function unitWidth({ glyphs }: PdfLine): number {
  let end = 0;
  while (end < glyphs.length - 1 && OPENERS.test(glyphs[end]!.text)) end++;
  const word = /[A-Za-z0-9]/;
  if (word.test(glyphs[end]!.text)) while (end < glyphs.length - 1 && /[A-Za-z0-9.,%-]/.test(glyphs[end + 1]!.text)) end++;
  while (end < glyphs.length - 1 && CLOSERS.test(glyphs[end + 1]!.text)) end++;
  const last = glyphs[end]!;
  return last.x + last.width - glyphs[0]!.x;
}
