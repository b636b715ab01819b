import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { readSource } from "@/lib/document/read-source";
import { FILES, readFile } from "../fuzz/damage";
import { launchChromium } from "./chromium";
import { median, medianRatio } from "./statistics";
import { type Measure, printTime } from "./table";

const ROUNDS = 9;
/** The two documents so often fill forty pages, and in milliseconds they should take no longer than this. */
const [TIMES, LONGEST] = [6, 3000];

/** Reads the real documents in each format, in turn with unpacking the same bytes, and a PDF of forty pages. */
export async function measureSources(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const name of FILES.filter((each) => /2025/.test(each))) measures.push(await measure(name, readFile(name)));
  const long = await measure("PDF of forty pages", await printLong());
  return [...measures, { ...long, aim: "≤ 3 s", met: long.milliseconds <= LONGEST }];
}

async function measure(name: string, bytes: Uint8Array): Promise<Measure & { milliseconds: number }> {
  const [reading, unpacking]: [number[], number[]] = [[], []];
  const first = await time(() => readSource(bytes, { municipality: "柏原市" }));
  for (let round = 0; round < ROUNDS; round++) {
    reading.push(await time(() => readSource(bytes, { municipality: "柏原市" })));
    unpacking.push(await time(() => unpack(bytes)));
  }
  const milliseconds = median(reading);
  const value = `${printTime(milliseconds)} (first ${printTime(first)})`;
  return { name, value, basis: `${printTime(median(unpacking))} unpacked`, ratio: medianRatio(reading, unpacking), milliseconds };
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** As far as zlib goes: an archive's files, a PDF's streams, the characters of a text. */
function unpack(bytes: Uint8Array): void {
  if (bytes[0] === 0x50) return void unzipSync(bytes);
  const text = new TextDecoder(bytes[0] === 0x25 ? "latin1" : "utf-8").decode(bytes);
  if (bytes[0] !== 0x25) return;
  for (const { index, 0: start } of text.matchAll(/(?<!end)stream(?:\r\n|\n)/g)) {
    const at = index + start.length;
    if (bytes[at] === 0x78) inflateSync(bytes.subarray(at, text.indexOf("endstream", at)));
  }
}

async function printLong(): Promise<Uint8Array> {
  const bodies = FILES.filter((name) => name.endsWith(".html")).map((name) => new TextDecoder().decode(readFile(name)));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>td{border:1px solid}table{border-collapse:collapse}</style>${bodies.join("").repeat(TIMES)}`);
    return await page.pdf({ format: "A4" });
  } finally {
    await browser.close();
  }
}
