import { type IncomingHttpHeaders, IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";

/** An answer as a handler wrote it. */
export interface Captured {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** A handler of Next.js, as a custom server has it. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * All that a handler is told of who asks. No page and no file depends on more than its address, while Next.js takes
 * cookies, nonces of policies, previews, parts of pages, actions and other hosts' names from headers, and makes another
 * page where there is no User-Agent.
 */
const HEADERS = { host: "localhost", "user-agent": "Ayumi" };

/** What tells a reader from others, for pages of the desk. */
const READER_HEADERS = ["authorization", "cookie"] as const;

/** A request that is to be made by itself; `reader` has the headers of the one whom its answer is for, where it is for one alone. */
export interface CaptureRequest {
  method: string;
  url: string;
  reader?: IncomingHttpHeaders | undefined;
}

/** How long an answer may take to make, in milliseconds. */
const LONGEST = 120_000;

/**
 * Has an answer made that belongs to nobody, unless a reader is named: the handler sees a request of its own with constant
 * headers, and writes into a response of its own, so nothing of a reader comes into it, and it is made to its end whoever goes away.
 * Rejects where the handler fails, or takes more than two minutes.
 */
export async function captureAnswer(handle: Handler, { method, url, reader }: CaptureRequest): Promise<Captured> {
  const request = Object.assign(new IncomingMessage(new Socket()), {
    method,
    url,
    httpVersion: "1.1",
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    complete: true,
  });
  request.headers = { ...HEADERS, ...pickReader(reader) };
  request.push(null);
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      Object.assign(response, {
        write: (...values: unknown[]) => (add(chunks, values), callBack(values), true),
        end: (...values: unknown[]) => {
          add(chunks, values);
          callBack(values);
          response.finished = true;
          queueMicrotask(() => response.emit("finish") && response.emit("close"));
          resolve();
          return response;
        },
        writeHead: (status: number, ...rest: unknown[]) => {
          response.statusCode = status;
          const headers = rest.find((value) => typeof value === "object" && value !== null) as OutgoingHttpHeaders | undefined;
          for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
          return response;
        },
        flushHeaders: () => {},
      });
      timer = setTimeout(() => reject(new Error(`no answer after ${LONGEST / 1000} s`)), LONGEST);
      handle(request, response).catch(reject);
    });
  } finally {
    clearTimeout(timer);
  }
  return { status: response.statusCode, headers: { ...response.getHeaders() }, body: ownBytes(Buffer.concat(chunks)) };
}

function pickReader(reader: IncomingHttpHeaders = {}): IncomingHttpHeaders {
  return Object.fromEntries(READER_HEADERS.flatMap((name) => (reader[name] === undefined ? [] : [[name, reader[name]]])));
}

/** What the site's own files, which are sent as they lie there, depend on besides their address (RFC 9110, 12.5.3, 13.1, 14.2). */
const FILE_HEADERS = new Set(["accept-encoding", "if-modified-since", "if-none-match", "if-range", "range"]);

/** Takes all else than that away from a request. */
export function keepFileHeaders(request: IncomingMessage): IncomingMessage {
  request.headers = { ...HEADERS, ...Object.fromEntries(Object.entries(request.headers).filter(([name]) => FILE_HEADERS.has(name))) };
  return request;
}

/** The same bytes in memory of their own: what is kept must not hold the larger block that it was cut out of. */
export function ownBytes(bytes: Buffer): Buffer {
  if (bytes.byteLength === bytes.buffer.byteLength) return bytes;
  const own = Buffer.alloc(bytes.length);
  bytes.copy(own);
  return own;
}

function add(chunks: Buffer[], [chunk, encoding]: unknown[]): void {
  if (chunk == null || typeof chunk === "function") return;
  chunks.push(
    typeof chunk === "string" ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8") : Buffer.from(chunk as Uint8Array),
  );
}

function callBack(values: unknown[]): void {
  const done = values.find((value) => typeof value === "function") as (() => void) | undefined;
  if (done) queueMicrotask(done);
}
