import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startChild, stopChild } from "./child";

/** The site, built and started by the project's own start command. */
export interface SiteServer {
  origin: string;
  databaseUrl: string;
  pid: number;
  /** What the start command printed. */
  output: string;
  stop(): Promise<void>;
}

/** Longest time that a build and a start may take, in milliseconds. */
const PATIENCE = 150_000;

/** Starts the site on a free port of the loopback interface, over a new database in the folder `scratch` or one that is there. */
export async function startSite(scratch: string, databaseUrl = pathToFileURL(path.join(scratch, "site.db")).href): Promise<SiteServer> {
  mkdirSync(scratch, { recursive: true });
  const child = startChild("db/commands/start.ts", [], { PORT: "0", HOST: "127.0.0.1", DATABASE_URL: databaseUrl, NEXT_TELEMETRY_DISABLED: "1" });
  let ended = false;
  void child.ended.then(() => (ended = true));
  const began = performance.now();
  for (;;) {
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(child.output())?.[0];
    if (origin) return { origin, databaseUrl, pid: child.process.pid!, output: child.output(), stop: () => stopChild(child) };
    if (!ended && performance.now() - began < PATIENCE) await new Promise((resolve) => setTimeout(resolve, 100));
    else {
      await stopChild(child);
      throw new Error(`the site did not start:\n${child.output()}`);
    }
  }
}
