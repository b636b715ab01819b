import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";

/** Memory for kept answers, in bytes; the largest answer kept; the longest address that is a key, in characters. */
const MEMORY = 64 * 1024 * 1024;
const LARGEST = 4 * 1024 * 1024;
const LONGEST_URL = 2048;

/** What may be kept: charts in all their forms, and data. All of it depends on the address and the data alone. */
const KEPT = /^\/(?:embed\/|api\/)/;

const COMPRESSED = /^(?:text\/|application\/(?:json|xml|javascript)|image\/svg)/;

interface Kept {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  gzip: Buffer | null;
  brotli: Buffer | null;
  /** Id of the newest dataset when it was made. */
  newest: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A handler that is told which dataset is the newest, where that is known. */
export type NewestHandler = (request: IncomingMessage, response: ServerResponse, newest: string | null) => Promise<void>;

class ReaderGoneError extends Error {}

/**
 * Puts a memory before a handler: an answer that says `public` is kept with its compressed forms until a newer
 * dataset comes, and readers who ask for the same at once wait for one making of it. Everything else passes through.
 */
export function keepAnswers(handle: Handler): NewestHandler {
  const kept = new LRUCache<string, Kept>({ maxSize: MEMORY, sizeCalculation: ({ body, gzip, brotli }) => 1024 + body.length + (gzip?.length ?? 0) + (brotli?.length ?? 0) });
  const making = new Map<string, Promise<Kept | null>>();
  return async (request, response, newest) => {
    const url = request.url ?? "";
    if ((request.method !== "GET" && request.method !== "HEAD") || url.length > LONGEST_URL || newest === null || !KEPT.test(url)) return handle(request, response);
    const known = kept.get(url);
    if (known?.newest === newest) return send(request, response, known);
    const key = `${newest} ${url}`;
    const other = making.get(key);
    if (other) {
      const made = await other.catch(() => null);
      return made ? send(request, response, made) : handle(request, response);
    }
    if (request.method === "HEAD") return handle(request, response);
    const promise = make(handle, request, response, newest);
    making.set(key, promise);
    try {
      const made = await promise.finally(() => making.delete(key));
      if (made) kept.set(url, made);
    } catch (error) {
      if (!(error instanceof ReaderGoneError)) throw error;
    }
  };
}

/**
 * Lets the handler answer into a buffer, then sends that. Answers what may be kept, or `null`. The reader's condition
 * and encodings are taken out of the request, so that the whole answer is made.
 */
async function make(handle: Handler, request: IncomingMessage, response: ServerResponse, newest: string): Promise<Kept | null> {
  const condition = request.headers["if-none-match"];
  const encoding = request.headers["accept-encoding"];
  delete request.headers["if-none-match"];
  delete request.headers["accept-encoding"];
  const body = await capture(response, () => handle(request, response));
  if (condition !== undefined) request.headers["if-none-match"] = condition;
  if (encoding !== undefined) request.headers["accept-encoding"] = encoding;
  const headers = { ...response.getHeaders() };
  delete headers["content-length"];
  delete headers["transfer-encoding"];
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const made: Kept = { status: response.statusCode, headers, body, gzip: null, brotli: null, newest };
  if (COMPRESSED.test(String(headers["content-type"] ?? "")) && body.length > 300 && body.length <= LARGEST) {
    [made.gzip, made.brotli] = await Promise.all([
      promisify(gzip)(body, { level: 9 }),
      promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    ]);
  }
  send(request, response, made);
  const lasting = made.status === 200 && String(headers["cache-control"] ?? "").startsWith("public") && body.length <= LARGEST;
  return lasting ? made : null;
}

/** Runs `run` with a response that writes into a buffer, and gives the response its own methods back. */
async function capture(response: ServerResponse, run: () => Promise<void>): Promise<Buffer> {
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  const add = (chunk: unknown, encoding: unknown) => {
    if (chunk != null && typeof chunk !== "function") chunks.push(typeof chunk === "string" ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8") : Buffer.from(chunk as Uint8Array));
  };
  const callBack = (values: unknown[]) => {
    const done = values.find((value) => typeof value === "function") as (() => void) | undefined;
    if (done) queueMicrotask(done);
  };
  let gone = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      Object.assign(response, {
        write: (...values: unknown[]) => (add(values[0], values[1]), callBack(values), true),
        end: (...values: unknown[]) => (add(values[0], values[1]), callBack(values), resolve(), response),
        writeHead: (status: number, ...rest: unknown[]) => {
          response.statusCode = status;
          const headers = rest.find((value) => typeof value === "object" && value !== null) as OutgoingHttpHeaders | undefined;
          for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
          return response;
        },
        flushHeaders: () => {},
      });
      // A reader who goes away may leave the answer unfinished; nobody else may wait for it.
      response.once("close", gone = () => reject(new ReaderGoneError("the reader went away")));
      run().catch(reject);
    });
  } finally {
    response.off("close", gone);
    Object.assign(response, { write, end, writeHead, flushHeaders });
  }
  return Buffer.concat(chunks);
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body, gzip, brotli }: Kept): void {
  const etag = headers.etag;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const vary = gzip ? { vary: "Accept-Encoding" } : {};
  if (status === 200 && etag !== undefined && matches(request.headers["if-none-match"], String(etag))) {
    const { "content-type": _, "content-disposition": __, ...rest } = headers;
    return void response.writeHead(304, { ...rest, ...vary }).end();
  }
  const [encoding, bytes] = brotli && /\bbr\b/.test(accepted) ? ["br", brotli] : gzip && /\bgzip\b/.test(accepted) ? ["gzip", gzip] : [null, body];
  response.writeHead(status, { ...headers, ...vary, ...(encoding && { "content-encoding": encoding }), "content-length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function matches(condition: string | undefined, etag: string): boolean {
  return condition !== undefined && condition.split(",").some((tag) => tag.trim() === etag || tag.trim() === "*");
}
