import { readdirSync } from "node:fs";
import type { Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { holdOpen, sendRaw } from "../app/_server/send-raw";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { type FaultSite, startFaultSite, unkept } from "./fault-site";
import { isShort } from "./form";

const ROUNDS = isShort ? 150 : 3000;
const UPGRADE = "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

let site: FaultSite;
let port: number;
let sockets: Socket[] = [];

beforeAll(async () => {
  const store = await createStore();
  await ingest(store.db, REAL_DOCUMENTS);
  store.db.$client.close();
  site = await startFaultSite(store.url, { LOG_LEVEL: "info" });
  port = Number(new URL(site.url).port);
  await site.get("/");
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

afterAll(async () => {
  await site.stop();
  removeTemporary();
});

const countDescriptors = () => readdirSync(`/proc/${site.pid}/fd`).length;

describe.runIf(process.platform === "linux")("connections", () => {
  it("that ask for an upgrade or a tunnel, or are no HTTP, leave no descriptor", async () => {
    const before = countDescriptors();
    const texts = ["/healthz", "/nothing", "/_next/webpack-hmr", "/", "/embed/headline"].map((path) => `GET ${path} HTTP/1.1\r\n${UPGRADE}`);
    texts.push("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", "hello\r\n\r\n");
    for (let round = 0; round < ROUNDS; round += 1) {
      const { status } = await sendRaw(port, texts[round % texts.length]!);
      expect([400, 405]).toContain(status);
    }
    sockets = await Promise.all(Array.from({ length: ROUNDS }, (_, round) => holdOpen(port, texts[round % texts.length]!)));
    await expect.poll(countDescriptors, { timeout: 10_000 }).toBeLessThanOrEqual(before + 2);
    expect((await site.get("/healthz")).status).toBe(200);
    expect(site.output()).toMatch(/"route":"refused","status":400/);
  });

  it("of readers who break off leave none either", async () => {
    const before = countDescriptors();
    for (let round = 0; round < ROUNDS; round += 1) {
      const socket = await holdOpen(port, `GET ${unkept("/goals")} HTTP/1.1\r\nHost: a\r\n\r\n`);
      setTimeout(() => socket.destroy(), round % 20);
    }
    await expect.poll(countDescriptors, { timeout: 30_000 }).toBeLessThanOrEqual(before + 2);
  });

  it("hold up the end of the site no longer than its grace, whatever they are at", async () => {
    const texts = [
      "",
      "GET / HT",
      "GET / HTTP/1.1\r\nHost: a\r\nX-Half",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na",
      `GET / HTTP/1.1\r\n${UPGRADE}`,
      "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /api/initiatives.json HTTP/1.1\r\nHost: a\r\n\r\n".repeat(200),
    ];
    sockets = await Promise.all(Array.from({ length: 5 }, () => texts.map((text) => holdOpen(port, text))).flat());
    await site.get("/healthz");
    const began = performance.now();
    expect(await site.stop("SIGTERM")).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
