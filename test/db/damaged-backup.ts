import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { restoreDatabase } from "@/db/backup/restore";
import { CommandError } from "@/db/command";
import { openDatabase } from "@/db/connection/client";
import { createStore, ingest, makeDecision, makePlan, REAL_DOCUMENTS, writeDecisions, writePlans } from "./temporary-store";

/** What a store shows: every row of every table but those that SQLite keeps for itself. */
async function dump(file: string): Promise<string[]> {
  const db = await openDatabase(pathToFileURL(file).href);
  try {
    const tables = await db.all<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and sql not like '%virtual%' and name not like 'search_index_%' and name <> '__drizzle_migrations' order by 1`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      for (const row of await db.all<object>(sql.raw(`select * from ${name}`))) rows.push(`${name} ${JSON.stringify(row)}`);
    }
    return rows.sort();
  } finally {
    db.$client.close();
  }
}

/** A backup of a small store, into the folder. */
export async function makeBackup(folder: string): Promise<Buffer> {
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS, { decisionsFile: writeDecisions(folder, [makeDecision()]) });
  await ingest(db, writePlans(folder, [makePlan()]));
  const file = path.join(folder, "whole.db");
  await db.$client.execute({ sql: "vacuum into ?", args: [file] });
  return readFileSync(file);
}

/**
 * Restores copies of a backup with one bit flipped each, at places that `random` gives. Each is refused in a sentence or
 * restored with the same content; answers how many were refused. `DATABASE_URL` must name `restored.db` in the folder.
 */
export async function flipBits(folder: string, backup: Buffer, count: number, random: () => number): Promise<number> {
  const expected = await dump(path.join(folder, "whole.db"));
  const [flipped, restored] = [path.join(folder, "flipped.db"), path.join(folder, "restored.db")];
  let refused = 0;
  for (let round = 0; round < count; round++) {
    const at = Math.floor(random() * backup.length);
    const bit = Math.floor(random() * 8);
    const bytes = Buffer.from(backup);
    bytes[at] = bytes[at]! ^ (1 << bit);
    writeFileSync(flipped, bytes);
    rmSync(restored, { force: true });
    const error = await restoreDatabase(flipped).then(
      () => null,
      (error: unknown) => error,
    );
    if (error === null) expect(await dump(restored), `bit ${bit} of byte ${at}`).toEqual(expected);
    else expect(error, `bit ${bit} of byte ${at}`).toBeInstanceOf(CommandError);
    refused += error === null ? 0 : 1;
  }
  return refused;
}
