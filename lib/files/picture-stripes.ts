import { DomUtils, parseDocument } from "htmlparser2";
import type { Element, PictureTree } from "./picture-tree";

/** Corners of a convex shape, in pixels, in their order. */
type Polygon = readonly (readonly [x: number, y: number])[];

/** How a hatching's stripes follow each other from the top left: pixels from one to the next, and what is seen of each. */
interface Stripes {
  step: number;
  thickness: number;
  colour: string;
}

/** Points on each rounded corner. */
const ROUND = [0, 30, 60, 90].map((degrees) => (degrees * Math.PI) / 180);

/**
 * Draws the stripes of every hatched shape as shapes cut to its edge, in the places where its pattern (`DiagonalLines`) has
 * them, and takes the patterns away.
 */
export function drawStripes(tree: PictureTree): void {
  const patterns = DomUtils.getElementsByTagName("pattern", tree.children) as Element[];
  const stripes = new Map(patterns.map((pattern) => [`url(#${pattern.attribs.id})`, readStripes(pattern)]));
  const hatched = DomUtils.findAll(({ attribs }) => stripes.has(attribs.fill ?? ""), tree.children) as Element[];
  for (const element of hatched) {
    const { colour, ...places } = stripes.get(element.attribs.fill!)!;
    const d = readPolygons(element)
      .flatMap((polygon) => cutStripes(polygon, places))
      .map((stripe) => `M${stripe.map(([x, y]) => `${round(x)},${round(y)}`).join("L")}Z`);
    const { opacity } = element.attribs;
    const dimmed = opacity === undefined ? "" : ` opacity="${opacity}"`;
    const [path] = parseDocument(`<path d="${d.join("")}" fill="${colour}"${dimmed}/>`, { xmlMode: true }).children;
    DomUtils.prepend(element, path!);
    element.attribs.fill = "none";
  }
  for (const pattern of patterns) {
    const { parent } = pattern;
    DomUtils.removeElement(pattern);
    if (parent && "name" in parent && parent.name === "defs" && parent.children.length === 0) DomUtils.removeElement(parent);
  }
}

/** A line stands on the edge of its pattern's tile, which cuts off half of it. */
function readStripes({ attribs, children }: Element): Stripes {
  const line = (children as Element[]).find(({ name }) => name === "line")!;
  return { step: Number(attribs.width), thickness: Number(line.attribs["stroke-width"]) / 2, colour: line.attribs.stroke! };
}

/** A rectangle, or a path of closed polygons between absolute points. Throws for other shapes. */
function readPolygons({ name, attribs }: Element): Polygon[] {
  if (name === "rect") {
    const [x, y, width, height, radius] = ["x", "y", "width", "height", "rx"].map((key) => Number(attribs[key] ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return [roundBox(x, y, width, height, radius)];
  }
  const parts = name === "path" ? (attribs.d ?? "").split("Z").filter(Boolean) : [];
  const polygons = parts.map((part) =>
    part
      .slice(1)
      .split("L")
      .map((point) => point.split(",").map(Number) as [number, number]),
  );
  if (polygons.length === 0 || polygons.flat().some((point) => point.length !== 2 || !point.every(Number.isFinite)))
    throw new Error(`cannot hatch the ${name} "${attribs.d ?? ""}": it is neither a rectangle nor a path of polygons`);
  return polygons;
}

function roundBox(x: number, y: number, width: number, height: number, radius: number): Polygon {
  const corners = [
    [x + width - radius, y + radius, -90],
    [x + width - radius, y + height - radius, 0],
    [x + radius, y + height - radius, 90],
    [x + radius, y + radius, 180],
  ] as const;
  return corners.flatMap(([cx, cy, from]) =>
    (radius > 0 ? ROUND : [0]).map((turn): [number, number] => {
      const angle = turn + (from * Math.PI) / 180;
      return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
    }),
  );
}

/** What of each stripe lies within a shape. */
function cutStripes(polygon: Polygon, { step, thickness }: Omit<Stripes, "colour">): Polygon[] {
  const along = polygon.map(measure);
  const [first, last] = [Math.floor(Math.min(...along) / step), Math.floor(Math.max(...along) / step)];
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
    .map((start) =>
      cut(
        cut(polygon, (point) => measure(point) - start),
        (point) => start + thickness - measure(point),
      ),
    )
    .filter((stripe) => stripe.length > 2);
}

/** How far a point is across the stripes. */
function measure([x, y]: Polygon[number]): number {
  return (x + y) * Math.SQRT1_2;
}

/** A shape's part where a linear measure is not below 0 (Sutherland and Hodgman). */
function cut(polygon: Polygon, inside: (point: Polygon[number]) => number): Polygon {
  return polygon.flatMap((point, index) => {
    const next = polygon[(index + 1) % polygon.length]!;
    const [here, there] = [inside(point), inside(next)];
    const crossing = (): Polygon[number] => [
      point[0] + ((next[0] - point[0]) * here) / (here - there),
      point[1] + ((next[1] - point[1]) * here) / (here - there),
    ];
    return [...(here >= 0 ? [point] : []), ...(here >= 0 !== there >= 0 ? [crossing()] : [])];
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
