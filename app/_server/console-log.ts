import { format } from "node:util";
import { logError, siteLog } from "@/db/log";

/** What Next.js, React and Node print by themselves, and the level it is worth. */
const LEVELS = { error: "error", trace: "error", warn: "warn", log: "debug", info: "debug", debug: "debug", dir: "debug" } as const;

/**
 * Takes all that is printed from now on into the log: Next.js prints errors as they are, with what readers asked for
 * and the statements that failed. Above `debug` only the kind and place of an error is told.
 */
export function logConsole(): void {
  for (const [method, level] of Object.entries(LEVELS)) {
    Object.assign(console, { [method]: (...values: unknown[]) => logPrinted(level, values) });
  }
  // Node's own printing of warnings, which may quote an address.
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    siteLog().warn({ err: warning }, "a warning of Node");
    siteLog().debug({ text: String(warning) }, "a warning of Node");
  });
}

function logPrinted(level: "error" | "warn" | "debug", values: unknown[]): void {
  const error = values.find((value) => value instanceof Error);
  if (error && level === "error") return logError(error, "an error was reported");
  if (level !== "debug") siteLog()[level]({ ...(error !== undefined && { err: error }) }, "something was printed; LOG_LEVEL=debug tells it");
  siteLog().debug({ text: format(...values) }, "printed");
}
