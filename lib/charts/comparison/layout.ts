import type { Piece } from "@/lib/comparison/text-comparison";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { PlacedEntry, PlacedLine, StretchLook, TextDrawing } from "../text-drawing";
import { cutLine, wrapText } from "../text-fit";
import type { ComparedPair, GoalComparison } from "./model";
import { type ComparedText, looksOf, placePieces } from "./rows";

/** From this width in pixels on the older texts stand beside the newer ones; below it under them. */
const BESIDE = 520;
/** Lines of a text that are drawn; the table has all of it. */
const MOST_LINES = 12;
/** Texts of a side that are drawn. */
const MOST_TEXTS = 6;

const GAP = 28;
const TEXT = 13;
const LINE = 20;
const LABEL = 12;
const HEADING = 15;

/** Where texts are put, in pixels. */
interface Column {
  x: number;
  y: number;
  width: number;
}

/** The comparison as it is drawn, and whether a text is cut or left out. */
export interface ComparisonLayout extends TextDrawing {
  isCut: boolean;
}

/** Places texts of two years beside each other, line by line, each stretch with its looks. */
export function layoutComparison(chart: GoalComparison, width: number): ComparisonLayout {
  const texts = chartTexts(chart.language).comparison;
  const years = { before: texts.older(chart.predecessors[0]!.fiscalYear), after: texts.newer(chart.successor.fiscalYear) };
  const beside = width >= BESIDE;
  const column = beside ? (width - GAP) / 2 : width;
  const entries: PlacedEntry[] = [];
  let isCut = false;
  let y = 0;
  for (const pair of chart.drawn) {
    const { row } = pair;
    const heading: PlacedLine = { x: 0, y: y + HEADING, size: HEADING, text: row.name, what: "strong" };
    entries.push({ key: row.key, goalId: null, name: "", badge: null, lines: [heading] });
    const place = (side: "before" | "after", at: Column) => {
      const placed = placeSide(pair, side, { at, year: years[side], chart });
      isCut ||= placed.isCut;
      entries.push(...placed.entries);
      return placed.end;
    };
    const top = y + HEADING + 10;
    if (beside) {
      y = Math.max(place("before", { x: 0, y: top, width: column }), place("after", { x: column + GAP, y: top, width: column }));
    } else {
      // The new text stands right below what it is about, as the goal's page has it on a phone.
      const end = place("after", { x: 0, y: top, width });
      y = place("before", { x: 14, y: end + 4, width: width - 14 });
    }
    y += 14;
  }
  if (chart.dropped.length > 0) {
    const text = cutLine(texts.chart.notDrawn(chart.dropped), width / LABEL);
    entries.push({ key: "dropped", goalId: null, name: "", badge: null, lines: [{ x: 0, y: y + LABEL, size: LABEL, text, what: "soft" }] });
    y += LABEL + 18;
  }
  return { width, height: Math.max(0, y - 14), entries, isCut };
}

interface Side {
  at: Column;
  year: string;
  chart: GoalComparison;
}

/** One side's texts below each other, each with what it is. Answers where they end. */
function placeSide({ row, comparison }: ComparedPair, side: "before" | "after", { at: { x, y, width }, year, chart }: Side) {
  const { comparison: told } = chartTexts(chart.language);
  const pieces = placePieces(row[side], comparison?.[side]);
  const looks = looksOf(row, comparison, side);
  const entries: PlacedEntry[] = [];
  let lines: PlacedLine[] = [];
  let line = y;
  let isCut = false;
  const push = (text: ComparedText | null, index: number) => {
    const goalId = text?.goal?.id ?? null;
    const name = [year, text?.label ?? (goalId ? row.name : "")].filter(Boolean).join(" ");
    const pointer = text?.text == null ? null : text.pointer;
    entries.push({ key: `${row.key} ${side} ${index}`, goalId, ...(pointer && { pointer }), name: goalId ? name : "", badge: null, lines });
    lines = [];
  };
  const soft = (text: string) => {
    lines.push({ x, y: line + LABEL, size: LABEL, text: cutLine(text, width / LABEL), what: "soft" });
    line += LABEL + 6;
  };
  const [first] = row[side];
  soft(first?.label ? `${year}　${first.label}` : year);
  if (!first) {
    soft(row.none);
    push(null, 0);
  }
  row[side].slice(0, MOST_TEXTS).forEach((text, index) => {
    if (text.label && index > 0) soft(text.label);
    if (text.text === null) soft(text.goal ? told.absent(text.goal.stage) : row.none);
    else {
      const wrapped = wrapPieces(pieces[index]!, width / TEXT, looks);
      const shown = wrapped.slice(0, MOST_LINES);
      if (shown.length < wrapped.length) {
        isCut = true;
        shown[MOST_LINES - 1] = endLine(shown[MOST_LINES - 1]!, width / TEXT);
      }
      for (const stretches of shown) {
        const plain = stretches.map((each) => each.text).join("");
        lines.push({ x, y: line + TEXT + 1, size: TEXT, text: plain, what: "plain", ...(stretches.some(({ look }) => look) && { stretches }) });
        line += LINE;
      }
    }
    push(text, index);
    line += 4;
  });
  if (row[side].length > MOST_TEXTS) {
    isCut = true;
    soft(told.moreTexts(row[side].length - MOST_TEXTS));
    push(null, MOST_TEXTS);
  }
  return { entries, end: line, isCut };
}

type Stretches = { text: string; look: StretchLook | null }[];

/** A text's pieces on lines of at most `width` em, each line in stretches of one look. */
function wrapPieces(pieces: readonly Piece[], width: number, { kept, changed }: Record<"kept" | "changed", StretchLook | null>): Stretches[] {
  const text = pieces.map((piece) => piece.text).join("");
  const looks = pieces.flatMap((piece) => Array.from(piece.text, (letter) => [letter, piece.text.trim() === "" ? null : piece.kept ? kept : changed] as const));
  let at = 0;
  const lines: Stretches[] = [];
  for (const line of text.split("\n").flatMap((paragraph) => wrapText(paragraph, width))) {
    const stretches: Stretches = [];
    // A line has its text's letters but for blanks at its ends.
    for (const letter of line) {
      while (looks[at]![0] !== letter) at++;
      const look = looks[at++]![1];
      const last = stretches.at(-1);
      if (last?.look === look) last.text += letter;
      else stretches.push({ text: letter, look });
    }
    lines.push(stretches);
  }
  return lines;
}

/** A line that says that there is more of its text. */
function endLine(stretches: Stretches, width: number): Stretches {
  const cut = cutLine(`${stretches.map(({ text }) => text).join("")}……`, width).length - 1;
  const kept: Stretches = [];
  let left = cut;
  for (const { text, look } of stretches) {
    if (left <= 0) break;
    kept.push({ text: text.slice(0, left), look });
    left -= text.length;
  }
  return [...kept, { text: "…", look: null }];
}
