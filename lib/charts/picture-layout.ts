import { measureText, wrapText } from "./text-fit";

/** Texts around a drawing in a picture of its own. */
export interface PictureTexts {
  title: string;
  reading: string;
  /** Basis and source, small, at the bottom. */
  source: string;
  legend: { text: string; width: number }[];
}

/** A line of text at its baseline, and a legend entry at its top left. Pixels from the picture's top left. */
export interface PictureLayout {
  width: number;
  height: number;
  pad: number;
  lines: { x: number; y: number; size: number; what: "strong" | "plain" | "soft"; text: string }[];
  legend: { x: number; y: number; textX: number }[];
  /** Where the drawing's top left stands. */
  drawing: { x: number; y: number };
}

const PAD = 16;
const SIZES = { strong: [17, 26], plain: [13, 20], soft: [11, 17] } as const;

/** Room in pixels that a drawing has in a picture of that width. */
export function drawingRoom(width: number): number {
  return width - 2 * PAD;
}

/** Places title, legend, drawing, reading and source one below the other. The drawing may make the picture wider. */
export function layoutPicture({ title, reading, source, legend }: PictureTexts, drawing: { width: number; height: number }, asked: number): PictureLayout {
  const width = Math.max(asked, drawing.width + 2 * PAD);
  const room = width - 2 * PAD;
  const lines: PictureLayout["lines"] = [];
  let y = PAD - 4;
  const write = (text: string, what: keyof typeof SIZES) => {
    const [size, step] = SIZES[what];
    for (const line of wrapText(text, room / size)) {
      lines.push({ x: PAD, y: y + step - 6, size, what, text: line });
      y += step;
    }
  };
  write(title, "strong");
  const placed: PictureLayout["legend"] = [];
  if (legend.length > 0) {
    let x = PAD;
    y += 6;
    for (const entry of legend) {
      const length = entry.width + 6 + 12 * measureText(entry.text);
      if (x > PAD && x + length > width - PAD) [x, y] = [PAD, y + 22];
      placed.push({ x, y, textX: x + entry.width + 6 });
      x += length + 16;
    }
    y += 24;
  }
  y += 8;
  const at = { x: PAD, y };
  y += drawing.height + 10;
  if (reading) write(reading, "plain");
  y += 4;
  write(source, "soft");
  return { width, height: Math.ceil(y + PAD - 6), pad: PAD, lines, legend: placed, drawing: at };
}
