import type { Browser } from "playwright-core";

export type Colour = readonly [red: number, green: number, blue: number];
type Point = readonly [x: number, y: number];

/** What a browser draws of one element, in pixels of its picture. */
export interface DrawnElement {
  /** What to call it in a message. */
  name: string;
  /** Of a text its box and its size. */
  text: { left: number; top: number; right: number; bottom: number; size: number; colour: Colour } | null;
  /** Points in its fill, and its colour where nothing beneath shows through. */
  fill: { points: Point[]; colour: Colour | null } | null;
  /** Points on its stroke, and its colour. */
  stroke: { points: Point[]; colour: Colour } | null;
}

/** A picture as Chromium draws it, and all that is to be seen in it. */
export async function drawInBrowser(browser: Browser, svg: string): Promise<{ png: Uint8Array; elements: DrawnElement[] }> {
  const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number) as [number, number, number];
  const page = await browser.newPage({ viewport: { width, height } });
  try {
    await page.setContent(`<!doctype html><html lang="ja"><body style="margin:0"><style>svg{display:block}</style>${svg}`);
    // tsx names functions by a helper of its own, which the page has not.
    await page.evaluate("globalThis.__name = (named) => named");
    return { png: await page.screenshot(), elements: await page.evaluate(listElements) };
  } finally {
    await page.close();
  }
}

/** Runs in the browser. */
function listElements(): DrawnElement[] {
  const readColour = (value: string): Colour | null => {
    const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value);
    return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : null;
  };
  const place = (shape: SVGGeometryElement, x: number, y: number): [number, number] => {
    const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM()!);
    return [Math.floor(left), Math.floor(top)];
  };
  const listFill = (shape: SVGGeometryElement): [number, number][] => {
    const { x, y, width, height } = shape.getBBox();
    const step = Math.max(0.7, Math.sqrt((width * height) / 900));
    const points: [number, number][] = [];
    for (let down = y + step / 2; down < y + height; down += step) {
      for (let along = x + step / 2; along < x + width; along += step) {
        if (shape.isPointInFill(new DOMPoint(along, down))) points.push(place(shape, along, down));
      }
    }
    return points;
  };
  const listStroke = (shape: SVGGeometryElement): [number, number][] => {
    const length = shape.getTotalLength();
    const step = Math.max(0.5, length / 300);
    return Array.from({ length: Math.floor(length / step) }, (_, index) => {
      const { x, y } = shape.getPointAtLength((index + 0.5) * step);
      return place(shape, x, y);
    });
  };
  return [...document.querySelectorAll<SVGGraphicsElement>("text,rect,path,line,circle")].flatMap((element): DrawnElement[] => {
    if (element.closest("defs")) return [];
    const style = getComputedStyle(element);
    const filled = style.fill !== "none" && element.tagName !== "line";
    const title = element.closest("g")?.querySelector(":scope > title")?.textContent ?? "";
    const name = `${element.tagName} ${element.getAttribute("class") ?? ""} ${title}`.trim();
    if (element.tagName === "text") {
      const colour = readColour(style.fill);
      if (!colour || !element.textContent?.trim()) return [];
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const size = Number.parseFloat(style.fontSize) * element.getCTM()!.a;
      return [{ name: `「${element.textContent}」`, text: { left, top, right, bottom, size, colour }, fill: null, stroke: null }];
    }
    const shape = element as SVGGeometryElement;
    const line = style.strokeOpacity === "0" ? null : readColour(style.stroke);
    return [
      {
        name,
        text: null,
        fill: filled ? { points: listFill(shape), colour: style.fillOpacity === "1" ? readColour(style.fill) : null } : null,
        stroke: line && { points: listStroke(shape), colour: line },
      },
    ];
  });
}
