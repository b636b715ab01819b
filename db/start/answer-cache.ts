import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { RequestError } from "@/lib/request-error";
import { captureAnswer, ReaderGoneError } from "./capture";
import { chooseCoding, type Coding } from "./content-encoding";
import { writeAnswer } from "./gate";
import { inlineStyles, type SheetFinder } from "./inline-styles";
import { protectPage } from "./page-policy";
import { answerRefusal } from "./refusal";
import type { PlainAnswer } from "./unavailable";

/** Memory for kept answers, in bytes; the largest answer kept; the longest address that is a key, in characters. */
const MEMORY = 64 * 1024 * 1024;
const LARGEST = 4 * 1024 * 1024;
const LONGEST_URL = 2048;

const COMPRESSED = /^(?:text\/|application\/(?:json|xml|javascript)|image\/svg)/;
const LEAST_COMPRESSED = 300;

interface Kept {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  compresses: boolean;
  /** Each form is made when somebody wants it. Brotli takes longest and saves most, so that waits for the second who does. */
  gzip: Promise<Buffer> | Buffer | null;
  brotli: Promise<Buffer> | Buffer | null;
  /** Id of the newest dataset when it was made. */
  newest: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A handler that is told which dataset is the newest, and while none can be read, what to answer where nothing is kept. */
export type NewestHandler = (request: IncomingMessage, response: ServerResponse, newest: string, unavailable?: PlainAnswer) => Promise<void>;

interface AnswerOptions {
  replace?: Replacement;
  /** The style sheets that pages get. */
  findSheet?: SheetFinder;
}

/** What to answer in the place of an answer made since `began` (milliseconds of `performance.now()`), where that one is not to be trusted. */
type Replacement = (request: IncomingMessage, status: number, began: number) => PlainAnswer | null;

/**
 * Puts a memory before a handler. Pages, charts and data depend on their address and the data alone, so an answer is
 * kept until a newer dataset comes, and readers who ask for the same at once wait for one making of it. Pages get
 * their policy and their entity tag here. Every answer is whole before its first byte is sent, so `replace` may still
 * put another in its place: Next.js itself can begin a page with 200 and fail after that.
 */
export function keepAnswers(handle: Handler, { replace = () => null, findSheet = () => null }: AnswerOptions = {}): NewestHandler {
  const kept = new LRUCache<string, Kept>({ maxSize: MEMORY, sizeCalculation: ({ body, compresses }) => 1024 + Math.ceil((compresses ? 1.5 : 1) * body.length) });
  const making = new Map<string, Promise<Kept | null>>();
  return async (request, response, newest, unavailable) => {
    const url = request.url ?? "";
    // Next.js's own client asks for parts of pages by these headers.
    const isPart = request.headers.rsc !== undefined || request.headers["next-router-prefetch"] !== undefined;
    const isKept = !isPart && (request.method === "GET" || request.method === "HEAD");
    const known = isKept ? kept.get(url) : undefined;
    if (known?.newest === newest) return send(request, response, known, true);
    if (unavailable) return writeAnswer(response, unavailable);
    const key = `${newest} ${url}`;
    const made = isKept ? await making.get(key)?.catch(() => null) : null;
    if (made) return send(request, response, made, true);
    try {
      const promise = makeAnswer(handle, { replace, findSheet }, request, response, newest);
      if (isKept) making.set(key, promise.then(({ answer, lasts }) => (lasts ? answer : null)));
      making.get(key)?.catch(() => {});
      const { answer, lasts } = await promise.finally(() => isKept && making.delete(key));
      if (isKept && lasts && url.length <= LONGEST_URL) kept.set(url, answer);
      await send(request, response, answer, false);
    } catch (error) {
      if (!(error instanceof ReaderGoneError)) throw error;
    }
  };
}

/** Has the whole answer made, whatever the reader has or accepts, and says whether it lasts. */
async function makeAnswer(handle: Handler, { replace, findSheet }: Required<AnswerOptions>, request: IncomingMessage, response: ServerResponse, newest: string): Promise<{ answer: Kept; lasts: boolean }> {
  const { "if-none-match": condition, "accept-encoding": encoding } = request.headers;
  const { method } = request;
  delete request.headers["if-none-match"];
  delete request.headers["accept-encoding"];
  if (method === "HEAD") request.method = "GET";
  const began = performance.now();
  const captured = await captureAnswer(response, () => handle(request, response));
  request.method = method;
  if (condition !== undefined) request.headers["if-none-match"] = condition;
  if (encoding !== undefined) request.headers["accept-encoding"] = encoding;
  const replacement = replace(request, captured.status, began);
  if (replacement) return { answer: { ...replacement, body: Buffer.from(replacement.body), compresses: false, gzip: null, brotli: null, newest }, lasts: false };
  const { status, headers } = captured;
  let { body } = captured;
  delete headers["content-length"];
  delete headers["transfer-encoding"];
  const type = String(headers["content-type"] ?? "");
  let lasts = status === 200 && (method === "GET" || method === "HEAD") && String(headers["cache-control"] ?? "").startsWith("public");
  // Embeds and files say themselves what they may do, and how long they may be kept.
  if (type.startsWith("text/html") && headers["content-security-policy"] === undefined) {
    // What is looked for is ASCII, and a large page takes many times longer as UTF-8.
    const page = protectPage(inlineStyles(body.toString("latin1"), findSheet));
    body = Buffer.from(page.html, "latin1");
    headers["content-security-policy"] = page.policy;
    lasts = status === 200 && (method === "GET" || method === "HEAD") && !page.once;
    if (lasts) Object.assign(headers, { "cache-control": "no-cache", etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` });
  }
  const compresses = COMPRESSED.test(type) && body.length > LEAST_COMPRESSED;
  if (compresses) headers.vary = [...new Set([headers.vary ?? [], "Accept-Encoding"].flat().flatMap((value) => String(value).split(/,\s*/)))].join(", ");
  const answer: Kept = { status, headers, body, compresses, gzip: null, brotli: null, newest };
  return { answer, lasts: lasts && body.length <= LARGEST };
}

async function send(request: IncomingMessage, response: ServerResponse, answer: Kept, again: boolean): Promise<void> {
  const { status, headers } = answer;
  if (status === 200 && matches(request.headers["if-none-match"], headers.etag)) {
    const { "content-type": _, "content-disposition": __, ...rest } = headers;
    return void response.writeHead(304, rest).end();
  }
  const [encoding, bytes] = (await encode(answer, request.headers["accept-encoding"], again)) ?? [];
  if (bytes === undefined) {
    const { headers: own, ...refusal } = answerRefusal(new RequestError("not_acceptable", "Accept-Encoding の求める形式では送れません。"));
    return writeAnswer(response, { ...refusal, headers: { ...own, vary: "Accept-Encoding" } });
  }
  if (encoding) response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", bytes.length);
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/**
 * The form that the reader likes best of those that there are: Brotli before gzip from the second time on, and while it
 * is being made, gzip. `null` where the reader takes none of them; what is no page or file is sent as it is then.
 */
async function encode(answer: Kept, accepted: string | string[] | undefined, again: boolean): Promise<[encoding: string | null, bytes: Buffer] | null> {
  const choose = (available: readonly Coding[]) => chooseCoding(accepted?.toString(), answer.compresses ? available : ["identity"]);
  const quick = choose(["gzip", "br", "identity"]);
  if (quick === "br" || (again && choose(["br", "gzip", "identity"]) === "br")) {
    const brotli = (answer.brotli ??= compress(compressBrotli(answer.body), (bytes) => (answer.brotli = bytes)));
    if (quick !== "gzip" || Buffer.isBuffer(brotli)) return ["br", await brotli];
  }
  if (quick === "gzip") return ["gzip", await (answer.gzip ??= compress(promisify(gzip)(answer.body), (bytes) => (answer.gzip = bytes)))];
  return quick === null && answer.status === 200 ? null : [null, answer.body];
}

/** The bytes to come, which `keep` gets when they have. */
function compress(bytes: Promise<Buffer>, keep: (bytes: Buffer) => void): Promise<Buffer> {
  bytes.then(keep, () => {});
  return bytes;
}

function compressBrotli(body: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}

function matches(condition: string | undefined, etag: OutgoingHttpHeaders[string]): boolean {
  return condition !== undefined && etag !== undefined && condition.split(",").some((tag) => tag.trim() === String(etag) || tag.trim() === "*");
}
