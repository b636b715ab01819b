import cliProgress from "cli-progress";
import { escapeText, printText } from "../print";

/** Below this many files a bar would only flicker. */
const MANY = 20;

/** Prints what is found of each file; with a bar below it on a terminal where there are many files. */
export function createProgress(files: number) {
  const bar =
    process.stdout.isTTY && files >= MANY
      ? new cliProgress.MultiBar({ format: "取り込み中 {bar} {value}/{total} 残り {eta_formatted}", hideCursor: true })
      : null;
  const line = bar?.create(files, 0);
  return {
    /** One more file is done; `lines` say what was found of it. */
    step(lines: readonly string[]): void {
      if (bar) bar.log(`${escapeText(lines.join("\n"))}\n`);
      else printText(lines.join("\n"));
      line?.increment();
    },
    stop(): void {
      bar?.stop();
    },
  };
}
