import type { DrawnElement } from "./elements";
import { measureColour, type Pixels } from "./pixels";

/** Of 255: how far one colour may be from another that is to be the same, smoothed edges and the rounding of programs apart. */
const TOLERANCE = 32;

/** What of a browser's picture is not in another program's: one sentence each. Both are of the same size, or of one pixel more. */
export function comparePictures(drawn: Pixels, other: Pixels, elements: readonly DrawnElement[]): string[] {
  if (Math.abs(drawn.width - other.width) > 1 || Math.abs(drawn.height - other.height) > 1)
    return [`the picture is ${other.width} × ${other.height} and not ${drawn.width} × ${drawn.height} pixels`];
  const texts = elements.flatMap(({ text }) => text ?? []);
  const isFree = ([x, y]: readonly [number, number]) => !texts.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  return elements.flatMap(({ name, text, fill, stroke }) => [
    ...(text ? compareText(drawn, other, text).map((fault) => `${name}: ${fault}`) : []),
    ...(fill ? compareFill(drawn, other, fill.points.filter(isFree), fill.colour).map((fault) => `${name}: ${fault}`) : []),
    ...(stroke ? compareStroke(drawn, other, stroke.points.filter(isFree), stroke.colour).map((fault) => `${name}: ${fault}`) : []),
  ]);
}

type Text = NonNullable<DrawnElement["text"]>;
type Point = readonly [x: number, y: number];

/** As much of a text's colour stands where it stands, and at its height. Fonts may differ. */
function compareText(drawn: Pixels, other: Pixels, text: Text): string[] {
  const [wanted, found] = [drawn, other].map((picture) => measureInk(picture, text)) as [Ink, Ink];
  const share = found.count / wanted.count;
  if (share < 0.5 || share > 1.8) return [`its letters have ${Math.round(100 * share)} % of their pixels`];
  const shift = (found.y - wanted.y) / text.size;
  return Math.abs(shift) > 0.15 ? [`stands ${Math.abs(shift).toFixed(2)} em too ${shift < 0 ? "high" : "low"}`] : [];
}

interface Ink {
  count: number;
  /** Middle of all its pixels. */
  y: number;
}

function measureInk(picture: Pixels, { left, top, right, bottom, colour }: Text): Ink {
  let [count, sum] = [0, 0];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(picture.height, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(picture.width, right); x++) {
      if (measureColour(picture, x, y, colour) < 80) [count, sum] = [count + 1, sum + y];
    }
  }
  return { count, y: sum / count };
}

/** Each colour that a shape has in the browser's picture, its own or that of what lies on it, it has in the other at the same places. */
function compareFill(drawn: Pixels, other: Pixels, points: readonly Point[], own: readonly number[] | null): string[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const colour = readColour(drawn, point);
    // At an edge a pixel is of neither side's colour.
    if (colour === null || !((own && measureColour(drawn, ...point, own) <= 6) || findNearest(drawn, point, colour, "furthest") <= 6)) continue;
    const key = colour.map((part) => part >> 3).join();
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < 4) return [];
    const found = group.filter((point) => findNearest(other, point, readColour(drawn, point)!) <= TOLERANCE).length / group.length;
    return found < 0.75 ? [`${Math.round(100 * found)} % of its colour rgb(${readColour(drawn, group[0]!)}) is there`] : [];
  });
}

/** As many points of a stroke, which may be dashed, have its colour. */
function compareStroke(drawn: Pixels, other: Pixels, points: readonly Point[], colour: readonly number[]): string[] {
  const [wanted, found] = [drawn, other].map((picture) => points.filter((point) => findNearest(picture, point, colour) <= 2 * TOLERANCE).length) as [
    number,
    number,
  ];
  return wanted >= 4 && (found < 0.6 * wanted || found > 1.5 * wanted + 4) ? [`${found} of its stroke's ${wanted} points have its colour`] : [];
}

function readColour({ width, height, rgb }: Pixels, [x, y]: Point): number[] | null {
  const at = (y * width + x) * 3;
  return x > 0 && y > 0 && x < width - 1 && y < height - 1 ? [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!] : null;
}

/** How near the pixels at a point and around it come to a colour; or how far they go from it. */
function findNearest(picture: Pixels, [x, y]: Point, colour: ArrayLike<number>, which: "nearest" | "furthest" = "nearest"): number {
  const distances = [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].map((along) => measureColour(picture, clip(x + along, picture.width), clip(y + down, picture.height), colour)),
  );
  return which === "nearest" ? Math.min(...distances) : Math.max(...distances);
}

function clip(value: number, size: number): number {
  return Math.min(Math.max(value, 0), size - 1);
}
