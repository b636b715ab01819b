import type { DrawnMark } from "@/lib/charts/rating-change/drawn";

type Shape = Pick<DrawnMark, "points" | "thickness" | "course">;

/** Pixels of what is drawn of a band at either end where nothing is drawn between. */
const STUB = 10;

/** SVG path through a mark's points; of ones that cannot be compared, none between. */
export function drawWay({ points, course }: Shape): string {
  if (course !== "incomparable") return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${n(x)},${n(y)}`).join("");
  return listStubs(points)
    .map(([a, b]) => `M${n(a.x)},${n(a.y)}L${n(b.x)},${n(b.y)}`)
    .join("");
}

/** SVG path of a band's outline. */
export function drawBand({ points, thickness, course }: Shape): string {
  const pairs = course === "incomparable" ? listStubs(points) : points.slice(1).map((point, index) => [points[index]!, point] as const);
  const half = thickness / 2;
  return pairs.map(([a, b]) => `M${n(a.x)},${n(a.y - half)}L${n(b.x)},${n(b.y - half)}L${n(b.x)},${n(b.y + half)}L${n(a.x)},${n(a.y + half)}Z`).join("");
}

type Point = Shape["points"][number];

function listStubs(points: readonly Point[]): (readonly [Point, Point])[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  return [
    [first, { ...first, x: first.x + STUB }],
    [{ ...last, x: last.x - STUB }, last],
  ];
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
