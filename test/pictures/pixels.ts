import { inflateSync } from "node:zlib";

/** A picture's pixels on white, three bytes each: red, green, blue. */
export interface Pixels {
  width: number;
  height: number;
  rgb: Uint8Array;
}

/** Bytes of a pixel by the colour type of a PNG file. */
const CHANNELS: Record<number, number> = { 2: 3, 6: 4 };

/** Reads a PNG file of 8 bits a channel, not interlaced, as all the programs here write it (https://www.w3.org/TR/png-3/). Throws for any other. */
export function readPixels(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = CHANNELS[bytes[25]!];
  if (bytes[24] !== 8 || !channels || bytes[28] !== 0)
    throw new Error(`cannot read a PNG of depth ${bytes[24]}, colour type ${bytes[25]}, interlacing ${bytes[28]}`);
  const lines = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const alpha = channels === 4 ? lines[pixel * 4 + 3]! / 255 : 1;
    for (let part = 0; part < 3; part++) rgb[pixel * 3 + part] = Math.round(lines[pixel * channels + part]! * alpha + 255 * (1 - alpha));
  }
  return { width, height, rgb };
}

/** Undoes the filters of lines, each of which tells its own in its first byte. */
function unfilter(data: Uint8Array, length: number, height: number, step: number): Uint8Array {
  const lines = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    const [filter, from, to] = [data[y * (length + 1)]!, y * (length + 1) + 1, y * length];
    for (let x = 0; x < length; x++) {
      const left = x >= step ? lines[to + x - step]! : 0;
      const up = y > 0 ? lines[to + x - length]! : 0;
      const corner = x >= step && y > 0 ? lines[to + x - length - step]! : 0;
      const guess = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : nearest(left, up, corner);
      lines[to + x] = data[from + x]! + guess;
    }
  }
  return lines;
}

/** Paeth's predictor: whichever is nearest to left + up - corner. */
function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
/** How far a pixel is from a colour, by the channel that differs most: 0 to 255. */
export function measureColour({ width, rgb }: Pixels, x: number, y: number, colour: ArrayLike<number>): number {
  const at = (y * width + x) * 3;
  return Math.max(Math.abs(rgb[at]! - colour[0]!), Math.abs(rgb[at + 1]! - colour[1]!), Math.abs(rgb[at + 2]! - colour[2]!));
}
