import { Worker } from "node:worker_threads";
import { type FuzzMessage, type FuzzTask, TEXT } from "./worker";

/** What a run found; `faults` name their case, which `npm run test:fuzz -- --seed S --case N` repeats. */
export interface FuzzResult {
  count: number;
  seconds: number;
  slowest: { ms: number; index: number };
  faults: { index: number; fault: string }[];
}

/** A reading that has not ended by then never will, in milliseconds. */
const HANG = 30_000;

/** Reads so many mutated documents on so many threads, and answers what went wrong, at most some twenty. */
export async function runFuzz({ count, seed, workers, format = TEXT }: { count: number; seed: number; workers: number; format?: string }): Promise<FuzzResult> {
  const began = performance.now();
  const result: FuzzResult = { count, seconds: 0, slowest: { ms: 0, index: 0 }, faults: [] };
  await Promise.all(Array.from({ length: workers }, (_, first) => runWorker({ seed, format, first, step: workers, end: count }, result)));
  result.seconds = (performance.now() - began) / 1000;
  return result;
}

function runWorker(task: Omit<FuzzTask, "at">, result: FuzzResult): Promise<void> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("./worker-entry.mjs", import.meta.url), { workerData: { ...task, at } satisfies FuzzTask, execArgv: [] });
  return new Promise((resolve, reject) => {
    let last = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== last) [last, since] = [now, performance.now()];
      if (performance.now() - since < HANG && result.faults.length < 20) return;
      if (result.faults.length < 20) result.faults.push({ index: now, fault: `did not end within ${HANG / 1000} s` });
      void worker.terminate();
    }, 500);
    worker.on("message", (message: FuzzMessage) => {
      if ("fault" in message) result.faults.push(message);
      else if (message.slowest > result.slowest.ms) result.slowest = { ms: message.slowest, index: message.index };
    });
    worker.once("error", reject);
    worker.once("exit", () => {
      clearInterval(watch);
      resolve();
    });
  });
}
