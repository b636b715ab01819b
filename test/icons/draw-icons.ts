import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

/** Sizes that browsers and their lists of bookmarks ask for, in pixels, and the one of a home screen. */
const ICO_SIZES = [16, 32, 48] as const;
const TOUCH_SIZE = 180;

const SVG = readFileSync("app/icon.svg", "utf8");

/** The touch icon as PNG: systems round its corners themselves, so that its ground reaches them. */
export function drawTouchIcon(): Buffer {
  return draw(SVG.replace(/ rx="[^"]*"/, ""), TOUCH_SIZE);
}

/** The icon in several sizes as one ICO file, each a PNG within (https://learn.microsoft.com/windows/win32/menurc/icon-resource). */
export function drawFavicon(): Buffer {
  const images = ICO_SIZES.map((size) => draw(SVG, size));
  const directory = Buffer.alloc(6 + 16 * images.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(images.length, 4);
  let offset = directory.length;
  images.forEach((image, index) => {
    const at = 6 + 16 * index;
    directory.writeUInt8(ICO_SIZES[index]!, at);
    directory.writeUInt8(ICO_SIZES[index]!, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(image.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += image.length;
  });
  return Buffer.concat([directory, ...images]);
}

function draw(svg: string, width: number): Buffer {
  return Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } }).render().asPng());
}
