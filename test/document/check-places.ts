import { splitPieces, stripMarkup } from "@/lib/document/markup";
import { readNumber } from "@/lib/document/number-cell";
import { SOFT_BREAKS, STAND_IN, UNPRINTABLE } from "@/lib/domain/characters";
import { findFiscalYear } from "@/lib/domain/fiscal-year";
import type { Places, Span } from "@/lib/domain/place";
import type { PlanReading } from "@/lib/domain/reading";

/** Leaves of a plan that a source text prints, by JSON Pointer: everything but what is configured or derived. */
function listPrintedValues(plan: PlanReading["plan"]): Map<string, string | number> {
  const values = new Map<string, string | number>();
  const visit = (value: unknown, pointer: string): void => {
    if (value === null || value === undefined) return;
    if (typeof value === "object") for (const [key, child] of Object.entries(value)) visit(child, `${pointer}/${key}`);
    else values.set(pointer, value as string | number);
  };
  visit(plan, "");
  for (const pointer of values.keys()) {
    if (/^\/(municipality|stage)$|^\/ratingScale\/\d+\/(min|max)$/.test(pointer)) values.delete(pointer);
  }
  return values;
}

/**
 * What is wrong with the places of a reading: values without a place, places without a value, spans whose source
 * (less tags, unless there are none) is not the value. Values of several lines have a span a line; a value printed twice has two.
 */
export function findPlaceFaults(text: string, { plan, places, ratingTexts }: PlanReading, { tags } = { tags: true }): string[] {
  const faults: string[] = [];
  const values = listPrintedValues(plan);
  for (const [pointer, spans] of Object.entries(places)) {
    for (const span of spans) if (!isSpan(text, span)) faults.push(`${pointer}: a span that is none: ${JSON.stringify(span)}`);
    if (/^\/ratingScale\/\d+$/.test(pointer)) continue;
    const value = ratingTexts[pointer] ?? values.get(pointer);
    if (value === undefined) faults.push(`${pointer}: a place without a value`);
    else if (
      !prints(
        spans.map((span) => slice(text, span, tags)),
        pointer,
        value,
      )
    )
      faults.push(`${pointer}: ${JSON.stringify(spans.map((span) => slice(text, span, tags)))} is not ${JSON.stringify(value)}`);
  }
  for (const [pointer, value] of values) if (!isPlaced(places, pointer, value)) faults.push(`${pointer}: a value without a place`);
  return faults;
}

function isPlaced(places: Places, pointer: string, value: string | number): boolean {
  // A goal without a printed number gets one by its position, and an item that only its result names has no text.
  return Boolean(places[pointer]?.length) || value === "" || /^\/priorityGoals\/\d+\/number$/.test(pointer);
}

function prints(slices: string[], pointer: string, value: string | number): boolean {
  // `\\|` is a pipe in the cells of a Markdown table, and itself elsewhere.
  return (
    printsAs(slices, pointer, value) ||
    printsAs(
      slices.map((part) => part.replaceAll("\\|", "|")),
      pointer,
      value,
    )
  );
}

function printsAs(slices: string[], pointer: string, value: string | number): boolean {
  if (pointer === "/fiscalYear") return slices.every((part) => findFiscalYear(part)?.year === value);
  if (typeof value === "number") return slices.every((part) => readNumber(part) === value);
  if (/\/(code|rating)$/.test(pointer) && slices.every((part) => part.normalize("NFKC") === value)) return true;
  const lines = value.split("\n");
  for (let from = 0; from < slices.length; from += lines.length) {
    if (slices.slice(from, from + lines.length).join("\n") !== value) return false;
  }
  return slices.length > 0;
}

/** The source of a span less tags; a text that was made of cells has none. */
function slice(text: string, span: Span, tags: boolean): string {
  if (!tags) return text.slice(span.start.offset, span.end.offset).replace(SOFT_BREAKS, "\n").replace(UNPRINTABLE, STAND_IN);
  const clean = stripMarkup(text.slice(span.start.offset, span.end.offset), span.start.offset);
  return splitPieces(clean)
    .map((piece) => piece.text)
    .join("\n");
}

function isSpan(text: string, { start, end }: Span): boolean {
  const starts = findLineStarts(text);
  const isPoint = ({ line, column, offset }: Span["start"]): boolean => {
    const from = starts[line - 1];
    return from !== undefined && column >= 1 && from + column - 1 === offset && offset <= (starts[line] ?? text.length + 1) - 1;
  };
  return start.offset < end.offset && end.offset <= text.length && isPoint(start) && isPoint(end);
}

let known: { text: string; starts: number[] } = { text: "", starts: [0] };

function findLineStarts(text: string): number[] {
  if (known.text !== text) known = { text, starts: [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)] };
  return known.starts;
}
