import { authToken } from "../config";
import { printPath } from "../printed-path";
import { databaseFile } from "./client";
import type { StoreErrorCode } from "./store-error";

/**
 * What is wrong with a store: damaged; another process holds it; its disk is full; it cannot be opened or written;
 * its URL is none; it has no tables yet; its server does not answer, does not take the token, or takes it
 * for reading only; it is not to be used as it stands (`StoreError`: a
 * folder, no file, another program's, a later release's, with another database's log, being restored); or something
 * else that SQLite reports.
 */
export type FailureKind = "broken" | "busy" | "full" | "closed" | "bad-url" | "empty" | "unreachable" | "unauthorized" | "forbidden" | StoreKind | "other";

type StoreKind = "folder" | "no-file" | "foreign" | "later" | "log" | "restoring";

/** Code (`SQLITE_BUSY`, `EACCES`, or empty), all messages, and the innermost cause's own message of an error. */
export function failureCode(error: unknown): { code: string; message: string; cause: string } {
  let innermost: unknown = error;
  let code = "";
  const messages: string[] = [];
  for (let depth = 0; innermost instanceof Error && depth < 8; depth++) {
    const own = (innermost as { code?: unknown }).code;
    if (typeof own === "string" && code === "") code = own;
    messages.push(innermost.message);
    innermost = innermost.cause;
  }
  return { code: primaryCode(code), message: messages.join(": ") || String(error), cause: messages.at(-1) ?? String(error) };
}

/** What an error says of the store; `null` for an error that is not the store's. */
export function failureKind(error: unknown): FailureKind | null {
  const { code, message } = failureCode(error);
  const store = STORE[code as StoreErrorCode];
  if (store) return store;
  if (BROKEN.has(code) || /file is not a database|image is malformed|malformed database/i.test(message)) return "broken";
  if (code === "REMOTE_UNAUTHORIZED" || /sync error: Unauthorized/.test(message)) return "unauthorized";
  if (code === "REMOTE_FORBIDDEN" || code === "BLOCKED") return "forbidden";
  if (BUSY.has(code) || /database (?:table )?is locked/.test(message)) return "busy";
  if (FULL.has(code) || /database or disk is full/.test(message)) return "full";
  // libSQL throws a plain Error from its constructor where it cannot open the file.
  if (CLOSED.has(code) || /unable to open (?:database|connection)|readonly database/i.test(message)) return "closed";
  if (BAD_URL.has(code) || /URI malformed/.test(message)) return "bad-url";
  if (/no such table/.test(message)) return "empty";
  // The last three are how an embedded replica's native client reports its primary.
  if (
    /fetch failed|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|HRANA|SERVER_ERROR|REMOTE_|sync error:|Replication\(|WriteDelegation/i.test(`${code} ${message}`)
  )
    return "unreachable";
  return code.startsWith("SQLITE_") ? "other" : null;
}

/** One Japanese sentence for what went wrong with the store at `url`; `null` for an error that is not the store's. */
export function describeFailure(error: unknown, url: string): string | null {
  const name = nameStore(url);
  const { code, cause } = failureCode(error);
  switch (failureKind(error)) {
    case "broken":
      return `データベース ${name} が壊れています。このファイルを別の場所に移してからもう一度実行すると、文書から作り直します。`;
    case "busy":
      return `データベース ${name} を別の処理が使っています。少し待ってからもう一度実行してください。`;
    case "full":
      return `ディスクの空きが足りないため、データベース ${name} に書き込めません。`;
    case "closed":
      return `データベース ${name} を開けないか、書き込めません（${code || "CANTOPEN"}）。置き場所と権限を確かめてください。`;
    case "bad-url":
      return `データベースの URL「${name}」を使えません。DATABASE_URL を確かめてください${/^file:/i.test(url) ? "（ファイル名にある % ? # は、%25 %3F %23 と書きます）" : ""}。`;
    case "folder":
      return `データベース ${name} はフォルダです。移動するか、DATABASE_URL で別の場所を指定してください。`;
    case "no-file":
      return `データベース ${name} はファイルではありません。DATABASE_URL で別の場所を指定してください。`;
    case "foreign":
      return `${name} は、あゆみのデータベースではありません。何も書き込んでいません。DATABASE_URL で別の場所を指定してください。`;
    case "later":
      return `データベース ${name} は、これより新しい版のあゆみのものです。何も書き込んでいません。あゆみを新しくしてください。`;
    case "log":
      return `データベース ${name} のそばに、別のデータベースの書き込みの記録（-wal）が残っています。ファイルが npm run restore を使わずに置き換えられたためです。データベースは壊れていません。npm run restore で戻すか、すべての処理を止めて ${name}-wal と ${name}-shm を別の場所に移してください。`;
    case "restoring":
      return `データベース ${name} を npm run restore が置き換えています。終わってからもう一度実行してください。`;
    case "empty":
      return `データベース ${name} は空です。npm run ingest で文書を取り込んでください。`;
    case "unreachable":
      return `データベースのサーバー ${name} に接続できません（${cause.slice(0, 200)}）。`;
    case "unauthorized":
      return authToken() !== null
        ? `データベースのサーバー ${name} が、DATABASE_AUTH_TOKEN のトークンを受け付けません（${cause.slice(0, 200)}）。`
        : `データベースのサーバー ${name} はトークンを求めています。DATABASE_AUTH_TOKEN に指定してください。`;
    case "forbidden":
      return `データベースのサーバー ${name} が書き込みを認めません（${cause.slice(0, 200)}）。DATABASE_AUTH_TOKEN に、書き込めるトークンを指定してください。`;
    case "other":
      return `データベース ${name} で問題が起きました（${cause}）。`;
    case null:
      return null;
  }
}

function nameStore(url: string): string {
  try {
    const file = databaseFile(url);
    return file === null ? url.replace(/\?.*$/, "") : printPath(file);
  } catch {
    return url;
  }
}

const STORE: Record<StoreErrorCode, FailureKind> = {
  STORE_EMPTY: "empty",
  STORE_FOLDER: "folder",
  STORE_NO_FILE: "no-file",
  STORE_FOREIGN: "foreign",
  STORE_LATER: "later",
  STORE_LOG: "log",
  STORE_RESTORING: "restoring",
};
const BROKEN = new Set(["SQLITE_NOTADB", "SQLITE_CORRUPT"]);
const BUSY = new Set(["SQLITE_BUSY", "SQLITE_LOCKED"]);
const FULL = new Set(["SQLITE_FULL", "ENOSPC", "EFBIG", "EDQUOT"]);
const CLOSED = new Set([
  ...["SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_IOERR"],
  ...["EACCES", "EPERM", "EROFS", "EEXIST", "ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "EMFILE", "ENFILE"],
]);
const BAD_URL = new Set(["URL_INVALID", "URL_PARAM_NOT_SUPPORTED", "URL_SCHEME_NOT_SUPPORTED", "ERR_INVALID_URL"]);

/** `SQLITE_IOERR_WRITE` as `SQLITE_IOERR`. */
function primaryCode(code: string): string {
  return code.startsWith("SQLITE_") ? code.split("_").slice(0, 2).join("_") : code;
}
