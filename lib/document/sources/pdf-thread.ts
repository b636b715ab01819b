/** Thread of `pdf-drawer.ts`: draws the PDFs that it is sent. */
import { parentPort } from "node:worker_threads";
import type { ThreadAnswer } from "./pdf-drawer";
import { drawPages } from "./pdf-drawing";
import { SourceError } from "./source-rows";

const answer = (message: ThreadAnswer) => parentPort!.postMessage(message);

parentPort!.on("message", async (bytes: Uint8Array) => {
  answer("page");
  try {
    answer({ drawing: await drawPages(bytes, () => answer("page")) });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    answer({ refusal: error.refusal });
  }
});
