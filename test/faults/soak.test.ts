import { readdirSync, readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdOpen, sendRaw } from "../app/_server/send-raw";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { createRandom } from "../random";
import { type FaultSite, startFaultSite, unkept } from "./fault-site";
import { isShort } from "./form";

/** How long the site is given no rest, how many ask at once, and how long it then has to come to rest, in seconds. */
const SECONDS = isShort ? 20 : 600;
const ASKING = 24;
const REST = 35;

/** How much more memory it may hold afterwards, as a share of what it held after the first tenth. */
const GROWTH = 0.25;

let site: FaultSite;
let port: number;

beforeAll(async () => {
  const store = await createStore();
  await ingest(store.db, REAL_DOCUMENTS);
  store.db.$client.close();
  site = await startFaultSite(store.url);
  port = Number(new URL(site.url).port);
});

afterAll(async () => {
  await site.stop();
  removeTemporary();
});

const countDescriptors = () => readdirSync(`/proc/${site.pid}/fd`).length;
/** Resident memory in kB, as Linux has it. */
const readMemory = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${site.pid}/status`, "utf8"))![1]);
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const PATHS = [
  "/",
  "/goals",
  "/goals/2025-policy-promotion-4",
  "/continuations?level=initiative",
  "/embed/rating-distribution",
  "/embed/headline.png",
  "/api/goals.xlsx",
  "/search?q=防災",
  "/nothing",
  "/api/initiatives.json",
];
const PAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

/** Everything that a client may do to a server without asking for anything forbidden, and some that is. */
function listDeeds(random: () => number): (() => Promise<unknown>)[] {
  const path = () => encodeURI(PATHS[Math.floor(random() * PATHS.length)]!);
  const hold = async (text: string, milliseconds: number) => {
    const socket: Socket = await holdOpen(port, text);
    await wait(milliseconds);
    socket.destroy();
  };
  return [
    () => site.get(path()),
    () => site.get(unkept("/goals")),
    () => site.get(unkept("/embed/rating-by-year")),
    () => sendRaw(port, PAST),
    () => sendRaw(port, "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n"),
    () => sendRaw(port, "hello\r\n\r\n"),
    // Who goes away while the answer is made, who reads nothing of it, and who never ends asking.
    () => hold(`GET ${unkept("/goals")} HTTP/1.1\r\nHost: a\r\n\r\n`, random() * 50),
    () => hold("GET /api/initiatives.json HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20), random() * 2000),
    () => hold("GET / HTTP/1.1\r\nHost: a\r\nX-Half", random() * 2000),
    () => Promise.all(Array.from({ length: 20 }, () => site.get("/healthz"))),
  ];
}

describe.runIf(process.platform === "linux")("a soak", () => {
  it("leaves descriptors and memory as they were", { timeout: (SECONDS + REST + 60) * 1000 }, async () => {
    const deeds = listDeeds(createRandom(10));
    const random = createRandom(11);
    for (const path of PATHS) await site.get(encodeURI(path));
    const descriptors = countDescriptors();
    const began = performance.now();
    const passed = () => (performance.now() - began) / 1000;
    const memory: number[] = [];
    let slowest = 0;
    const asking = Array.from({ length: ASKING }, async () => {
      while (passed() < SECONDS) await deeds[Math.floor(random() * deeds.length)]!().catch(() => {});
    });
    while (passed() < SECONDS) {
      await wait(1000);
      memory.push(readMemory());
      slowest = Math.max(slowest, (await site.get("/healthz")).ms);
    }
    await Promise.all(asking);
    await expect.poll(countDescriptors, { timeout: REST * 1000 }).toBeLessThanOrEqual(descriptors + 3);
    expect((await site.get("/readyz")).status).toBe(200);
    expect(site.output()).not.toMatch(/\n\s+at /);
    const early = Math.max(...memory.slice(0, Math.ceil(memory.length / 10)));
    const late = readMemory();
    console.log(
      `soak of ${SECONDS} s: descriptors ${descriptors} to ${countDescriptors()}, memory ${Math.round(early / 1024)} to ${Math.round(late / 1024)} MB (most ${Math.round(Math.max(...memory) / 1024)}), /healthz at most ${Math.round(slowest)} ms`,
    );
    // A short soak ends before the caches are full.
    if (!isShort) expect(late / early).toBeLessThan(1 + GROWTH);
  });
});
