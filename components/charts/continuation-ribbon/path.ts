import type { DrawnFlow } from "@/lib/charts/continuation-ribbon/drawn";

/** What a ribbon's shape is made of. */
type Shape = Pick<DrawnFlow, "x0" | "x1" | "start" | "end" | "kind">;

/**
 * SVG path of a ribbon's area; of a line, one that is wide enough to point at. Its commands are relative: ribbons that
 * cross the same gap are then written alike, which packs well.
 */
export function drawArea({ x0, x1, start, end }: Shape): string {
  const least = 6;
  const [a, b] = widen(start, least);
  const [c, d] = widen(end, least);
  return `${begin(x0, a)}${curve(x0, a, x1, c)}v${n(d - c)}${curve(x1, d, x0, b)}z`;
}

/** SVG path of a ribbon's two edges, or of the one line that a `related` link is. */
export function drawEdges({ x0, x1, start, end, kind }: Shape): string {
  const upper = begin(x0, start[0]) + curve(x0, start[0], x1, end[0]);
  return kind === "related" ? upper : `${upper}m0,${n(end[1] - end[0])}${curve(x1, end[1], x0, start[1])}`;
}

function begin(x: number, y: number): string {
  return `M${n(x)},${n(y)}`;
}

function curve(x0: number, y0: number, x1: number, y1: number): string {
  const [half, x, y] = [(x1 - x0) / 2, x1 - x0, y1 - y0].map(n);
  return `c${half},0 ${half},${y} ${x},${y}`;
}

function widen([top, bottom]: readonly [number, number], least: number): [number, number] {
  const more = Math.max(0, least - (bottom - top)) / 2;
  return [top - more, bottom + more];
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
