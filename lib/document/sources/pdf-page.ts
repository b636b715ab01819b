import type { PDFPageProxy } from "pdfjs-dist";
import { LIMITS } from "@/lib/domain/limits";
import { refuseSource } from "./source-rows";

/** A sign on a page; y grows downwards, in points, and is that of its baseline. */
export interface Glyph {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** A ruled line, along x (`across`) or along y: where it stands, and from where to where it goes. */
export interface Rule {
  across: boolean;
  at: number;
  from: number;
  to: number;
}

/** What is drawn on a page. */
export interface PageMarks {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  images: number;
  /** Signs of fonts that do not say which characters they are. */
  unmapped: number;
  /** Signs that lie on their side, and are no row's. */
  sideways: number;
}

type Matrix = [number, number, number, number, number, number];
type Operators = Record<string, number>;

interface TextState {
  font: string | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  hidden: boolean;
}

/** Rules are no thicker than this, and no shorter than that. */
const THICKEST = 3;
const SHORTEST = 4;

/** Follows a page's drawing: signs with their places, and lines that stand upright or lie flat. */
export async function readPdfPage(page: PDFPageProxy, ops: Operators): Promise<PageMarks> {
  const viewport = page.getViewport({ scale: 1 });
  // Notes and fields lie over the page, wherever they were put.
  const list = await page.getOperatorList({ annotationMode: 0 });
  const marks: PageMarks = { width: viewport.width, height: viewport.height, glyphs: [], rules: [], images: 0, unmapped: 0, sideways: 0 };
  let matrix = viewport.transform as Matrix;
  let text: TextState = { font: null, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, hidden: false };
  let textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  let lineMatrix: Matrix = textMatrix;
  const stack: [Matrix, TextState][] = [];
  const nameOf = new Map(Object.entries(ops).map(([name, code]) => [code, name]));
  const move = (x: number, y: number) => {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y]);
    textMatrix = lineMatrix;
  };
  for (const [index, code] of list.fnArray.entries()) {
    const args = list.argsArray[index] as unknown[];
    const [first, second] = (args ?? []) as [number, number];
    switch (nameOf.get(code)) {
      case "save":
        stack.push([matrix, { ...text }]);
        break;
      case "restore":
        [matrix, text] = stack.pop() ?? [matrix, text];
        break;
      case "transform":
        matrix = multiply(matrix, args as Matrix);
        break;
      case "paintFormXObjectBegin":
        stack.push([matrix, { ...text }]);
        if (args?.[0]) matrix = multiply(matrix, args[0] as Matrix);
        break;
      case "paintFormXObjectEnd":
        [matrix, text] = stack.pop() ?? [matrix, text];
        break;
      case "beginText":
        textMatrix = lineMatrix = [1, 0, 0, 1, 0, 0];
        break;
      case "setFont":
        text = { ...text, font: String(args[0]), size: second };
        break;
      case "setCharSpacing":
        text = { ...text, charSpacing: first };
        break;
      case "setWordSpacing":
        text = { ...text, wordSpacing: first };
        break;
      case "setHScale":
        text = { ...text, scale: first / 100 };
        break;
      case "setLeading":
        text = { ...text, leading: -first };
        break;
      case "setTextRise":
        text = { ...text, rise: first };
        break;
      case "setTextRenderingMode":
        text = { ...text, hidden: first === 3 || first === 7 };
        break;
      case "moveText":
        move(first, second);
        break;
      case "setLeadingMoveText":
        text = { ...text, leading: second };
        move(first, second);
        break;
      case "nextLine":
        move(0, text.leading);
        break;
      case "setTextMatrix":
        textMatrix = lineMatrix = Array.from((args[0] ?? args) as ArrayLike<number>).slice(0, 6) as Matrix;
        break;
      case "showText":
        textMatrix = showGlyphs(page, args[0] as unknown[], text, matrix, textMatrix, marks);
        break;
      case "constructPath":
        addRules(nameOf.get(first) ?? "", args[1] as (ArrayLike<number> | null)[], matrix, marks.rules);
        break;
      case "paintImageXObject":
      case "paintInlineImageXObject":
      case "paintImageMaskXObject":
        marks.images++;
        break;
    }
  }
  return marks;
}

interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

interface PdfFont {
  vertical?: boolean;
  fontMatrix?: number[];
  composite?: boolean;
  toUnicode?: object;
}

/** Adds the signs of one showing, and answers the text matrix behind them. */
function showGlyphs(page: PDFPageProxy, items: unknown[], text: TextState, matrix: Matrix, start: Matrix, marks: PageMarks): Matrix {
  const font = (text.font && page.commonObjs.has(text.font) ? page.commonObjs.get(text.font) : {}) as PdfFont;
  const unit = font.fontMatrix?.[0] ?? 0.001;
  const isUnmapped = font.composite === true && font.toUnicode !== undefined && !("_map" in font.toUnicode) && !("size" in font.toUnicode);
  let at = start;
  const shift = (by: number) => {
    at = multiply(at, font.vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * text.scale, 0]);
  };
  for (const item of items) {
    if (typeof item === "number") {
      shift((-item * text.size) / 1000);
      continue;
    }
    const glyph = item as PdfGlyph | null;
    if (!glyph) continue;
    const advance = glyph.width * unit * text.size;
    const whole = multiply(matrix, at);
    const [x, y] = apply(whole, 0, text.rise);
    const [right] = apply(whole, advance * text.scale, text.rise);
    const size = Math.hypot(whole[2], whole[3]) * Math.abs(text.size);
    const isLevel = Math.abs(whole[1]) < Math.abs(whole[0]) / 10;
    const isShown = !text.hidden && size > 1 && glyph.unicode.trim() !== "";
    if (!text.hidden && isLevel && size > 1) marks.glyphs.push({ text: glyph.unicode, x, y, width: right - x, size });
    if (marks.glyphs.length > LIMITS.marks) refuseSource("too-complex");
    if (isShown && !isLevel) marks.sideways++;
    if (isShown && isUnmapped) marks.unmapped++;
    shift(advance + text.charSpacing + (glyph.isSpace ? text.wordSpacing : 0));
  }
  return at;
}

/** Lines of a path that is stroked, and the long thin shapes of one that is filled. */
function addRules(paint: string, parts: (ArrayLike<number> | null)[], matrix: Matrix, rules: Rule[]): void {
  const strokes = /stroke/i.test(paint);
  if (!strokes && !/fill/i.test(paint)) return;
  const data = parts[0];
  if (!data) return;
  let points: [number, number][] = [];
  const end = (closed: boolean) => {
    if (strokes) for (let index = closed ? 0 : 1; index < points.length; index++) addLine(points.at(index - 1)!, points[index]!, rules);
    else addShape(points, rules);
    points = [];
  };
  for (let index = 0; index < data.length; ) {
    const code = data[index++];
    const point = () => apply(matrix, data[index++]!, data[index++]!);
    if (code === 0) {
      end(false);
      points.push(point());
    } else if (code === 1) points.push(point());
    else if (code === 4) end(true);
    else {
      index += code === 2 ? 4 : 2;
      points.push(point());
    }
  }
  end(false);
}

function addLine([x1, y1]: [number, number], [x2, y2]: [number, number], rules: Rule[]): void {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height <= 1 && width >= SHORTEST) rules.push({ across: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (width <= 1 && height >= SHORTEST) rules.push({ across: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

function addShape(points: readonly [number, number][], rules: Rule[]): void {
  if (points.length < 3) return;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST && right - left >= SHORTEST) rules.push({ across: true, at: (top + bottom) / 2, from: left, to: right });
  else if (right - left <= THICKEST && bottom - top >= SHORTEST) rules.push({ across: false, at: (left + right) / 2, from: top, to: bottom });
}

function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
