import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { awaitSite } from "../db/run-command";

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
  const { url } = await awaitSite(child);
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
