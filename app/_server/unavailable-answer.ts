import type { IncomingMessage } from "node:http";
import type { Readiness } from "@/db/connection/readiness";
import { answerNotice, askedLanguage, isFramedPage } from "@/lib/notice-page";
import type { ErrorAnswer } from "@/lib/request-error";
import type { Refusal } from "@/lib/texts/refusal-ja";
import { refusalTexts } from "@/lib/texts/refusal-texts";
import { lowerNames, type PlainAnswer } from "./plain-answer";

/** Why nothing can be served now. */
export type UnavailableReason = Extract<Readiness, { ready: false }>["reason"];

/** One sentence for readers, without names of files or servers. */
const SENTENCES: Record<UnavailableReason, string> = {
  missing: "データベースが見つからないため、いまは表示できません。",
  broken: "データベースが壊れているため、いまは表示できません。",
  busy: "データベースをほかの処理が使っているため、いまは表示できません。",
  full: "ディスクの空きが足りないため、いまは表示できません。",
  closed: "データベースを開けないため、いまは表示できません。",
  "bad-url": "データベースの指定に誤りがあるため、いまは表示できません。",
  empty: "まだ資料が取り込まれていないため、表示できるものがありません。",
  unreachable: "データベースのサーバーが応答しないため、いまは表示できません。",
  unauthorized: "データベースのサーバーが接続を認めないため、いまは表示できません。",
  forbidden: "データベースのサーバーが接続を認めないため、いまは表示できません。",
  folder: "データベースを開けないため、いまは表示できません。",
  "no-file": "データベースを開けないため、いまは表示できません。",
  foreign: "データベースが、あゆみのものではないため、いまは表示できません。",
  later: "データベースが、このサイトより新しい版のものであるため、いまは表示できません。",
  log: "データベースの置き換えが正しく済んでいないため、いまは表示できません。",
  restoring: "データベースを置き換えているため、いまは表示できません。",
  other: "データベースで問題が起きたため、いまは表示できません。",
};

/** Seconds after which a reader may ask again. */
export const RETRY_AFTER = 5;

/** Why nothing can be served, as one sentence. */
export function describeUnavailable(reason: UnavailableReason): string {
  return SENTENCES[reason];
}

/** Why only what is kept can be served, as one sentence. */
export function describeStale(reason: UnavailableReason): string {
  return SENTENCES[reason].replace(/いまは.*$/, "前に作成したページとファイルだけを表示しています。");
}

/** 503 for a page as a small page of its own, for a file or the API in the API's error shape. */
export function answerUnavailable(request: Pick<IncomingMessage, "url">, reason: UnavailableReason): PlainAnswer {
  return print503(request, "unavailable", ({ unavailable }) => unavailable(SENTENCES[reason]));
}

/** 503 in the same shapes, where too many readers wait for what takes long to make. */
export function answerCrowded(request: Pick<IncomingMessage, "url">): PlainAnswer {
  return print503(request, "too_busy", ({ crowded }) => crowded);
}

function print503({ url = "/" }: Pick<IncomingMessage, "url">, code: "unavailable" | "too_busy", refusal: Refusal): PlainAnswer {
  const headers = { "cache-control": "no-store", "retry-after": String(RETRY_AFTER), "x-content-type-options": "nosniff" };
  const [path = "", query] = url.split("?", 2);
  if (/^\/api\/|\.[a-z0-9]+$|\/source$/.test(path)) {
    const error = { code, message: refusal(refusalTexts("ja")), message_en: refusal(refusalTexts("en")), parameter: null };
    const body = `${JSON.stringify({ error } satisfies ErrorAnswer)}\n`;
    return { status: 503, headers: { ...headers, "access-control-allow-origin": "*", "content-type": "application/json; charset=utf-8" }, body };
  }
  const framedBy = isFramedPage(path) ? new URLSearchParams(query) : null;
  // Charts alone speak English.
  const language = framedBy ? askedLanguage(framedBy) : "ja";
  const texts = refusalTexts(language);
  const page = answerNotice({ title: texts.notNow, sentence: texts.later(refusal(texts)), language }, framedBy);
  return { status: 503, headers: { ...headers, ...lowerNames(page.headers) }, body: page.body };
}
