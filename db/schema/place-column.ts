import { customType } from "drizzle-orm/sqlite-core";
import type { Places, Point, Span } from "@/lib/domain/place";

/**
 * A span as six numbers: line, column and offset of its start, then of its end. Where it stays on its line, as most do,
 * as four: line, column, offset and length; places are a third of what the store holds of a goal.
 */
export type PackedSpan = [number, number, number, number, number, number] | [number, number, number, number];

/** A `Span` as compact JSON text, `[1,1,0,4]`. */
export const spanColumn = customType<{ data: Span; driverData: string }>({
  dataType: () => "text",
  toDriver: (span) => JSON.stringify(packSpan(span)),
  fromDriver: (text) => unpackSpan(JSON.parse(text) as PackedSpan),
});

/** `Places` as compact JSON text, `{"/title":[[1,1,0,4]]}`. */
export const placesColumn = customType<{ data: Places; driverData: string }>({
  dataType: () => "text",
  toDriver: (places) => JSON.stringify(Object.fromEntries(Object.entries(places).map(([pointer, spans]) => [pointer, spans.map(packSpan)]))),
  fromDriver: readPlaces,
});

/** The text of a places column as `Places`. */
export function readPlaces(text: string): Places {
  const packed = JSON.parse(text) as Record<string, PackedSpan[]>;
  return Object.fromEntries(Object.entries(packed).map(([pointer, spans]) => [pointer, spans.map(unpackSpan)]));
}

/** The text of a span column as a `Span`. */
export function readSpan(text: string | null): Span | null {
  return text === null ? null : unpackSpan(JSON.parse(text) as PackedSpan);
}

function packSpan({ start, end }: Span): PackedSpan {
  const length = end.offset - start.offset;
  if (start.line === end.line && end.column - start.column === length) return [start.line, start.column, start.offset, length];
  return [start.line, start.column, start.offset, end.line, end.column, end.offset];
}

function unpackSpan(packed: PackedSpan): Span {
  const [line, column, offset] = packed;
  const start = point(line, column, offset);
  return { start, end: packed.length === 4 ? point(line, column + packed[3], offset + packed[3]) : point(packed[3], packed[4], packed[5]) };
}

function point(line: number, column: number, offset: number): Point {
  return { line, column, offset };
}
