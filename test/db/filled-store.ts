import { copyFileSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, vi } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import type { Database } from "@/db/connection/database";
import { failureKind } from "@/db/connection/failure";
import { migrateDatabase } from "@/db/migrate";
import { findDataset } from "@/db/queries/datasets";
import { ingest, makePlan, writePlans } from "./temporary-store";

export const use = (file: string) => vi.stubEnv("DATABASE_URL", pathToFileURL(file).href);
export const kindOf = (work: Promise<unknown>) => work.then(() => "done", failureKind);

/** A store of one plan of that year, whole in its file; answers its dataset. */
export async function fill(file: string, fiscalYear: number): Promise<string> {
  const db = await openDatabase(pathToFileURL(file).href);
  await migrateDatabase(db);
  const { dataset } = await ingest(db, writePlans(`${file}-plans`, [makePlan({ fiscalYear })]));
  db.$client.close();
  return dataset!;
}

/** A store as a killed ingest leaves it: what it wrote last is in the log alone. Answers the dataset. */
export async function leaveLog(file: string, fiscalYear: number): Promise<string> {
  const source = `${file}.source`;
  await fill(source, fiscalYear);
  const db = await openDatabase(pathToFileURL(source).href);
  const holder = await openDatabase(pathToFileURL(source).href, { reading: true });
  const reader = await holder.$client.transaction("read");
  await reader.execute("select count(*) from readings");
  const { dataset } = await ingest(db, writePlans(`${file}-more`, [makePlan({ fiscalYear: fiscalYear + 1 })]));
  for (const suffix of ["", "-wal"]) copyFileSync(source + suffix, file + suffix);
  for (const client of [reader, holder.$client, db.$client]) client.close();
  expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0);
  return dataset!;
}

export async function newest(db: Database): Promise<string | undefined> {
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  return (await findDataset(db))?.id;
}
