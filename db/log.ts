import { inspect } from "node:util";
import { type Logger, pino } from "pino";
import { readVariable } from "@/lib/config";

let logger: Logger | null = null;

/**
 * The process's log: one JSON object a line on stdout, from `LOG_LEVEL` up (`warn` by default: what went wrong on the
 * server's side). Above `debug` it never holds addresses of readers, what they asked for, nor the text of queries.
 */
export function siteLog(): Logger {
  if (logger) return logger;
  logger = pino(
    {
      level: readVariable("LOG_LEVEL"),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => describeError(error) },
      hooks: { streamWrite: escapeControls },
    },
    pino.destination({ fd: 1, sync: true }),
  );
  return logger;
}

/** Logs what went wrong: its kind and place at `error`, all that it says of itself at `debug`. */
export function logError(error: unknown, message: string): void {
  siteLog().error({ err: error }, message);
  siteLog().debug({ text: inspect(error) }, message);
}

/** An error without its message, which may quote a query, its parameters, or what a reader typed. */
export interface DescribedError {
  type: string;
  code?: string;
  /** Frames of its stack. */
  at: string[];
  cause?: DescribedError;
}

const MOST_FRAMES = 12;
const DEEPEST = 5;

/** What may be said of an error in a log that others read. */
function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { name, message, stack = "", cause, code } = error as Error & { code?: unknown };
  // A message may look like frames, so frames are only what stands behind it.
  const from = stack.indexOf(message);
  const frames = from < 0 ? [] : stack.slice(from + message.length).split("\n");
  return {
    type: /^[\w$]{1,60}$/.test(name) ? name : "Error",
    ...(typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) && { code }),
    at: frames
      .filter((line) => /^ {4}at .{1,300}$/.test(line))
      .slice(0, MOST_FRAMES)
      .map((line) => line.slice("    at ".length)),
    ...(cause !== undefined && depth < DEEPEST && { cause: describeError(cause, depth + 1) }),
  };
}

/** JSON leaves some characters as they are that a terminal obeys (C1), or that turn text around. */
function escapeControls(line: string): string {
  return line.replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
