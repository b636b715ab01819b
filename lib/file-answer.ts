import { makeEtag } from "@/lib/entity-tag";
import { isFramedPage, printFramedError } from "@/lib/notice-page";
import { RequestError } from "@/lib/request-error";
import { SECURITY_HEADERS } from "@/lib/security-headers";

/** What a file's or an API's address answers. */
export interface Answer {
  body: string | Uint8Array;
  /** Media type, with its charset. */
  type: string;
  /** The address names its dataset, so its bytes never change. */
  frozen: boolean;
  headers?: Record<string, string>;
}

const NEWEST = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
const FROZEN = "public, max-age=31536000, immutable";

/** Of what may be read from any other site, and is never run as a page. */
const DATA_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, Retry-After, X-Ayumi-Dataset, X-Total-Count",
  "Cross-Origin-Resource-Policy": "cross-origin",
  ...SECURITY_HEADERS,
};

/** An address names its dataset by the beginning of its id only; `id` is the whole of it. */
export class ShortDatasetError extends Error {
  constructor(readonly id: string) {
    super(`the whole id is ${id}`);
  }
}

/** Runs `make` and answers with what it gives: 304 where the reader has it already, and errors in their one shape. */
export async function answerFile(request: Request, make: () => Promise<Answer>): Promise<Response> {
  try {
    const answer = await make();
    const etag = makeEtag(answer.body);
    const headers = {
      ...DATA_HEADERS,
      ...answer.headers,
      ETag: etag,
      "Cache-Control": answer.frozen ? FROZEN : NEWEST,
    };
    if (hasEtag(request, etag)) return new Response(null, { status: 304, headers });
    // A text would be looked through for half surrogates before it is encoded, letter by letter.
    const body = typeof answer.body === "string" ? Buffer.from(answer.body) : answer.body;
    return new Response(body as BodyInit, {
      headers: { ...headers, "Content-Type": answer.type },
    });
  } catch (error) {
    if (error instanceof RequestError)
      return isFramedPage(new URL(request.url).pathname) ? answerInFrame(error, new URL(request.url).searchParams) : answerError(error);
    if (error instanceof ShortDatasetError) return nameDatasetWhole(request, error.id);
    throw error;
  }
}

/** Leads on to the same address with the whole id, for now: another dataset may come whose id begins so too. */
function nameDatasetWhole(request: Request, id: string): Response {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("dataset", id);
  return new Response(null, { status: 307, headers: { ...DATA_HEADERS, Location: `${pathname}?${searchParams}`, "Cache-Control": "no-store" } });
}

/** `{error: {code, message, parameter}}` with its status. */
export function answerError(error: RequestError): Response {
  return Response.json(error, { status: error.status, headers: errorHeaders(error) });
}

/** The same as a page in a frame. */
function answerInFrame(error: RequestError, query: URLSearchParams): Response {
  const { headers, body } = printFramedError(error, query);
  return new Response(body, { status: error.status, headers: { ...errorHeaders(error), ...headers } });
}

function errorHeaders({ status }: RequestError): Record<string, string> {
  return { ...DATA_HEADERS, "Cache-Control": "no-store", ...(status === 503 && { "Retry-After": "5" }) };
}

function hasEtag(request: Request, etag: string): boolean {
  const tags =
    request.headers
      .get("if-none-match")
      ?.split(",")
      .map((tag) => tag.trim()) ?? [];
  return tags.includes(etag) || tags.includes("*");
}
