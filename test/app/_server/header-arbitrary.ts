import fc from "fast-check";

/** Headers to which Next.js, or a handler, could react, with values that would matter. */
const TELLING: Record<string, readonly string[]> = {
  cookie: ["__prerender_bypass=x", "__prerender_bypass=x; __next_preview_data=y", "next-instant-navigation-testing=1", "a=b"],
  rsc: ["1", "0"],
  "next-router-prefetch": ["1", "2"],
  "next-router-segment-prefetch": ["/_tree", "/_index"],
  "next-router-state-tree": ["%5B%22%22%5D", "x"],
  "next-url": ["/goals"],
  "next-action": ["00", "x".repeat(42)],
  "next-hmr-refresh": ["1"],
  "next-resume": ["1"],
  "x-nextjs-data": ["1"],
  "x-nextjs-request-id": ["abc"],
  "x-nextjs-html-request-id": ["abc"],
  "x-middleware-prefetch": ["1"],
  "x-middleware-rewrite": ["/about"],
  "x-middleware-subrequest": ["middleware:middleware:middleware"],
  "x-middleware-override-headers": ["cookie"],
  "x-middleware-set-cookie": ["a=b"],
  "x-matched-path": ["/about"],
  "x-now-route-matches": ["1=a"],
  "x-invoke-path": ["/about"],
  "x-invoke-status": ["404"],
  "x-prerender-revalidate": ["x"],
  "x-forwarded-host": ["evil.example"],
  "x-forwarded-proto": ["https", "gopher"],
  "x-forwarded-port": ["1"],
  "x-forwarded-for": ["192.0.2.1"],
  "x-request-id": ["of-a-stranger"],
  "user-agent": ["", "Googlebot", "facebookexternalhit/1.1", "curl/8"],
  "content-security-policy": ["script-src 'nonce-abc'", `script-src 'nonce-${"a".repeat(8000)}'`],
  "content-security-policy-report-only": ["script-src 'nonce-abc'"],
  "if-none-match": ['"x"', 'W/"x"'],
  "if-modified-since": ["Thu, 26 Nov 2026 00:00:00 GMT"],
  range: ["bytes=0-1"],
  "if-range": ['"x"'],
  purpose: ["prefetch"],
  "sec-purpose": ["prefetch"],
  accept: ["text/x-component", "application/json", "*/*"],
  "accept-language": ["en", "de;q=0.1"],
  "accept-encoding": ["gzip", "br", "identity", "gzip, br", "deflate"],
  "cache-control": ["no-cache", "no-store"],
  pragma: ["no-cache"],
  origin: ["https://evil.example", "null"],
  referer: ["https://evil.example/"],
  authorization: ["Basic YTpi"],
  "content-type": ["text/x-component", "multipart/form-data; boundary=x"],
  te: ["trailers"],
  traceparent: ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"],
};

const telling = fc.constantFrom(...Object.entries(TELLING).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])));
const any = fc.tuple(fc.stringMatching(/^x-[a-z][a-z0-9-]{0,15}$/), fc.stringMatching(/^[!-~]{0,40}$/));

/** The headers of a hostile or odd first visitor. */
export const headerSet: fc.Arbitrary<Record<string, string>> = fc
  .array(fc.oneof({ weight: 9, arbitrary: telling }, { weight: 1, arbitrary: any }), { minLength: 1, maxLength: 8 })
  .map((pairs) => Object.fromEntries(pairs));
