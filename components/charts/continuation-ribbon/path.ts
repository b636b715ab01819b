import type { DrawnFlow } from "@/lib/charts/continuation-ribbon/drawn";

/** What a ribbon's shape is made of. */
type Shape = Pick<DrawnFlow, "x0" | "x1" | "start" | "end" | "kind">;

/** SVG path of a ribbon's area; of a line, one that is wide enough to point at. */
export function drawArea({ x0, x1, start, end }: Shape): string {
  const least = 6;
  const [a, b] = widen(start, least);
  const [c, d] = widen(end, least);
  return `${curve(x0, a, x1, c)}L${n(x1)},${n(d)}${curve(x1, d, x0, b).replace(/^M[^C]*/, "")}Z`;
}

/** SVG path of a ribbon's two edges, or of the one line that a `related` link is. */
export function drawEdges({ x0, x1, start, end, kind }: Shape): string {
  const upper = curve(x0, start[0], x1, end[0]);
  return kind === "related" ? upper : upper + curve(x0, start[1], x1, end[1]);
}

function curve(x0: number, y0: number, x1: number, y1: number): string {
  const middle = (x0 + x1) / 2;
  return `M${n(x0)},${n(y0)}C${n(middle)},${n(y0)} ${n(middle)},${n(y1)} ${n(x1)},${n(y1)}`;
}

function widen([top, bottom]: readonly [number, number], least: number): [number, number] {
  const more = Math.max(0, least - (bottom - top)) / 2;
  return [top - more, bottom + more];
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
