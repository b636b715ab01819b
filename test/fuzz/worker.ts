import { parentPort, workerData } from "node:worker_threads";
import { createRandom } from "../random";
import { damage, FILES, readFile } from "./damage";
import { findFault } from "./find-fault";
import { mutate, type Random } from "./mutate";
import { pickSource } from "./sources";

/** What a worker is to do: the cases `first`, `first + step`, … below `end`. `at` holds the one under way. */
export interface FuzzTask {
  seed: number;
  /** `text`, or the end of files' names. */
  format: string;
  first: number;
  step: number;
  end: number;
  at: Int32Array;
}

/** What a worker found: a fault of one case, or at the end how long the slowest took. */
export type FuzzMessage = { fault: string; index: number } | { slowest: number; index: number };

export const TEXT = "text";

/** The longest that the reading of a text or of another file may take, in milliseconds. */
const [TEXT_LIMIT, FILE_LIMIT] = [1000, 2000];

/** The input of one case; the same seed and number always give the same bytes. */
export function makeCase(seed: number, index: number, format: string): Uint8Array {
  const random = caseRandom(seed, index);
  return format === TEXT ? mutate(pickSource(random), random) : damage(readFile(pickFile(format, random)), random);
}

function caseRandom(seed: number, index: number): Random {
  return createRandom(Math.imul(seed, 0x9e3779b1) ^ index);
}

function pickFile(format: string, random: Random): string {
  const files = FILES.filter((name) => name.endsWith(`.${format}`));
  return files[Math.floor(random() * files.length)]!;
}

if (parentPort) {
  const { seed, format, first, step, end, at } = workerData as FuzzTask;
  const [isFile, limit] = [format !== TEXT, format === TEXT ? TEXT_LIMIT : FILE_LIMIT];
  let slowest = { slowest: 0, index: first };
  for (let index = first; index < end; index += step) {
    Atomics.store(at, 0, index);
    const bytes = makeCase(seed, index, format);
    const began = performance.now();
    const fault = await findFault(bytes, isFile);
    let time = performance.now() - began;
    // On a busy machine the clock alone says little: a slow case has to be slow every time.
    for (let again = 0; time > limit && again < 2; again++) time = Math.min(time, await measure(bytes, isFile));
    // A sound PDF may take half of it there.
    const most = time > limit && isFile ? Math.max(limit, 2 * (await measure(readFile(pickFile(format, caseRandom(seed, index))), true))) : limit;
    if (fault !== null) parentPort.postMessage({ fault, index } satisfies FuzzMessage);
    else if (time > most) parentPort.postMessage({ fault: `took ${Math.round(time)} ms`, index } satisfies FuzzMessage);
    if (time > slowest.slowest) slowest = { slowest: time, index };
  }
  parentPort.postMessage(slowest satisfies FuzzMessage);
}

async function measure(bytes: Uint8Array, isFile: boolean): Promise<number> {
  const began = performance.now();
  await findFault(bytes, isFile);
  return performance.now() - began;
}
