import type { IncomingMessage } from "node:http";

/** Names and addresses of hosts as RFC 3986 §3.2.2 has them, and a port. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d{0,5})?$/i;

/**
 * Brings a request's target into origin form (`/goals?year=2025`), from absolute form too, whose host then counts
 * (RFC 9112 §3.2.2). Answers what is wrong with target or `Host`, as one Japanese sentence, or `null`.
 */
export function settleTarget(request: IncomingMessage): string | null {
  const url = request.url ?? "";
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length > 1) return "Host ヘッダーが複数あります。";
  if (hosts.length === 0 && request.httpVersionMajor === 1 && request.httpVersionMinor > 0) return "Host ヘッダーがありません。";
  if (!HOST.test(request.headers.host ?? "")) return "Host ヘッダーを読み取れません。";
  if (url === "*") return request.method === "OPTIONS" ? null : "* は OPTIONS だけに使えます。";
  if (!/^[\x21-\x7e]*$/.test(url) || url.includes("#")) return "アドレスに、パーセント符号化されていない文字があります。";
  if (url.startsWith("/")) return null;
  const [, authority, target] = /^https?:\/\/([^/?#@]+)([/?].*)?$/i.exec(url) ?? [];
  if (authority === undefined || !HOST.test(authority)) return "アドレスを読み取れません。";
  request.headers.host = authority;
  request.url = target === undefined ? "/" : target.startsWith("?") ? `/${target}` : target;
  return null;
}
