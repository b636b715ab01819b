import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../db/run-command";
import { createFolder, makePlan, REAL_DOCUMENTS, removeTemporary, writePlans } from "../db/temporary-store";
import { type HranaServer, startHranaServer } from "../hrana/server";
import { expectReady, expectStale } from "./expect-answers";
import { type FaultSite, startFaultSite, unkept } from "./fault-site";

let server: HranaServer;
let file: string;
let site: FaultSite;
let dataset: string;

const ingest = async (...files: string[]) => {
  const { code, stdout, stderr } = await runCommand("ingest", ["--json", ...files], { DATABASE_URL: server.url });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return (JSON.parse(stdout) as { dataset: string }).dataset;
};

beforeAll(async () => {
  file = path.join(createFolder(), "server.db");
  server = await startHranaServer(file);
  dataset = await ingest(...REAL_DOCUMENTS);
  site = await startFaultSite(server.url);
  await expectReady(site, dataset);
});

afterEach(async () => {
  server.order(null);
  await expectRecovered(dataset);
});

afterAll(async () => {
  await site.stop();
  await server.stop();
  removeTemporary();
});

/** Waits until the site has noticed that the server answers again. */
const expectRecovered = (id: string) =>
  expect
    .poll(
      () =>
        expectReady(site, id).then(
          () => true,
          () => false,
        ),
      { timeout: 12_000, interval: 500 },
    )
    .toBe(true);

describe("sites over one libSQL server", () => {
  it.each([
    ["resets connections", { kind: "reset" }],
    ["answers 500", { kind: "status" }],
    ["breaks off its answers", { kind: "truncate" }],
  ] as const)("go on with what they have kept while it %s, say so of the rest, and are whole again by themselves", async (_, fault) => {
    server.order(fault);
    // What is asked before the fault is known meets it itself.
    for (const { status, text } of await Promise.all(["/", "/goals"].map((page) => site.get(unkept(page))))) {
      expect(status).toBe(503);
      expect(text).toMatch(/データベースのサーバーが応答しない/);
    }
    await expectStale(site, dataset, "unreachable", /データベースのサーバーが応答しない/);
  });

  it("do not wait for a server that takes 30 s", async () => {
    server.order({ kind: "slow", ms: 30_000 });
    const answers = await Promise.all([unkept("/"), unkept("/goals"), "/api/goals.json?rating=A", "/", "/readyz", "/healthz"].map((page) => site.get(page)));
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 200, 200, 200]);
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(7500);
    // From now on nobody waits.
    for (const [page, expected] of [
      ["/", 200],
      ["/api/goals.csv", 200],
      [unkept("/"), 503],
      ["/api/goals.csv?rating=B", 503],
    ] as const) {
      const { status, ms } = await site.get(page);
      expect([page, status, ms < 3500]).toEqual([page, expected, true]);
    }
  });

  it("go on when the server was gone and is back at the same address", async () => {
    const { port } = new URL(server.url);
    await server.stop();
    await expectStale(site, dataset, "unreachable", /データベースのサーバーが応答しない/);
    server = await startHranaServer(file, Number(port));
  });

  it("are two web processes, and both show a new dataset", async () => {
    const other = await startFaultSite(server.url);
    await expectReady(other, dataset);
    dataset = await ingest(...writePlans(createFolder(), [makePlan()]));
    await Promise.all([site, other].map((each) => expectReady(each, dataset)));
    expect(await other.stop()).toEqual({ code: 0, signal: null });
  });

  it("go on with what they have kept when their token is no longer taken, and are whole again once it is", async () => {
    server.admit({ another: "write" });
    await expectStale(site, dataset, "unauthorized", /データベースのサーバーが接続を認めない/);
    server.admit(null);
  });

  it("serve with a token that may only read where nothing is to be taken in", async () => {
    server.admit({ writer: "write", reader: "read" });
    const reader = await startFaultSite(server.url, { DATABASE_AUTH_TOKEN: "reader" });
    await expectReady(reader, dataset);
    expect((await reader.get("/search?q=防災")).status).toBe(200);
    server.admit(null);
    expect(await reader.stop()).toEqual({ code: 0, signal: null });
  });

  it("do not start without the server, and say why", async () => {
    const gone = await startHranaServer(file);
    await gone.stop();
    const { code, stdout, stderr } = await runCommand("start", [], { DATABASE_URL: gone.url, PORT: "0", HOST: "127.0.0.1" });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^データベースのサーバー http:\/\/127\.0\.0\.1:\d+ に接続できません（.*）。\n$/);
  });
});
