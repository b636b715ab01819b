import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { RequestError } from "@/lib/request-error";
import { ownBytes } from "./capture";
import { type Coding, chooseCoding } from "./content-encoding";
import type { MadeAnswer } from "./make-answer";
import { writeAnswer } from "./plain-answer";
import { answerRefusal } from "./refusal";

interface Sending {
  /** It was asked for before. */
  again: boolean;
  /** What our cache did, for the reader's side of it (Cache-Status, RFC 9211). */
  cacheStatus: string;
  /** Called when the answer has come to hold another form of itself. */
  onForm: () => void;
}

/** Sends an answer in the best form that the reader takes, or 304 where the reader has it. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: MadeAnswer,
  { again, cacheStatus, onForm }: Sending,
): Promise<void> {
  if (response.destroyed) return;
  const { status, headers } = answer;
  response.setHeader("cache-status", cacheStatus);
  if (status === 200 && matches(request.headers["if-none-match"], headers.etag)) {
    const { "content-type": _, "content-disposition": __, ...rest } = headers;
    return void response.writeHead(304, rest).end();
  }
  const [encoding, bytes] = (await encode(answer, request.headers["accept-encoding"], again, onForm)) ?? [];
  if (bytes === undefined) {
    const { headers: own, ...refusal } = answerRefusal(new RequestError("not_acceptable", ({ coding }) => coding));
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
async function encode(
  answer: MadeAnswer,
  accepted: string | string[] | undefined,
  again: boolean,
  onForm: () => void,
): Promise<[encoding: string | null, bytes: Buffer] | null> {
  const choose = (available: readonly Coding[]) => chooseCoding(accepted?.toString(), answer.compresses ? available : ["identity"]);
  const quick = choose(["gzip", "br", "identity"]);
  if (quick === "br" || (again && choose(["br", "gzip", "identity"]) === "br")) {
    const brotli = (answer.brotli ??= compress(compressBrotli(answer.body), (bytes) => (answer.brotli = bytes), onForm));
    if (quick !== "gzip" || Buffer.isBuffer(brotli)) return ["br", await brotli];
  }
  if (quick === "gzip") return ["gzip", await (answer.gzip ??= compress(promisify(gzip)(answer.body), (bytes) => (answer.gzip = bytes), onForm))];
  return quick === null && answer.status === 200 ? null : [null, answer.body];
}

/** The bytes to come, which `keep` gets when they have. */
function compress(making: Promise<Buffer>, keep: (bytes: Buffer) => void, onForm: () => void): Promise<Buffer> {
  const bytes = making.then(ownBytes);
  bytes.then(keep).then(onForm, () => {});
  return bytes;
}

function compressBrotli(body: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}

function matches(condition: string | undefined, etag: OutgoingHttpHeaders[string]): boolean {
  return condition !== undefined && etag !== undefined && condition.split(",").some((tag) => tag.trim() === String(etag) || tag.trim() === "*");
}
