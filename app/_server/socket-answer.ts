import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { SECURITY_HEADERS } from "@/lib/security-headers";
import type { PlainAnswer } from "./plain-answer";

/** How long a reader has for its last answer, in milliseconds. */
const CLOSE_TIMEOUT = 1000;

/** Writes a whole answer to a connection that Node's server has let go, and closes it whatever its reader does. */
export function writeToSocket(socket: Duplex, { status, headers, body }: PlainAnswer): void {
  socket.on("error", () => socket.destroy());
  const fields = { ...SECURITY_HEADERS, ...headers, "content-length": Buffer.byteLength(body), connection: "close", date: new Date().toUTCString() };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join("")}\r\n${body}`);
  // What still comes is read, as closing over it would take the answer back.
  socket.resume();
  socket.once("end", () => socket.destroy());
  setTimeout(() => socket.destroy(), CLOSE_TIMEOUT).unref();
}
