import { existsSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it, vi } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { readDataset, SiteUnavailableError, siteDatabase } from "@/db/connection/site";
import { migrateDatabase } from "@/db/migrate";
import { createStore, ingest, makePlan, removeTemporary, writePlans } from "../temporary-store";

afterEach(async () => {
  await siteDatabase().then(
    (db) => db.$client.close(),
    () => {},
  );
  vi.unstubAllEnvs();
  removeTemporary();
});

it("shows each new dataset at the next read, on one connection", async () => {
  const { db, url, folder } = await createStore();
  vi.stubEnv("DATABASE_URL", url);
  expect(await readDataset()).toBeNull();
  const connection = await siteDatabase();
  for (const file of writePlans(folder, [makePlan(), makePlan({ fiscalYear: 2025 })])) {
    const { dataset } = await ingest(db, [file]);
    expect((await readDataset())!.id).toBe(dataset);
    expect((await readDataset(dataset!))!.id).toBe(dataset);
  }
  expect(await siteDatabase()).toBe(connection);
});

it("only reads", async () => {
  const { url } = await createStore();
  vi.stubEnv("DATABASE_URL", url);
  const db = await siteDatabase();
  await expect(db.$client.execute("create table intruder (x)")).rejects.toThrow(/readonly|query_only/);
});

it("makes no database where there is none, and recovers when it appears, is replaced, or goes", async () => {
  const { url, folder } = await createStore();
  const site = new URL("site/later.db", url);
  const other = new URL("other.db", url);
  vi.stubEnv("DATABASE_URL", site.href);
  await expect(readDataset()).rejects.toBeInstanceOf(SiteUnavailableError);
  expect(existsSync(site)).toBe(false);

  const first = await fill(site, folder, 2024);
  expect((await readDataset())!.id).toBe(first);
  const second = await fill(other, folder, 2025);
  for (const suffix of ["-wal", "-shm"]) rmSync(fileURLToPath(site) + suffix, { force: true });
  renameSync(other, site);
  expect((await readDataset())!.id).toBe(second);
  expect(second).not.toBe(first);

  rmSync(site);
  await expect(readDataset()).rejects.toBeInstanceOf(SiteUnavailableError);
});

/** Makes a store with one plan, and closes it, so that all of it is in the one file. */
async function fill(url: URL, folder: string, fiscalYear: number): Promise<string> {
  const db = await openDatabase(url.href);
  await migrateDatabase(db);
  const { dataset } = await ingest(db, writePlans(`${folder}/${fiscalYear}`, [makePlan({ fiscalYear })]));
  db.$client.close();
  return dataset!;
}
