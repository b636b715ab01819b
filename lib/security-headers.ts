import { createHash } from "node:crypto";

/**
 * What every answer says of itself unless it knows better: it is no page, so it loads and runs nothing, and no site may
 * frame it. Pages and embeds have policies of their own.
 */
export const SECURITY_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/**
 * What answers that other sites may hold in a frame say in their place. Who may hold them is left unsaid, since
 * `frame-ancestors *` is none but addresses of a network: no page from disk, of an app, or of an origin that a sandbox
 * took away. The others let pages hold them that take in nothing which does not agree to it.
 */
export function framedHeaders(policy: string): Record<string, string> {
  return { "Content-Security-Policy": policy, "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Resource-Policy": "cross-origin" };
}

/** A script or a style sheet within a page, as a policy lets it be run. */
export function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
