import { parentPort, workerData } from "node:worker_threads";
import { createRandom } from "../faults/seed";
import { findFault } from "./find-fault";
import { mutate } from "./mutate";
import { pickSource } from "./sources";

/** What a worker is to do: the cases `first`, `first + step`, … below `end`. `at` holds the one under way. */
export interface FuzzTask {
  seed: number;
  first: number;
  step: number;
  end: number;
  at: Int32Array;
}

/** What a worker found: a fault of one case, or at the end how long the slowest took. */
export type FuzzMessage = { fault: string; index: number } | { slowest: number; index: number };

/** The longest that one reading may take, in milliseconds of processor time. */
const LIMIT = 1000;

/** The input of one case; the same seed and number always give the same bytes. */
export function makeCase(seed: number, index: number): Uint8Array {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ index);
  return mutate(pickSource(random), random);
}

if (parentPort) {
  const { seed, first, step, end, at } = workerData as FuzzTask;
  let slowest = { slowest: 0, index: first };
  for (let index = first; index < end; index += step) {
    Atomics.store(at, 0, index);
    const bytes = makeCase(seed, index);
    const began = performance.now();
    const fault = findFault(bytes);
    let time = performance.now() - began;
    // On a busy machine the clock alone says little: a slow case has to be slow every time.
    for (let again = 0; time > LIMIT && again < 2; again++) time = Math.min(time, measure(bytes));
    if (fault !== null) parentPort.postMessage({ fault, index } satisfies FuzzMessage);
    else if (time > LIMIT) parentPort.postMessage({ fault: `took ${Math.round(time)} ms`, index } satisfies FuzzMessage);
    if (time > slowest.slowest) slowest = { slowest: time, index };
  }
  parentPort.postMessage(slowest satisfies FuzzMessage);
}

function measure(bytes: Uint8Array): number {
  const began = performance.now();
  findFault(bytes);
  return performance.now() - began;
}
