import type { IncomingMessage } from "node:http";
import { isFramedPage, printFramedError } from "@/lib/notice-page";
import { RequestError } from "@/lib/request-error";
import type { Refusal } from "@/lib/texts/refusal-ja";
import { lowerNames, type PlainAnswer } from "./plain-answer";
import { FILE_METHODS } from "./preflight";
import { settleTarget } from "./request-target";

const READING = ["GET", "HEAD"];

/** Files, which other sites may read: a browser may ask by OPTIONS whether it may. */
const FILES = /^\/(?:(?:api|embed|q)\/|documents\/[^/]+\/source$|(?:goals\.csv|catalog\.jsonld|feed\.atom)$)/;

const NOTHING: Refusal = ({ nothing }) => nothing;

/**
 * What is refused before any page or file sees it, `null` for all else: requests that RFC 9112 calls invalid; methods
 * that write; paths that are not written in their plain form, which Next.js would take for another's; and all that is
 * Next.js's own but the files of its build, which `isStatic` knows by their decoded path. Sets the target in origin form.
 */
export function findRefusal(request: IncomingMessage, isStatic: (path: string) => boolean): PlainAnswer | null {
  const wrong = settleTarget(request);
  if (wrong !== null) return answerRefusal(new RequestError("invalid_request", wrong));
  const { url = "", method = "" } = request;
  const written = url.split("?", 1)[0]!;
  const path = decodePath(written);
  if (path === null) return answerReader(request, new RequestError("invalid_encoding", ({ addressEncoding }) => addressEncoding));
  const allowed: readonly string[] = FILES.test(path) ? FILE_METHODS : READING;
  if (!allowed.includes(method)) return refuseMethod(method, allowed);
  if (!isPlain(written, path)) return answerReader(request, new RequestError("not_found", NOTHING));
  if (isOfNext(path) && !(written.startsWith("/_next/static/") && isStatic(path))) return answerRefusal(new RequestError("not_found", NOTHING));
  return null;
}

/** 405 with the methods that there are (RFC 9110 §15.5.6). */
export function refuseMethod(method: string, allowed: readonly string[] = READING): PlainAnswer {
  const { headers, ...answer } = answerRefusal(new RequestError("method_not_allowed", (texts) => texts.method(method)));
  return { ...answer, headers: { ...headers, allow: allowed.join(", ") } };
}

/** An error in the API's shape. */
export function answerRefusal(error: RequestError): PlainAnswer {
  return {
    status: error.status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "access-control-allow-origin": "*" },
    body: `${JSON.stringify(error)}\n`,
  };
}

/** The same, but for what is held in a frame, where a reader sees nothing of that shape. */
function answerReader({ url = "" }: IncomingMessage, error: RequestError): PlainAnswer {
  const [path = "", query] = url.split("?", 2);
  const { status, headers, body } = answerRefusal(error);
  if (!isFramedPage(path)) return { status, headers, body };
  const page = printFramedError(error, new URLSearchParams(query));
  return { status, headers: { ...headers, ...lowerNames(page.headers) }, body: page.body };
}

function decodePath(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

/** No empty segment but the last, none of dots, and no slash or backslash that only decoding shows. */
function isPlain(written: string, path: string): boolean {
  return !/%2f/i.test(written) && !/\\|\/\/|\/\.{1,2}(?:\/|$)/.test(path);
}

/** Next.js's names begin with a low line (`/_next`, `/_not-found`, `/_global-error`), none of ours does. */
function isOfNext(path: string): boolean {
  return path.startsWith("/_");
}
