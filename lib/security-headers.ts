/**
 * What every answer says of itself unless it knows better: it is no page, so it loads and runs nothing, and no site may
 * frame it. Pages and embeds have policies of their own.
 */
export const SECURITY_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};
