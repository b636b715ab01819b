import type { PlainAnswer } from "./plain-answer";

/** The methods by which files are read, and asked about. */
export const FILE_METHODS = ["GET", "HEAD", "OPTIONS"] as const;

/** A day, in seconds. Browsers keep it for less if they like. */
const MAX_AGE = 86_400;

/**
 * What a browser is told that asks for another site's page whether it may read a file with headers of its own, as
 * `If-None-Match` (https://fetch.spec.whatwg.org/#cors-preflight-fetch): anybody may, with any, but for those that say who asks.
 */
export function answerPreflight(): PlainAnswer {
  const methods = FILE_METHODS.join(", ");
  return {
    status: 200,
    headers: {
      allow: methods,
      "access-control-allow-origin": "*",
      "access-control-allow-methods": methods,
      "access-control-allow-headers": "*",
      "access-control-max-age": String(MAX_AGE),
      "cache-control": "no-store",
    },
    body: "",
  };
}
