import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

/** Files and embeds answer with policies of their own (lib/answer.ts, app/chart-answer.tsx). */
const OWN_POLICY = /^\/(?:embed\/[^?]|api\/)/;

/** Where the build lays its style sheets. */
const STYLES = path.join(".next", "static", "chunks");

/**
 * Answers what gives a page its Content-Security-Policy: nothing from elsewhere, of scripts only those that carry this
 * answer's nonce, of style sheets only those of the build. Next.js takes the nonce from the request's header of that
 * name and sets it on scripts (https://nextjs.org/docs/app/guides/content-security-policy), so a header that came with
 * the request is replaced; the style sheets that it writes into pages carry none, so the policy names their hashes.
 */
export function makePageProtection(): (request: IncomingMessage, response: ServerResponse) => void {
  const styles = readdirSync(STYLES)
    .filter((name) => name.endsWith(".css"))
    .map((name) => `'sha256-${createHash("sha256").update(readFileSync(path.join(STYLES, name))).digest("base64")}'`);
  return (request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    delete request.headers["content-security-policy-report-only"];
    if (OWN_POLICY.test(request.url ?? "")) {
      delete request.headers["content-security-policy"];
      return;
    }
    const policy = printPolicy(randomBytes(16).toString("base64"), styles);
    request.headers["content-security-policy"] = policy;
    response.setHeader("Content-Security-Policy", policy);
  };
}

function printPolicy(nonce: string, styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src ${["'self'", ...styles].join(" ")}`,
    // Drawings carry their natural width in rem as an attribute.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
