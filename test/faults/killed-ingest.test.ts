import { once } from "node:events";
import { copyFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import type { Database } from "@/db/connection/database";
import { readPlans } from "@/db/queries/reading-plans";
import { documents, readings } from "@/db/schema/readings";
import { printPlanJson } from "@/lib/document/plan-json";
import { startCommand } from "../db/run-command";
import { createFolder, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writePlans } from "../db/temporary-store";
import { createRandom } from "../random";
import { startFaultSite } from "./fault-site";
import { isShort, SEED } from "./form";

const KILLS = isShort ? 15 : 200;
const PLANS = 60;

afterAll(removeTemporary);

it(`ingest, killed at ${KILLS} random moments (seed ${SEED}), leaves each document whole or absent and the site serving`, {
  timeout: KILLS * 20_000,
}, async () => {
  const folder = createFolder();
  const base = path.join(folder, "base.db");
  const before = await fill(base, REAL_DOCUMENTS);
  const years = Array.from({ length: PLANS }, (_, index) => makePlan({ department: `第${index % 6}部（架空）`, fiscalYear: 2001 + Math.floor(index / 6) }));
  const files = writePlans(path.join(folder, "plans"), years);
  const whole = path.join(folder, "whole.db");
  const after = await fill(whole, [...REAL_DOCUMENTS, ...files]);
  const expected = await withDatabase(whole, listDocuments);

  const file = path.join(folder, "site.db");
  copyFileSync(base, file);
  const url = pathToFileURL(file).href;
  const site = await startFaultSite(url);
  const duration = await timeIngest(base, file, url, files);
  const random = createRandom(SEED);
  const seen = { killed: 0, partly: 0 };
  try {
    for (let round = 0; round < KILLS; round++) {
      putInPlace(base, file);
      const child = startCommand("ingest", files, { DATABASE_URL: url });
      const ended = once(child, "close");
      // Three in four within the part that writes, the others anywhere.
      const moment = duration * (random() < 0.75 ? 0.4 + 0.6 * random() : random());
      setTimeout(() => child.kill("SIGKILL"), moment);
      await ended;
      if (child.signalCode === "SIGKILL") seen.killed += 1;

      const ready = await site.get("/readyz");
      expect([ready.status, [before, after]]).toEqual([200, expect.arrayContaining([JSON.parse(ready.text).dataset])]);
      expect((await site.get("/api/goals.csv")).status).toBe(200);
      const db = await openDatabase(url);
      expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
      const stored = await listDocuments(db);
      for (const [id, plans] of stored) expect([round, id, plans]).toEqual([round, id, expected.get(id)]);
      if (stored.size > REAL_DOCUMENTS.length && stored.size < expected.size) seen.partly += 1;
      const { dataset } = await ingest(db, files);
      expect([round, dataset]).toEqual([round, after]);
      expect(await listDocuments(db)).toEqual(expected);
      db.$client.close();
    }
    expect(seen.killed).toBeGreaterThan(KILLS / 2);
    console.log(`${KILLS} rounds, ${seen.killed} killed, ${seen.partly} of them between two documents`);
  } finally {
    await site.stop();
  }
});

/** Makes a store of these files, whole in one file; answers its dataset. */
async function fill(file: string, files: readonly string[]): Promise<string> {
  const db = await openStore(pathToFileURL(file).href);
  const { dataset } = await ingest(db, files);
  await db.$client.execute("pragma wal_checkpoint(truncate)");
  return dataset!;
}

async function withDatabase<T>(file: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(pathToFileURL(file).href);
  try {
    return await work(db);
  } finally {
    db.$client.close();
  }
}

/** Exchanges the site's database for a fresh copy of the base, as `npm run restore` does. */
function putInPlace(base: string, file: string): void {
  copyFileSync(base, `${file}.new`);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  renameSync(`${file}.new`, file);
}

async function timeIngest(base: string, file: string, url: string, files: readonly string[]): Promise<number> {
  putInPlace(base, file);
  const began = performance.now();
  const child = startCommand("ingest", files, { DATABASE_URL: url });
  child.stdout!.resume();
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(0);
  return performance.now() - began;
}

/** The plans of each stored document, by its id. */
async function listDocuments(db: Database): Promise<Map<string, string[]>> {
  const stored = new Map((await db.select({ id: documents.id }).from(documents)).map(({ id }) => [id, [] as string[]]));
  for (const { id, documentId } of await db.select({ id: readings.id, documentId: readings.documentId }).from(readings)) {
    stored.get(documentId)!.push(...(await readPlans(db, id)).map(({ plan }) => printPlanJson(plan)));
  }
  return new Map([...stored].sort());
}
