import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** The reader closed the connection before there was an answer. */
export class ReaderGoneError extends Error {}

/** An answer as a handler wrote it. */
export interface Captured {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/**
 * Runs `run` with a response that writes into a buffer, takes from it what was written, and gives it its own methods
 * back, as clean as it came but for the headers that it came with. Throws `ReaderGoneError` where the reader goes away.
 */
export async function captureAnswer(response: ServerResponse, run: () => Promise<void>): Promise<Captured> {
  const { write, end, writeHead, flushHeaders } = response;
  const before = { ...response.getHeaders() };
  const chunks: Buffer[] = [];
  let gone = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      Object.assign(response, {
        write: (...values: unknown[]) => (add(chunks, values), callBack(values), true),
        end: (...values: unknown[]) => (add(chunks, values), callBack(values), resolve(), response),
        writeHead: (status: number, ...rest: unknown[]) => {
          response.statusCode = status;
          const headers = rest.find((value) => typeof value === "object" && value !== null) as OutgoingHttpHeaders | undefined;
          for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
          return response;
        },
        flushHeaders: () => {},
      });
      // A reader who goes away may leave the answer unfinished; nobody else may wait for it.
      response.once("close", (gone = () => reject(new ReaderGoneError("the reader went away"))));
      run().catch(reject);
    });
    const headers = { ...response.getHeaders() };
    return { status: response.statusCode, headers, body: Buffer.concat(chunks) };
  } finally {
    response.off("close", gone);
    Object.assign(response, { write, end, writeHead, flushHeaders });
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    for (const [name, value] of Object.entries(before)) if (value !== undefined) response.setHeader(name, value);
    response.statusCode = 200;
  }
}

function add(chunks: Buffer[], [chunk, encoding]: unknown[]): void {
  if (chunk == null || typeof chunk === "function") return;
  chunks.push(typeof chunk === "string" ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8") : Buffer.from(chunk as Uint8Array));
}

function callBack(values: unknown[]): void {
  const done = values.find((value) => typeof value === "function") as (() => void) | undefined;
  if (done) queueMicrotask(done);
}
