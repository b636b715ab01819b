import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** What a command said and how it ended; `code` is `null` where a signal ended it. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts `db/commands/<name>.ts` as its npm script does. */
export function startCommand(name: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", `db/commands/${name}.ts`, ...args], {
    env: { ...process.env, npm_lifecycle_event: name, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs a command to its end. */
export async function runCommand(name: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const child = startCommand(name, args, env);
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout!.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr!.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout: Buffer.concat(chunks.stdout).toString(), stderr: Buffer.concat(chunks.stderr).toString() };
}
