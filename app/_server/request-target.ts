import type { IncomingMessage } from "node:http";
import type { Refusal } from "@/lib/texts/refusal-ja";

/** Names and addresses of hosts as RFC 3986 §3.2.2 has them, and a port. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d{0,5})?$/i;

/**
 * Brings a request's target into origin form (`/goals?year=2025`), from absolute form too, whose host then counts
 * (RFC 9112 §3.2.2). Answers what is wrong with target or `Host`, or `null`.
 */
export function settleTarget(request: IncomingMessage): Refusal | null {
  const url = request.url ?? "";
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length > 1) return (texts) => texts.hosts;
  if (hosts.length === 0 && request.httpVersionMajor === 1 && request.httpVersionMinor > 0) return (texts) => texts.noHost;
  if (!HOST.test(request.headers.host ?? "")) return (texts) => texts.host;
  if (url === "*") return request.method === "OPTIONS" ? null : (texts) => texts.asterisk;
  if (!/^[\x21-\x7e]*$/.test(url) || url.includes("#")) return (texts) => texts.addressLetters;
  if (url.startsWith("/")) return null;
  const [, authority, target] = /^https?:\/\/([^/?#@]+)([/?].*)?$/i.exec(url) ?? [];
  if (authority === undefined || !HOST.test(authority)) return (texts) => texts.address;
  request.headers.host = authority;
  request.url = target === undefined ? "/" : target.startsWith("?") ? `/${target}` : target;
  return null;
}
