import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A running site with a database of its own. */
export interface TestSite {
  url: string;
  databaseUrl: string;
  stop(): Promise<void>;
}

/** Starts the site as `npm start` does, on a free port and a new database in a temporary folder. */
export async function startSite(): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), "ayumi-site-"));
  const databaseUrl = pathToFileURL(join(folder, "ayumi.db")).href;
  const child = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "db/commands/start.ts"], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: "0", HOST: "127.0.0.1", NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await readUrl(child);
  return {
    url,
    databaseUrl,
    async stop() {
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /あゆみ: (http:\/\/\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout!.on("data", read);
    child.stderr!.on("data", read);
    child.once("close", (code) => reject(new Error(`the site ended with ${code} before it was up:\n${output}`)));
  });
}
