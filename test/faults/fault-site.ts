import { once } from "node:events";
import { awaitSite, startCommand } from "../db/run-command";

/** A site of its own process, as `npm start` runs it. */
export interface FaultSite {
  url: string;
  pid: number;
  /** All that it has printed. */
  output(): string;
  get(path: string, init?: RequestInit): Promise<{ status: number; text: string; headers: Headers; ms: number }>;
  /** Asks it to stop, and answers its exit code and signal. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts a site over a store on a free loopback port. */
export async function startFaultSite(databaseUrl: string, env: Record<string, string> = {}): Promise<FaultSite> {
  const child = startCommand("start", [], { DATABASE_URL: databaseUrl, PORT: "0", HOST: "127.0.0.1", ...env });
  const { url, output } = await awaitSite(child);
  return {
    url,
    pid: child.pid!,
    output,
    async get(path, init) {
      const began = performance.now();
      const answer = await fetch(url + path, { redirect: "manual", ...init });
      const text = await answer.text();
      return { status: answer.status, text, headers: answer.headers, ms: performance.now() - began };
    },
    async stop(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, signal: child.signalCode };
      child.kill(signal);
      await once(child, "close");
      return { code: child.exitCode, signal: child.signalCode };
    },
  };
}

let asked = 0;

/** The address of a list or a chart that no server has kept: it was never asked for before. Names that a page does not take make no other address. */
export function unkept(path: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}department=asked-${++asked}`;
}
