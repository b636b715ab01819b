import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { BUNDLES } from "./bundle-commands";

/** What a command said and how it ended; `code` is `null` where a signal ended it. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts `db/commands/<name>.ts`: bundled where the tests' set-up has made that, else as its npm script does. */
export function startCommand(name: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const bundles = process.env[BUNDLES];
  const command = bundles ? [path.join(bundles, `${name}.mjs`)] : ["--import", "tsx", `db/commands/${name}.ts`];
  return spawn(process.execPath, [...command, ...args], {
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

/** The address of a site that a child serves, once it says so, and how to read all that it has printed until now. Rejects where it ends before. */
export async function awaitSite(child: ChildProcess): Promise<{ url: string; output: () => string }> {
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        const found = /あゆみ: (http:\/\/\S+)/.exec(output)?.[1];
        if (found) resolve(found);
      });
    }
    child.once("close", (code) => reject(new Error(`the site ended with ${code} before it was up:\n${output}`)));
  });
  return { url, output: () => output };
}
