import { createHash, randomBytes } from "node:crypto";

/** Most hashes of scripts that a policy names; with more, the header would outgrow what proxies take. */
const MOST_HASHES = 60;

const INLINE_SCRIPT = /<script(?![^>]*\s(?:src=|type="application\/(?:ld\+)?json"))[^>]*>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** A page, as its bytes, a character each (latin1), and the policy that lets run what it holds itself, and nothing else. */
export interface ProtectedPage {
  html: string;
  policy: string;
  /** The policy holds for this very answer only. */
  once: boolean;
}

/**
 * A page's Content-Security-Policy (https://www.w3.org/TR/CSP3/): nothing from elsewhere; of scripts and style sheets
 * within the page, those whose hashes the policy names. A page with very many scripts has a nonce on each instead.
 * The page is given as its bytes, a character each (latin1).
 */
export function protectPage(html: string): ProtectedPage {
  const styles = hashAll(html, INLINE_STYLE);
  const scripts = hashAll(html, INLINE_SCRIPT);
  if (scripts.length <= MOST_HASHES) return { html, policy: printPolicy(scripts, styles), once: false };
  const nonce = randomBytes(16).toString("base64");
  return { html: html.replace(/<script(?=[\s>])/g, `<script nonce="${nonce}"`), policy: printPolicy([`'nonce-${nonce}'`], styles), once: true };
}

function hashAll(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, text]) => `'sha256-${createHash("sha256").update(text!, "latin1").digest("base64")}'`))];
}

function printPolicy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
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
