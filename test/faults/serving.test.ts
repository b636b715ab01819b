import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { runCommand } from "../db/run-command";
import { createStore, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writePlans } from "../db/temporary-store";
import { expectReady, expectUnavailable } from "./expect-answers";
import { type FaultSite, startFaultSite, unkept } from "./fault-site";

let site: FaultSite;
let file: string;
let url: string;
let folder: string;
let dataset: string;

beforeAll(async () => {
  const store = await createStore();
  ({ url, folder } = store);
  file = fileURLToPath(url);
  dataset = (await ingest(store.db, REAL_DOCUMENTS)).dataset!;
  await store.db.$client.execute("pragma wal_checkpoint(truncate)");
  copyFileSync(file, `${file}.base`);
  site = await startFaultSite(url);
});

/** A fresh database in the place of the one before. */
beforeEach(async () => {
  copyFileSync(`${file}.base`, `${file}.new`);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  renameSync(`${file}.new`, file);
  await expectReady(site, dataset);
});

afterAll(async () => {
  await site.stop();
  removeTemporary();
});

const moveAway = (suffix: string) =>
  ["", "-wal", "-shm"].filter((part) => existsSync(file + part)).forEach((part) => renameSync(file + part, file + suffix + part));
const moveBack = (suffix: string) =>
  ["", "-wal", "-shm"].filter((part) => existsSync(file + suffix + part)).forEach((part) => renameSync(file + suffix + part, file + part));

/** Writes noise over the file, from one byte on, without changing its length. */
function damage(from: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(statSync(file).size - from, 0xa5), 0, undefined, from);
  closeSync(handle);
}

/** A second database, whole in one file; answers its newest dataset. */
async function makeOther(name: string): Promise<{ other: string; second: string }> {
  const other = path.join(folder, name);
  const db = await openStore(pathToFileURL(other).href);
  const second = (await ingest(db, [...REAL_DOCUMENTS, ...writePlans(folder, [makePlan()])])).dataset!;
  await db.$client.execute("pragma wal_checkpoint(truncate)");
  db.$client.close();
  return { other, second };
}

describe("a running site", () => {
  it("says that its database is missing, and goes on when it is back", async () => {
    moveAway(".away");
    await expectUnavailable(site, "missing", /データベースが見つからない/);
    moveBack(".away");
    await expectReady(site, dataset);
    expect(site.output()).not.toMatch(/\n\s+at /);
  });

  it("says that its database is damaged from the beginning, and goes on when it is whole", async () => {
    const db = await openDatabase(url);
    await db.$client.execute("pragma wal_checkpoint(truncate)");
    db.$client.close();
    copyFileSync(file, `${file}.good`);
    damage(0);
    await expectUnavailable(site, "broken", /データベースが壊れている/);
    copyFileSync(`${file}.good`, file);
    await expectReady(site, dataset);
  });

  it("never shows half of a database that is damaged in the middle", async () => {
    const db = await openDatabase(url);
    await db.$client.execute("pragma wal_checkpoint(truncate)");
    db.$client.close();
    copyFileSync(file, `${file}.good`);
    damage(8 * 4096);
    await expectUnavailable(site, "broken", /データベースが壊れている/);
    copyFileSync(`${file}.good`, file);
    await expectReady(site, dataset);
  });

  it("shows a database that was put in the place of its own", async () => {
    const { other, second } = await makeOther("other.db");
    moveAway(".old");
    renameSync(other, file);
    await expectReady(site, second);
    moveAway(".new");
    moveBack(".old");
    await expectReady(site, dataset);
  });

  it("says that there is nothing in a database without tables", async () => {
    moveAway(".old");
    const empty = await openDatabase(url);
    empty.$client.close();
    await expectUnavailable(site, "empty", /まだ資料が取り込まれていない/);
    rmSync(file);
    moveBack(".old");
    await expectReady(site, dataset);
  });

  it("serves on while another process writes for 5 s, and an ingest waits for that", async () => {
    const writer = holdLock("begin immediate", 5);
    await once(writer.stdout, "data");
    const ended = runCommand("ingest", [...writePlans(folder, [makePlan()])], { DATABASE_URL: url });
    const until = performance.now() + 4500;
    while (performance.now() < until) {
      const { status, ms } = await site.get(unkept("/goals"));
      expect(status).toBe(200);
      expect(ms).toBeLessThan(2000);
    }
    const { code, stdout, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expectReady(site, /データ版\s*([0-9a-f]{64})/.exec(stdout)![1]!);
  });

  it("says that its database is locked against readers for 5 s, and answers everything else meanwhile", async () => {
    // Only a database outside WAL mode can be locked against readers: one that was put in place by hand.
    const { other, second } = await makeOther("rollback.db");
    const db = await openDatabase(pathToFileURL(other).href);
    await db.$client.execute({ sql: "vacuum into ?", args: [`${file}.copy`] });
    db.$client.close();
    moveAway(".old");
    renameSync(`${file}.copy`, file);
    await expectReady(site, second);
    const holder = holdLock("begin exclusive", 5);
    await once(holder.stdout, "data");
    const began = performance.now();
    const page = site.get(unkept("/goals"));
    const health = await site.get("/healthz");
    expect([health.status, health.ms < 500]).toEqual([200, true]);
    const { status, text, headers } = await page;
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(text).toMatch(/ほかの処理が使っている/);
    expect(JSON.parse((await site.get("/readyz")).text)).toMatchObject({ status: "stale", dataset: second, reason: "busy" });
    expect((await site.get("/")).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(4500);
    await once(holder, "close");
    await expectReady(site, second);
  });

  it("stops in peace: what was asked is answered, then it ends with 0", async () => {
    const answers = Promise.all(Array.from({ length: 8 }, () => site.get(unkept("/goals"))));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const ended = site.stop("SIGTERM");
    expect((await answers).map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await ended).toEqual({ code: 0, signal: null });
    await expect(site.get("/healthz")).rejects.toThrow();
  });
});

/** Another process that holds a transaction on the file for some seconds; it prints a line once it has it. */
function holdLock(begin: string, seconds: number) {
  const script = `
    import Database from "libsql";
    const db = new Database(process.env.FILE, { timeout: 5000 });
    db.exec(process.env.BEGIN);
    console.log("locked");
    setTimeout(() => { db.exec("rollback"); db.close(); }, ${seconds * 1000});`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, FILE: file, BEGIN: begin },
    stdio: ["ignore", "pipe", "inherit"],
  });
}
