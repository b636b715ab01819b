import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Requests are still taken until none was under way for so many steps of so many milliseconds, but not longer than that. */
const STEPS = 4;
const STEP = 25;
const DRAIN_TIMEOUT = 5000;

/** How long requests may finish after that, in milliseconds; then their connections are closed, whatever they are at. */
const STOP_TIMEOUT = 3000;

/**
 * Counts a server's requests from now on, and answers how to stop it in peace: what is under way is answered, and what
 * waits to be accepted too, since closing the socket would reset it.
 */
export function createStop(server: Server, { drainTimeout = DRAIN_TIMEOUT, stopTimeout = STOP_TIMEOUT } = {}): () => Promise<void> {
  let underWay = 0;
  // The server itself forgets a connection that it has let go, but waits for it.
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", (_, response) => {
    underWay += 1;
    response.once("close", () => (underWay -= 1));
  });
  const drain = async () => {
    const began = performance.now();
    for (let quiet = 0; quiet < STEPS && performance.now() - began < drainTimeout; ) {
      await new Promise((resolve) => setTimeout(resolve, STEP));
      quiet = underWay === 0 ? quiet + 1 : 0;
    }
  };
  return async () => {
    await drain();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    setInterval(() => server.closeIdleConnections(), STEP).unref();
    setTimeout(() => sockets.forEach((socket) => socket.destroy()), stopTimeout).unref();
    await closed;
  };
}
