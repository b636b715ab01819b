import { pino, type Logger } from "pino";

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

let logger: Logger | null = null;

/**
 * The process's log: one JSON object a line on stdout, from `LOG_LEVEL` up (`warn` by default: what went wrong on the
 * server's side). It never holds addresses of readers, nor the text of queries.
 */
export function siteLog(): Logger {
  if (logger) return logger;
  const asked = process.env.LOG_LEVEL?.trim() || "warn";
  logger = pino({ level: LEVELS.includes(asked) ? asked : "warn", base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 1, sync: true }));
  return logger;
}
