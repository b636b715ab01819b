import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's top, where its commands run. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A TypeScript program in a process of its own. */
export interface Child {
  process: ChildProcess;
  /** Standard output so far, and standard error after it. */
  output(): string;
  /** Exit code; `null` where a signal ended it. */
  ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** Starts `file` (from the project's top) with tsx. It is killed at the latest when this process exits. */
export function startChild(file: string, args: readonly string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const out: string[] = [];
  const errors: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  running.add(child);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => running.delete(child));
  return { process: child, output: () => out.join("") + errors.join(""), ended };
}

/** Asks a child to end, and ends it after 5 seconds. */
export async function stopChild({ process: child, ended }: Child): Promise<void> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(timer);
}
