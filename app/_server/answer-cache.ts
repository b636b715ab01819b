import type { IncomingMessage, ServerResponse } from "node:http";
import { noteAnswer } from "./answer-counts";
import { AnswerMemory } from "./answer-memory";
import type { Handler } from "./capture";
import { isDesk } from "./desk-path";
import { type AnswerOptions, type Asked, keepPlain, type MadeAnswer, makeAnswer, sizeOfAnswer } from "./make-answer";
import { type PlainAnswer, writeAnswer } from "./plain-answer";
import { sendAnswer } from "./send-answer";
import { answerCrowded } from "./unavailable-answer";
import { nameKind } from "./work-kind";
import { CrowdedError, UnwantedError, WorkQueue } from "./work-queue";

/** The longest address that is a key, in characters. */
const LONGEST_URL = 2048;

/** What readers type is hardly ever asked for twice. */
const SELDOM = /^\/search(?:$|[?/])/;

/** A handler that is told which dataset is the newest, and while none can be read, what to answer where nothing is kept. */
export type NewestHandler = (request: IncomingMessage, response: ServerResponse, newest: string, unavailable?: PlainAnswer) => Promise<void>;

/** An answer that is being made, and how many wait for it. */
interface Making {
  answer: Promise<MadeAnswer>;
  readers: number;
}

/**
 * Puts a memory before a handler. Pages, charts and data depend on their address and the data alone, and the handler is
 * shown nothing else (`captureAnswer`), so an answer is kept until a newer dataset comes, and readers who ask for the
 * same at once wait for one making of it. Heavy answers are made one at a time (`WorkQueue`); where too many wait, the
 * answer is 503. Every answer is whole before its first byte is sent, so `replace` may still put another in its place:
 * Next.js itself can begin a page with 200 and fail after that. The desk's pages are made for one reader each: nothing of
 * them is looked up, shared or kept.
 */
export function keepAnswers(handle: Handler, { queue = new WorkQueue(), ...options }: AnswerOptions = {}): NewestHandler {
  const memory = new AnswerMemory<MadeAnswer>({
    sizeOf: sizeOfAnswer,
    isOutdated: (one, { newest }) => one.newest !== newest,
    isSeldom: (address) => SELDOM.test(address),
  });
  const making = new Map<string, Making>();
  const begin = ({ url, ...asked }: Asked): Making => {
    const one = { readers: 1 } as Making;
    one.answer = queue.run(
      nameKind(url),
      () => one.readers > 0,
      async () => {
        const answer = await makeAnswer(handle, options, { url, ...asked });
        if (answer.lasts === "kept" && url.length <= LONGEST_URL) memory.set(url, answer);
        return answer;
      },
    );
    return one;
  };
  return async (request, response, newest, unavailable) => {
    const { url = "", method = "GET" } = request;
    const isOwn = isDesk(url);
    const isRead = (method === "GET" || method === "HEAD") && !isOwn;
    const send = async (answer: MadeAnswer, again: boolean, cacheStatus: string) => {
      await sendAnswer(request, response, answer, { again, cacheStatus: `ayumi; ${cacheStatus}`, onForm: () => memory.measure(url, answer) });
    };
    const known = isRead ? memory.get(url) : undefined;
    if (known?.newest === newest) {
      noteAnswer("kept", memory.size);
      return send(known, true, "hit");
    }
    if (unavailable) return writeAnswer(response, unavailable);
    const key = `${newest} ${url}`;
    for (;;) {
      const other = isRead ? making.get(key) : undefined;
      const one = other ?? begin({ method: isRead ? "GET" : method, url, newest, ...(isOwn && { reader: request.headers }) });
      if (other) other.readers += 1;
      else if (isRead) making.set(key, one);
      try {
        const answer = await waitFor(one, response);
        if (answer === null) return;
        if (other && answer.lasts === "once") continue;
        noteAnswer(other ? "shared" : "made", memory.size);
        return await send(answer, other !== undefined, other ? "fwd=miss; collapsed" : isRead ? "fwd=miss" : isOwn ? "fwd=bypass" : "fwd=method");
      } catch (error) {
        if (error instanceof UnwantedError) return;
        if (!(error instanceof CrowdedError)) throw error;
        noteAnswer("refused", memory.size);
        return await send(keepPlain(answerCrowded(request), newest), false, "fwd=miss");
      } finally {
        if (making.get(key) === one) making.delete(key);
      }
    }
  };
}

/** The answer when it has come, for one of its readers; `null` where that one went away meanwhile. */
async function waitFor(one: Making, response: ServerResponse): Promise<MadeAnswer | null> {
  let gone = false;
  const leave = () => {
    gone = true;
    one.readers -= 1;
  };
  response.once("close", leave);
  try {
    const answer = await one.answer;
    return gone ? null : answer;
  } finally {
    response.off("close", leave);
  }
}
