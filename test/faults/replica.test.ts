import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../db/run-command";
import { createFolder, makePlan, REAL_DOCUMENTS, removeTemporary, writePlans } from "../db/temporary-store";
import { type HranaServer, startHranaServer } from "../hrana/server";
import { expectReady } from "./expect-answers";
import { type FaultSite, startFaultSite, unkept } from "./fault-site";

let server: HranaServer;
let file: string;
let site: FaultSite;
let dataset: string;
let start: () => Promise<FaultSite>;

const TOKENS = { writer: "write", reader: "read" } as const;

const ingest = async (...files: string[]) => {
  const { code, stdout, stderr } = await runCommand("ingest", ["--json", ...files], { DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: "writer" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return (JSON.parse(stdout) as { dataset: string }).dataset;
};

/** Waits until the replica has what the server has. */
const expectCopied = (id: string) =>
  expect
    .poll(
      () =>
        expectReady(site, id).then(
          () => true,
          () => false,
        ),
      { timeout: 12_000, interval: 250 },
    )
    .toBe(true);

/** What a page shows, or a file holds. */
const readMain = (text: string) => /<main[^]*<\/main>/.exec(text)?.[0] ?? text;

describe.each(["rpc", "http"] as const)("a site over an embedded replica that copies by %s", (protocol) => {
  beforeAll(async () => {
    file = path.join(createFolder(), "server.db");
    server = await startHranaServer(file, 0, protocol);
    dataset = await ingest(...REAL_DOCUMENTS);
    const replica = pathToFileURL(path.join(createFolder(), "replica.db")).href;
    start = () => startFaultSite(server.url, { AYUMI_URL: "https://ayumi.example", DATABASE_REPLICA: replica, DATABASE_AUTH_TOKEN: "reader" });
    server.admit(TOKENS);
    site = await start();
    // Ready means ready: nobody waits for the first copy.
    await expectReady(site, dataset);
  });

  afterAll(async () => {
    await site.stop();
    await server.stop();
    removeTemporary();
  });

  it("shows what the server has, and asks it for no row", async () => {
    const before = server.countRequests();
    const pages = [
      "/",
      "/goals",
      "/goals/2025-policy-promotion-4",
      "/continuations",
      "/search?q=防災",
      "/documents",
      "/briefing?year=2025",
      "/data",
      "/api/ratings.csv",
    ];
    const answers = await Promise.all(pages.map((page) => site.get(page)));
    expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200));
    expect(server.countRequests()).toBe(before);
    const direct = await startFaultSite(server.url, { AYUMI_URL: "https://ayumi.example", DATABASE_AUTH_TOKEN: "reader" });
    for (const [at, page] of pages.entries()) expect(readMain((await direct.get(page)).text) === readMain(answers[at]!.text), page).toBe(true);
    expect(server.countRequests()).toBeGreaterThan(before);
    expect(await direct.stop()).toEqual({ code: 0, signal: null });
  });

  it("shows a new dataset within seconds of ingest", async () => {
    dataset = await ingest(...writePlans(createFolder(), [makePlan()]));
    await expectCopied(dataset);
  });

  it("goes on while the server is gone", async () => {
    const { port } = new URL(server.url);
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await expectReady(site, dataset);
    expect((await site.get(unkept("/goals"))).status).toBe(200);
    server = await startHranaServer(file, Number(port), protocol);
    server.admit(TOKENS);
  });

  it("shows a new dataset once the server is back, whether its log goes on or is another", async () => {
    dataset = await ingest(...writePlans(createFolder(), [makePlan({ fiscalYear: 2026 })]));
    await expectCopied(dataset);
    expect((await site.get("/goals?year=2026")).text).toContain("令和8年度");
  });

  it("is started again over what it has copied", async () => {
    expect(await site.stop()).toEqual({ code: 0, signal: null });
    site = await start();
    await expectReady(site, dataset);
  });

  it("goes on when its token is no longer taken", async () => {
    server.admit({ writer: "write" });
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await expectReady(site, dataset);
    expect((await site.get(unkept("/goals/2025-policy-promotion-4"))).status).toBe(200);
    server.admit(TOKENS);
    dataset = await ingest(...writePlans(createFolder(), [makePlan({ fiscalYear: 2023 })]));
    await expectCopied(dataset);
  });
});
