import type { Client } from "@libsql/client";
import { failureKind } from "./failure";

/** How long a read waits for a lock of another process, and how often it tries again meanwhile, in milliseconds. */
const BUSY_LIMIT = 1000;
const BUSY_INTERVAL = 25;

/**
 * Has a client for reads wait for locks without holding up the process (SQLite's own waiting would: its calls are
 * synchronous), and tells `onFailure` of each statement that failed in the end.
 */
export function watchClient(client: Client, onFailure: (error: unknown) => void): void {
  const execute = client.execute.bind(client) as (...args: unknown[]) => Promise<never>;
  const batch = client.batch.bind(client) as (...args: unknown[]) => Promise<never>;
  client.execute = (...args: unknown[]) => watch(() => execute(...args), onFailure);
  client.batch = (...args: unknown[]) => watch(() => batch(...args), onFailure);
}

async function watch<T>(work: () => Promise<T>, onFailure: (error: unknown) => void): Promise<T> {
  const began = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (failureKind(error) !== "busy" || performance.now() - began > BUSY_LIMIT) {
        onFailure(error);
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, BUSY_INTERVAL));
    }
  }
}
