import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFront } from "@/app/_server/front";
import { writeAnswer } from "@/app/_server/plain-answer";
import { findRefusal } from "@/app/_server/refusal";
import { sendRaw } from "./send-raw";

let server: Server;

beforeAll(async () => {
  server = createFront((request, response) => {
    const refusal = findRefusal(request, (path) => path === "/_next/static/a.js");
    if (refusal) return writeAnswer(response, refusal);
    response.end(`${request.headers.host} ${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => void server.close());

const HOST = "Host: a.example\r\n";

async function ask(line: string, headers = HOST) {
  const { status, head, body } = await sendRaw((server.address() as AddressInfo).port, `${line}\r\n${headers}Connection: close\r\n\r\n`);
  const { code } = status === 200 || body === "" ? { code: null } : (JSON.parse(body) as { error: { code: string } }).error;
  return { status, code, body, allow: /^allow: (.*)$/im.exec(head)?.[1] ?? null, policy: /^content-security-policy: (.*)$/im.exec(head)?.[1] };
}

describe("findRefusal", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND", "PURGE", "M-SEARCH"])(
    "answers %s on a page with 405 and Allow",
    async (method) => {
      for (const path of ["/", "/goals?year=2025", "/healthz", "/nothing", "/embed", "/_next/static/a.js", "/icon.svg"]) {
        expect(await ask(`${method} ${path} HTTP/1.1`)).toMatchObject({ status: 405, code: "method_not_allowed", allow: "GET, HEAD" });
      }
    },
  );

  it.each(["/embed/%A0", "/embed//goal", "/embed/a%2Fb?lang=en"])("tells who holds %s in a frame in words", async (path) => {
    const { status, head, body } = await sendRaw((server.address() as AddressInfo).port, `GET ${path} HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`);
    expect([400, 404]).toContain(status);
    expect(head).toMatch(/^content-security-policy: default-src 'none'; style-src 'unsafe-inline'$/im);
    expect(head).toMatch(/^cross-origin-embedder-policy: require-corp$/im);
    expect(head).toMatch(/^cross-origin-resource-policy: cross-origin$/im);
    expect(head).toMatch(/^content-type: text\/html/im);
    expect(Buffer.from(body, "latin1").toString()).toMatch(
      path.includes("lang=en")
        ? /<html lang="en">[^]*There is nothing at this address/
        : /<html lang="ja">[^]*(?:このアドレスには何もありません|UTF-8ではありません)/,
    );
  });

  it("lets browsers ask by OPTIONS for files, and nothing else be done to them", async () => {
    for (const path of [
      "/api/goals.csv",
      "/embed/headline.svg",
      "/q/year=2025/api/goals.csv",
      "/documents/abc/source",
      "/goals.csv",
      "/catalog.jsonld",
      "/feed.atom",
    ]) {
      expect(await ask(`OPTIONS ${path} HTTP/1.1`)).toMatchObject({ status: 200 });
      expect(await ask(`POST ${path} HTTP/1.1`)).toMatchObject({ status: 405, allow: "GET, HEAD, OPTIONS" });
    }
  });

  it("answers OPTIONS * with what there is", async () => {
    expect(await ask("OPTIONS * HTTP/1.1")).toMatchObject({ status: 405, allow: "GET, HEAD" });
    expect(await ask("GET * HTTP/1.1")).toMatchObject({ status: 400, code: "invalid_request" });
  });

  it.each([
    ["none", ""],
    ["two", `${HOST}${HOST}`],
    ["two that differ", `${HOST}host: b.example\r\n`],
    ["one after 2,001 headers beside the first", `${HOST}${"a:\r\n".repeat(2001)}Host: b\r\n`],
    ["one with a path", "Host: a.example/x?\r\n"],
    ["one with a name and password", "Host: me:secret@a.example\r\n"],
    ["one with a space", "Host: a b\r\n"],
    ["one with markup", "Host: <script>\r\n"],
    ["one that is none", "Host: a:b:c\r\n"],
  ])("refuses a request with a wrong Host: %s", async (_, headers) => {
    expect(await ask("GET /goals HTTP/1.1", headers)).toMatchObject({ status: 400, code: "invalid_request" });
  });

  it.each(["a.example:3000", "[::1]:3000", "127.0.0.1", "xn--wgv71a.jp", ""])("takes the Host %j", async (host) => {
    expect(await ask("GET /goals HTTP/1.1", `Host: ${host}\r\n`)).toMatchObject({ status: 200, body: `${host} /goals` });
  });

  it("needs no Host in HTTP/1.0", async () => {
    expect(await ask("GET /goals HTTP/1.0", "")).toMatchObject({ status: 200 });
  });

  it.each([
    ["http://b.example/goals?year=2025", "b.example /goals?year=2025"],
    ["HTTPS://b.example:8443", "b.example:8443 /"],
    ["http://b.example?year=2025", "b.example /?year=2025"],
  ])("reads the absolute form %s", async (target, body) => {
    expect(await ask(`GET ${target} HTTP/1.1`)).toMatchObject({ status: 200, body });
  });

  it.each([
    "http://me:secret@b.example/",
    "ftp://b.example/",
    "http:///goals",
    "goals",
    "b.example:80",
    "javascript:alert(1)",
    "/goals#list",
    "/goals?area=\xe9\x98\xb2",
    "/\xff",
  ])("refuses the target %s", async (target) => {
    expect((await ask(`GET ${target} HTTP/1.1`)).status).toBe(400);
  });

  it.each(["http://b.example/_next/image?url=/icon.svg", "http://b.example//goals", "http://b.example/_next/../goals"])(
    "finds nothing at the absolute form %s",
    async (target) => {
      expect(await ask(`GET ${target} HTTP/1.1`)).toMatchObject({ status: 404, code: "not_found" });
    },
  );

  it.each([
    ...[
      "/_next/image?url=%2Ficon.svg&w=64&q=75",
      "/_next/image",
      "/_next/image/",
      "/%5fnext/image",
      "/_%6eext/image",
      "/_NEXT/image",
      "/_next",
      "/_next/",
      "/_next/data/build/goals.json",
      "/_next/webpack-hmr",
      "/_not-found",
      "/_global-error",
      "/_error",
      "/_",
    ],
    ...[
      "/_next/static/../image",
      "/_next/static/%2e%2e/image",
      "/_next/static/.%2E/image",
      "/_next/static/..%2fimage",
      "/_next/static/%2e%2e%2fimage",
      "/_next%2fimage",
      "/_next%5Cimage",
      "/_next\\image",
      "/_next/static\\..\\image",
    ],
    ...[
      "//_next/image",
      "/_next//image",
      "/./_next/image",
      "/a/../_next/image",
      "/_next/./image",
      "/_next/static",
      "/_next/static/",
      "/_next/static/b.js",
      "/_next/static/a.js/",
      "/_next/static/a.js%00",
      "/%5Fnext/static/a.js",
      "/_next/%73tatic/a.js",
    ],
    ...[
      "/_next/../goals",
      "/goals/..",
      "/goals/.",
      "/../../etc/passwd",
      "/goals/%2e%2e/",
      "//b.example/goals",
      "/\\b.example",
      "/%5cb.example/",
      "/goals//x",
      "/goals%2fx",
    ],
  ])("finds nothing at %s", async (path) => {
    expect(await ask(`GET ${path} HTTP/1.1`)).toMatchObject({
      status: 404,
      code: "not_found",
      policy: expect.stringContaining("frame-ancestors 'none'") as string,
    });
  });

  it.each(["/%A0", "/goals/%", "/goals/%zz", "/goals/%ED%A0%80", "/_next/image%ff", "/goals/%c0%ae"])(
    "refuses %s, which is no percent-encoded UTF-8",
    async (path) => {
      expect(await ask(`GET ${path} HTTP/1.1`)).toMatchObject({ status: 400, code: "invalid_encoding" });
    },
  );

  it.each([
    "/",
    "/goals/",
    "/_next/static/a.js",
    "/_next/static/%61.js?dpl=1",
    "/a/_next/image",
    "/.well-known/security.txt",
    "/goals/...",
    "/goals/a.b",
    "/goals?next=//b.example/../x",
    "/q/area=%25E9%2598%25B2%252F/goals",
    "/%255fnext/image",
  ])("lets %s through", async (path) => {
    expect(await ask(`GET ${path} HTTP/1.1`)).toMatchObject({ status: 200, body: `a.example ${path}` });
  });
});
