import { Worker } from "node:worker_threads";
import { LIMITS } from "@/lib/domain/limits";
import type { Refusal } from "../rules";
import type { Drawing } from "./pdf-drawing";
import { refuseSource, SourceError } from "./source-rows";

/** What the thread says: that it takes up a PDF or one of its pages, or what became of the PDF. */
export type ThreadAnswer = "page" | { drawing: Drawing } | { refusal: Refusal };

/** Memory for the thread, in MiB. A PDF of fifty pages takes a fifth of it. */
const THREAD_MEMORY = 512;

/** A thread does not inherit the loader of TypeScript, and Node 20 takes no `--import` for one: it has to register it itself. */
const BOOT = `import("tsx/esm/api").then(({ register }) => {
  register();
  return import(require("node:worker_threads").workerData.thread);
});`;

let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Draws a PDF in a thread of its own, one after the other: forms within forms can be drawn without end, and nothing but
 * the end of its thread stops that. One that takes too long or too much memory is refused, and the next has a new thread.
 */
export function drawInThread(bytes: Uint8Array): Promise<Drawing> {
  const drawn = last.then(() => draw(bytes));
  last = drawn.catch(() => null);
  return drawn;
}

async function draw(bytes: Uint8Array): Promise<Drawing> {
  const worker = thread ?? startThread();
  thread = worker;
  worker.ref();
  const answer = await new Promise<ThreadAnswer | null>((resolve) => {
    let began: NodeJS.CpuUsage | null = null;
    const fail = () => end(null);
    const hear = (message: ThreadAnswer) => {
      if (message === "page") began = process.cpuUsage();
      else end(message);
    };
    // By the processor's time, of which only the thread takes any meanwhile: on a busy machine a page takes longer.
    const watch = setInterval(() => {
      if (began && process.cpuUsage(began).user / 1e6 > LIMITS.pageSeconds) fail();
    }, 200);
    const end = (answer: ThreadAnswer | null) => {
      clearInterval(watch);
      worker.off("message", hear).off("error", fail);
      resolve(answer);
    };
    worker.on("message", hear).on("error", fail);
    worker.postMessage(bytes);
  });
  worker.unref();
  if (answer === null || answer === "page") {
    thread = null;
    await worker.terminate();
    return refuseSource("too-complex");
  }
  if ("refusal" in answer) throw new SourceError(answer.refusal);
  return answer.drawing;
}

function startThread(): Worker {
  const worker = new Worker(BOOT, {
    eval: true,
    execArgv: [],
    workerData: { thread: new URL("./pdf-thread.ts", import.meta.url).href },
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY },
  });
  // What fails when nobody waits for it ends the thread, and nothing else.
  return worker.on("error", () => {
    if (thread === worker) thread = null;
  });
}
