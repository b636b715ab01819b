import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { makeEtag } from "@/lib/entity-tag";
import { type CaptureRequest, type Handler, ownBytes } from "./capture";
import { inlineStyles, type SheetFinder } from "./inline-styles";
import { protectPage } from "./page-policy";
import type { PlainAnswer } from "./plain-answer";
import { captureWholeAnswer } from "./whole-not-found";
import type { WorkQueue } from "./work-queue";

const COMPRESSED = /^(?:text\/|application\/(?:\w+\+)?(?:json|xml|javascript)|image\/svg)/;
const LEAST_COMPRESSED = 300;

/** The largest answer kept, in bytes: the ribbon of the initiatives of 12 departments over 8 years has 5 MB. */
const LARGEST = 8 * 1024 * 1024;

/** An answer, whole before its first byte is sent, as all readers of its address get it. */
export interface MadeAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  compresses: boolean;
  /** Each form is made when somebody wants it. Brotli takes longest and saves most, so that waits for the second who does. */
  gzip: Promise<Buffer> | Buffer | null;
  brotli: Promise<Buffer> | Buffer | null;
  /** Id of the newest dataset when it was made. */
  newest: string;
  /** How long it is good: until a newer dataset comes, for all who wait for it now, or for one reader alone. */
  lasts: "kept" | "shared" | "once";
}

/** What to answer in the place of an answer made since `began` (milliseconds of `performance.now()`), where that one is not to be trusted. */
type Replacement = (request: Pick<IncomingMessage, "url">, status: number, began: number) => PlainAnswer | null;

/** How answers are made. */
export interface AnswerOptions {
  replace?: Replacement;
  /** The style sheets that pages get. */
  findSheet?: SheetFinder;
  /** Where what is made waits for its turn. */
  queue?: WorkQueue;
}

/** What is asked for: the answer depends on nothing else but the data, or on its reader where it is for one alone. */
export interface Asked extends CaptureRequest {
  newest: string;
}

/** Has a whole answer made, and gives a page its policy and its entity tag. Rejects where the handler fails. */
export async function makeAnswer(
  handle: Handler,
  { replace = () => null, findSheet = () => null }: AnswerOptions,
  { method, url, reader, newest }: Asked,
): Promise<MadeAnswer> {
  const began = performance.now();
  const { status, headers, body } = await captureWholeAnswer(handle, { method, url, reader });
  const replacement = replace({ url }, status, began);
  if (replacement) return keepPlain(replacement, newest);
  const setsCookie = headers["set-cookie"] !== undefined;
  for (const name of ["content-length", "transfer-encoding", "connection", "keep-alive", "date"]) delete headers[name];
  if (!reader) delete headers["set-cookie"];
  const type = String(headers["content-type"] ?? "");
  const made: MadeAnswer = { status, headers, body, compresses: false, gzip: null, brotli: null, newest, lasts: "shared" };
  // Embeds and files say themselves what they may do, and how long they may be kept.
  if (type.startsWith("text/html") && headers["content-security-policy"] === undefined) {
    // React asks for the sheet ahead where it had to wait for rows, as over a server; it stands within the page.
    delete headers.link;
    // What is looked for is ASCII, and a large page takes many times longer as UTF-8.
    const page = protectPage(inlineStyles(body.toString("latin1"), findSheet));
    made.body = ownBytes(Buffer.from(page.html, "latin1"));
    headers["content-security-policy"] = page.policy;
    if (page.once) made.lasts = "once";
    else if (status === 200) {
      made.lasts = "kept";
      Object.assign(headers, { "cache-control": "no-cache", etag: makeEtag(made.body) });
    }
  } else if (status === 200 && String(headers["cache-control"] ?? "").startsWith("public")) made.lasts = "kept";
  if (made.lasts === "kept" && (method !== "GET" || setsCookie || made.body.length > LARGEST)) made.lasts = "shared";
  if (reader) {
    made.lasts = "once";
    delete headers.etag;
    headers["cache-control"] = "private, no-store";
  }
  made.compresses = COMPRESSED.test(type) && made.body.length > LEAST_COMPRESSED;
  if (made.compresses) headers.vary = [...new Set([headers.vary ?? [], "Accept-Encoding"].flat().flatMap((value) => String(value).split(/,\s*/)))].join(", ");
  return made;
}

/** An answer of the server in front of Next.js, as what is made. It is never kept. */
export function keepPlain({ status, headers, body }: PlainAnswer, newest: string): MadeAnswer {
  return { status, headers: { ...headers }, body: Buffer.from(body), compresses: false, gzip: null, brotli: null, newest, lasts: "shared" };
}

/** Bytes that an answer takes, with the compressed forms that there are. */
export function sizeOfAnswer({ headers, body, gzip, brotli }: MadeAnswer): number {
  const forms = [body, gzip, brotli].filter((form) => Buffer.isBuffer(form));
  return 512 + 2 * JSON.stringify(headers).length + forms.reduce((sum, { length }) => sum + 128 + length, 0);
}
