/**
 * `npm run test:pictures [-- --keep DIR]`: every chart's SVG file, light and dark, as LibreOffice, Inkscape and librsvg draw
 * it. Each text, and each colour of each mark, must stand where Chromium has it. `--keep` leaves all pictures in a folder.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import { launchChromium } from "../browser/chromium";
import { removeTemporary } from "../db/temporary-store";
import { drawCases } from "./cases";
import { comparePictures } from "./compare";
import { drawInBrowser } from "./elements";
import { readPixels } from "./pixels";
import { assertPrograms, convertAll, PROGRAMS } from "./programs";

/** Pixels to each of the file's own, so that thin lines can be seen; and the most that LibreOffice draws. */
const SCALE = 2;
const MOST_PIXELS = 2000;
const MOST_TOLD = 8;

const limit = pLimit(2);

function enlarge(svg: string): string {
  return svg.replace(/ width="(\d+)" height="(\d+)"/, (_, ...sizes) => {
    const [width, height] = sizes.slice(0, 2).map(Number) as [number, number];
    const scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
    return ` width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  });
}

const { keep } = parseArgs({ options: { keep: { type: "string" } } }).values;
await assertPrograms();
const folder = keep === undefined ? mkdtempSync(path.join(tmpdir(), "ayumi-pictures-")) : path.resolve(keep);
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
try {
  const pictures = (await drawCases()).map(({ name, svg }) => ({
    file: path.join(folder, `${name}.svg`),
    svg: enlarge(svg),
  }));
  for (const { file, svg } of pictures) writeFileSync(file, svg);
  const files = pictures.map(({ file }) => file);
  // None waits for another; each of them takes longer to start than to draw.
  const [drawn, images] = await Promise.all([
    Promise.all(pictures.map(({ svg }) => limit(() => drawInBrowser(browser, svg)))),
    Promise.all(PROGRAMS.map((program) => convertAll(program, files, folder))),
  ]);
  for (const [index, file] of files.entries()) writeFileSync(file.replace(/svg$/, "png"), drawn[index]!.png);
  for (const [at, { name }] of PROGRAMS.entries()) {
    const faults = files.flatMap((file, index) => {
      const { png, elements } = drawn[index]!;
      return comparePictures(readPixels(png), readPixels(images[at]![index]!), elements).map((fault) => `${path.basename(file)}: ${fault}`);
    });
    for (const fault of faults.slice(0, MOST_TOLD)) console.error(`${name}: ${fault}`);
    console.log(`${name}: ${files.length} pictures, ${faults.length} texts or marks otherwise than in Chromium`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  await browser.close();
  removeTemporary();
  if (keep === undefined) rmSync(folder, { recursive: true, force: true });
}
