import { cutText } from "@/lib/domain/cut-text";
import { splitLetters } from "@/lib/domain/letters";
import { measureText, wrapText } from "./text-fit";

/**
 * A shape that other programs show pictures in: pixels of the image, and how many of them are one of the layout's. A
 * drawing is enlarged by `least` to `most`; one that has `full` only without the card's sentence goes before it.
 */
export interface CardShape {
  width: number;
  height: number;
  scale: number;
  drawn: { least: number; full: number; most: number };
  /** Lines that title and source may have. */
  lines: { title: number; source: number };
}

/** Link previews, slides and posts are shown at a third to a half of their size: texts of drawings have 13 px, and fewer than 11 are decoration. */
const PREVIEWED = { least: 0.85, full: 1, most: 2.2 } as const;

/** A slide is shown as large as it is: letters of 13 px may come out as 14 of its 1080. */
const PROJECTED = { least: 0.66, full: 1, most: 2.2 } as const;
const TWO = { title: 2, source: 2 } as const;

/** The shapes of a chart's picture for other programs: link previews (1.91 : 1), slides, and square posts. */
export const CARD_SHAPES = {
  og: { width: 1200, height: 630, scale: 1, drawn: PREVIEWED, lines: TWO },
  "16x9": { width: 1920, height: 1080, scale: 1.6, drawn: PROJECTED, lines: TWO },
  square: { width: 1080, height: 1080, scale: 1, drawn: PREVIEWED, lines: TWO },
} as const satisfies Record<string, CardShape>;

export type CardSize = keyof typeof CARD_SHAPES;

/** A shape of any size in pixels that is shown as it is: its smallest letters have 11 px, and those of drawings 11 to 17. */
export function shownShape(width: number, height: number): CardShape {
  const scale = 11 / SOURCE[0];
  const fitting = (part: number, step: number, most: number) => Math.max(2, Math.min(most, Math.floor((part * height) / scale / step)));
  const lines = { title: fitting(0.4, TITLE[1], 4), source: fitting(0.3, SOURCE[1], 6) };
  return { width, height, scale, drawn: { least: 0.85 / scale, full: 1 / scale, most: 1.3 / scale }, lines };
}

/** A line of text at its baseline. */
export interface CardLine {
  x: number;
  y: number;
  size: number;
  what: "strong" | "plain" | "soft";
  text: string;
}

/** Where all parts of a card stand: pixels of its layout, from its top left. */
export interface CardLayout {
  width: number;
  height: number;
  lines: CardLine[];
  /** Legend entries at their top left, enlarged. */
  legend: { x: number; y: number; textX: number; scale: number }[];
  /** The drawing's top left and how much it is enlarged; `null` where it could not be read at that size, and words alone stand. */
  drawing: { x: number; y: number; scale: number } | null;
}

export interface CardTexts {
  title: string;
  reading: string;
  source: string;
  legend: { text: string; width: number }[];
}

const PAD = 48;
/** Font size and line height. Link previews are shown at a third to a half of their size. */
const TITLE = [40, 54] as const;
const READING = [26, 40] as const;
const LARGE = [34, 54] as const;
const SOURCE = [20, 28] as const;
const LEGEND = 20;

/** Widths that a drawing may be laid out for, of which the one is taken that comes out largest. */
export const DRAWING_WIDTHS = [264, 320, 420, 520, 640, 760, 900, 1060] as const;

/**
 * Places title, legend, drawing, reading and source in a shape. `drawings` are the same drawing laid out for several widths;
 * answers which one was taken, by its place in the list.
 */
