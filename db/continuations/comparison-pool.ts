import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type ComparisonInput, type ComparisonRows, comparePlans } from "./comparison";

/** Makes comparisons, as many at once as `width` says. */
export interface ComparisonPool {
  width: number;
  compare(input: ComparisonInput): Promise<ComparisonRows>;
  close(): Promise<void>;
}

/** From this many municipalities on, threads are worth their start. */
const MANY = 8;

/** Threads at most: more of them would only wait for the one writer. */
const MOST_THREADS = 8;

/** Memory for what a thread keeps, in MiB. It needs about a third of it; without a limit V8 clears up late. */
const THREAD_MEMORY = 128;

/**
 * A pool for the comparisons of that many municipalities: this thread alone for few, a thread a processor for many, each
 * with so many MiB of memory. What is too large for a thread is compared in this one.
 */
export function createComparisonPool(municipalities: number, threadMemory = THREAD_MEMORY): ComparisonPool {
  if (municipalities < MANY) return { width: 1, compare: async (input) => comparePlans(input), close: async () => {} };
  const workers = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS) }, () => startWorker(threadMemory));
  let next = 0;
  return {
    // One waits while one is worked at.
    width: 2 * workers.length,
    async compare(input) {
      try {
        return await workers[next++ % workers.length]!.compare(input);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ERR_WORKER_OUT_OF_MEMORY") throw error;
        return comparePlans(input);
      }
    },
    close: async () => void (await Promise.all(workers.map(({ worker }) => worker.terminate()))),
  };
}

/** What the thread answers to the comparison of that number. */
export interface ThreadAnswer {
  number: number;
  rows: ComparisonRows;
}

/** A thread does not inherit the loader of TypeScript, and Node 20 takes no `--import` for one: it has to register it itself. */
const BOOT = `import("tsx/esm/api").then(({ register }) => {
  register();
  return import(require("node:worker_threads").workerData.thread);
});`;

function startWorker(memory: number) {
  const worker = new Worker(BOOT, {
    eval: true,
    execArgv: [],
    workerData: { thread: new URL("./comparison-thread.ts", import.meta.url).href },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  // Not a race against one promise of failure: that would hold on to every answer for as long as the thread lives.
  const waiting = new Map<number, Waiter>();
  let failure: Error | null = null;
  worker.on("message", ({ number, rows }: ThreadAnswer) => {
    waiting.get(number)!.resolve(rows);
    waiting.delete(number);
  });
  worker.once("error", (error) => {
    failure = error as Error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  });
  let last = 0;
  return {
    worker,
    compare: (input: ComparisonInput): Promise<ComparisonRows> => {
      if (failure) return Promise.reject(failure);
      const number = ++last;
      worker.postMessage({ number, input });
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
    },
  };
}

interface Waiter {
  resolve(rows: ComparisonRows): void;
  reject(error: Error): void;
}
