import { connect } from "node:net";

/** Sends a command by its name, and answers what came back. */
export type SendMarionette = (name: string, parameters?: object) => Promise<Record<string, unknown>>;

const COMMAND = 0;

/**
 * Firefox's own WebDriver, which Mozilla's geckodriver (not in Debian) puts HTTP before: each message is JSON after its
 * length in bytes and a colon; `[0, id, name, parameters]` is answered by `[1, id, error, result]`
 * (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
 */
export async function connectMarionette(port: number): Promise<{ send: SendMarionette; close(): void }> {
  const socket = connect(port, "127.0.0.1");
  const waiting = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>();
  let held = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (let colon = held.indexOf(":"); colon >= 0; colon = held.indexOf(":")) {
      const end = colon + 1 + Number(held.subarray(0, colon));
      if (held.length < end) return;
      take(JSON.parse(held.subarray(colon + 1, end).toString()));
      held = held.subarray(end);
    }
  });
  socket.on("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("Firefox has ended"));
  });
  let greet: () => void;
  const greeted = new Promise<void>((resolve, reject) => {
    greet = resolve;
    socket.on("error", reject);
  });

  function take(message: unknown): void {
    if (!Array.isArray(message)) return greet();
    const [, id, error, result] = message as [number, number, { error: string; message: string } | null, Record<string, unknown>];
    const { resolve, reject } = waiting.get(id)!;
    waiting.delete(id);
    if (error) reject(new Error(`${error.error}: ${error.message}`));
    else resolve(result);
  }

  await greeted;
  let last = 0;
  return {
    send(name, parameters = {}) {
      const id = ++last;
      const text = JSON.stringify([COMMAND, id, name, parameters]);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close: () => socket.destroy(),
  };
}
