import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { createFront } from "@/app/_server/front";
import { createStop } from "@/app/_server/server-stop";
import { holdOpen, sendRaw } from "./send-raw";

let server: Server;
let stop: () => Promise<void>;
let refused: number[];
let sockets: Socket[] = [];

async function start(options: Parameters<typeof createFront>[1] = {}): Promise<number> {
  refused = [];
  const take: Parameters<typeof createFront>[0] = (request, response) => {
    if (request.url === "/never") return;
    if (request.url === "/large") return void response.end(Buffer.alloc(32 * 1024 * 1024));
    response.end(`${request.method} ${request.url}`);
  };
  server = createFront(take, { onRefused: (status) => refused.push(status), ...options });
  stop = createStop(server, { drainTimeout: 300, stopTimeout: 300 });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const countConnections = () => promisify(server.getConnections.bind(server))();

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  server.close();
});

const UPGRADE = "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";

describe("createFront", () => {
  it.each([
    ["an upgrade to WebSocket", `GET /healthz HTTP/1.1\r\n${UPGRADE}`, 400],
    ["an upgrade of Next.js's own", `GET /_next/webpack-hmr?id=1 HTTP/1.1\r\n${UPGRADE}`, 400],
    ["an upgrade with what comes after it", `GET / HTTP/1.1\r\n${UPGRADE}${"x".repeat(100_000)}`, 400],
    [
      "an upgrade to HTTP/2",
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
      400,
    ],
    ["an upgrade by POST", `POST / HTTP/1.1\r\nContent-Length: 3\r\n${UPGRADE}abc`, 400],
    ["HTTP/2 itself", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["a tunnel", "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n", 405],
    ["a length that is none", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1x\r\n\r\n", 400],
    ["a negative length", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400],
    ["two lengths", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400],
    ["a length beside chunks", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400],
    ["chunks before another coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400],
    ["a space before a colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400],
    ["a bare line feed in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: a\nb\r\n\r\n", 400],
    ["NUL in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 400],
    ["no HTTP", "hello\r\n\r\n", 400],
    ["a head over 16 KiB", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(17_000)}\r\n\r\n`, 431],
    ["a target over 16 KiB", `GET /${"x".repeat(17_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
  ])("refuses %s, closes the connection and keeps nothing of it", async (_, text, status) => {
    const port = await start();
    const answer = await sendRaw(port, text);
    expect(answer.status).toBe(status);
    expect(answer.head).toMatch(/^content-security-policy: default-src 'none'; frame-ancestors 'none'; sandbox$/im);
    expect(answer.head).toMatch(/^connection: close$/im);
    if (status === 405) expect(answer.head).toMatch(/^allow: GET, HEAD$/im);
    expect(refused).toEqual([status]);
    await expect.poll(countConnections).toBe(0);
  });

  it("lets go of who asks for an upgrade and then neither reads nor closes", async () => {
    const port = await start();
    sockets = await Promise.all(Array.from({ length: 50 }, () => holdOpen(port, `GET / HTTP/1.1\r\n${UPGRADE}`)));
    await expect.poll(() => refused.length).toBe(50);
    await expect.poll(countConnections, { timeout: 10_000 }).toBe(0);
  });

  it("closes rather than write into another answer", async () => {
    const port = await start();
    const { head } = await sendRaw(port, `GET /never HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\n${UPGRADE}`);
    expect(head).toBe("");
    await expect.poll(countConnections).toBe(0);
  });

  it("takes an upgrade that names nothing to upgrade to for a request, as proxies send it", async () => {
    const port = await start();
    const answer = await sendRaw(port, "GET /a HTTP/1.0\r\nConnection: upgrade\r\n\r\n");
    expect([answer.status, answer.body]).toEqual([200, "GET /a"]);
  });

  it("waits for no body: 100 is never sent, and what else is expected is not met", async () => {
    const port = await start();
    const head = (expected: string) => `POST /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\nExpect: ${expected}\r\n\r\n`;
    expect(await sendRaw(port, `${head("100-continue")}abc`)).toMatchObject({ status: 200, body: "POST /a" });
    const answer = await sendRaw(port, `${head("a-miracle")}abc`);
    expect(answer.status).toBe(417);
    expect(answer.head).toMatch(/^content-security-policy: /im);
  });

  it.each(["", "GET / HT", "GET / HTTP/1.1\r\nHost: a\r\nX-Half", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc"])(
    "closes over a request that does not come to its end: %j",
    async (text) => {
      const port = await start({ headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 });
      await sendRaw(port, text);
      await expect.poll(countConnections).toBe(0);
    },
  );

  it("closes over a reader who takes nothing of a large answer", async () => {
    const port = await start({ writeTimeout: 200 });
    sockets = [await holdOpen(port, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n")];
    await expect.poll(countConnections).toBe(1);
    await expect.poll(countConnections, { timeout: 10_000 }).toBe(0);
  });

  it("ends within its grace, whatever is open", async () => {
    const port = await start();
    const texts = [
      "",
      "GET / HTTP/1.1\r\nHo",
      "GET /large HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /never HTTP/1.1\r\nHost: a\r\n\r\n",
      `GET / HTTP/1.1\r\n${UPGRADE}`,
      "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
    ];
    sockets = await Promise.all(texts.map((text) => holdOpen(port, text)));
    const began = performance.now();
    await stop();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await countConnections()).toBe(0);
  });
});
