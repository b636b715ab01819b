/** How often the parent process is looked after, in milliseconds. */
const INTERVAL = 500;

/**
 * Calls `stop` once, at SIGINT or SIGTERM, or when the process that started this one is gone: npm passes a signal to
 * its shell, and the shell dies of it without passing it on. Answers how to take that back.
 */
export function onStop(stop: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.env.npm_lifecycle_event === "start" && process.ppid !== parent) act();
  }, INTERVAL);
  timer.unref();
  const forget = () => {
    clearInterval(timer);
    process.off("SIGINT", act).off("SIGTERM", act);
  };
  const act = () => {
    forget();
    stop();
  };
  process.on("SIGINT", act).on("SIGTERM", act);
  return forget;
}
