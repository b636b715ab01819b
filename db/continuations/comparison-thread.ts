/** Thread of `comparison-pool.ts`: makes the comparisons that it is sent. */
import { parentPort } from "node:worker_threads";
import { type ComparisonInput, comparePlans } from "./comparison";
import type { ThreadAnswer } from "./comparison-pool";

parentPort!.on("message", ({ number, input }: { number: number; input: ComparisonInput }) => {
  parentPort!.postMessage({ number, rows: comparePlans(input) } satisfies ThreadAnswer);
});