export function layoutCard(
  { title, reading, source, legend }: CardTexts,
  drawings: readonly { width: number; height: number }[],
  shape: CardShape,
): { layout: CardLayout; taken: number } {
  const [width, height] = [shape.width / shape.scale, shape.height / shape.scale];
  const room = width - 2 * PAD;
  const lines: CardLine[] = [];
  const write = (text: string, what: CardLine["what"], [size, step]: readonly [number, number], top: number, most: number): number => {
    const found = cutLines(wrapText(text, room / size), most, room / size);
    found.forEach((line, index) => void lines.push({ x: PAD, y: top + index * step + size, size, what, text: line }));
    return top + found.length * step;
  };
  const titleEnd = write(title, "strong", TITLE, PAD - 8, shape.lines.title) + 8;
  const cited = cutBeforeEnd(source, shape.lines.source, room / SOURCE[0]);
  const sourceTop = height - PAD + 8 - wrapText(cited, room / SOURCE[0]).length * SOURCE[1];
  write(cited, "soft", SOURCE, sourceTop, shape.lines.source);
  const placed = placeLegend(legend, room, titleEnd + 8);
  const readingLines = reading === "" ? 0 : wrapText(reading, room / READING[0]).length;
  const top = placed.end + 12;
  const fitInto = (bottom: number, least: number) => {
    const scales = drawings.map((drawing) => Math.min(shape.drawn.most, room / drawing.width, (bottom - top) / drawing.height));
    const scale = Math.max(...scales);
    // Of those that come out as large, the one that uses the width.
    const taken = scales.findLastIndex((each) => each >= 0.98 * scale);
    return scale >= least ? { taken, scale: scales[taken]!, bottom } : null;
  };
  const alone = fitInto(sourceTop - 8, shape.drawn.least);
  // The sentence goes, or its end beyond two lines, where it would take from what is small already.
  const mostTold = Array.from({ length: Math.max(1, readingLines - 1) }, (_, less) => readingLines - less).find((count) => {
    const beside = fitInto(sourceTop - 16 - count * READING[1], shape.drawn.least);
    return beside !== null && beside.scale >= Math.min(shape.drawn.full, alone?.scale ?? 0);
  });
  const told = mostTold !== undefined;
  const fitted = told ? fitInto(sourceTop - 16 - mostTold * READING[1], shape.drawn.least) : alone;
  if (!fitted) {
    const [top, bottom] = [titleEnd + 24, sourceTop - 24];
    const letters = wrapText(reading, room / LARGE[0]).length * LARGE[1] <= bottom - top ? LARGE : READING;
    write(reading, "plain", letters, top, Math.floor((bottom - top) / letters[1]));
    return { layout: { width, height, lines, legend: [], drawing: null }, taken: -1 };
  }
  const { taken, scale, bottom } = fitted;
  if (told) write(reading, "plain", READING, bottom + 8, mostTold);
  const spare = bottom - top - drawings[taken]!.height * scale;
  return { layout: { width, height, lines, legend: placed.entries, drawing: { x: PAD, y: top + spare / 2, scale } }, taken };
}

function placeLegend(legend: CardTexts["legend"], room: number, top: number): { entries: CardLayout["legend"]; end: number } {
  const scale = LEGEND / 12;
  const entries: CardLayout["legend"] = [];
  let [x, y] = [PAD, top];
  for (const { text, width } of legend) {
    const length = (width + 6) * scale + LEGEND * measureText(text);
    if (x > PAD && x + length > PAD + room) [x, y] = [PAD, y + 36];
    entries.push({ x, y, textX: x + (width + 6) * scale, scale });
    x += length + 28;
  }
  return { entries, end: legend.length === 0 ? top : y + 32 };
}

/** A text for so many lines at most: of a longer one its last sentence stays whole, which of a source names the data version. */
function cutBeforeEnd(text: string, most: number, width: number): string {
  if (wrapText(text, width).length <= most) return text;
  const last = /[^。.]*[。.]?$/.exec(text.replace(/[。.]$/, ""))![0];
  const end = text.slice(text.length - last.length - 1);
  const letters = splitLetters(text.slice(0, text.length - end.length));
  while (letters.length > 0 && wrapText(`${letters.join("")}…${end}`, width).length > most) letters.pop();
  return `${letters.join("").trimEnd()}…${end}`;
}

/** So many lines at most; the last says that there is more. */
function cutLines(lines: readonly string[], most: number, width: number): string[] {
  if (lines.length <= most) return [...lines];
  const last = lines[most - 1] ?? "";
  return [...lines.slice(0, most - 1), measureText(`${last}…`) <= width ? `${last}…` : cutText(last, Array.from(last).length - 2)];
}
