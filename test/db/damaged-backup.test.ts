import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, it, vi } from "vitest";
import { restoreDatabase } from "@/db/backup/restore";
import { createRandom } from "../random";
import { flipBits, makeBackup } from "./damaged-backup";
import { createFolder, removeTemporary } from "./temporary-store";

afterEach(() => {
  vi.unstubAllEnvs();
  removeTemporary();
});

it("a backup with a flipped bit is refused, or restored with the content that it had", async () => {
  const folder = createFolder();
  const backup = await makeBackup(folder);
  vi.stubEnv("DATABASE_URL", pathToFileURL(path.join(folder, "restored.db")).href);
  expect(await flipBits(folder, backup, 40, createRandom(20261126))).toBeGreaterThan(5);
  expect(readdirSync(folder).filter((name) => name.includes("part-"))).toEqual([]);
});

it.each([
  ["is empty", (): Buffer => Buffer.alloc(0), "中身がありません。"],
  ["is no database", (): Buffer => Buffer.from("text".repeat(1000)), "壊れています。"],
  ["is cut short", (backup: Buffer): Buffer => backup.subarray(0, backup.length - 8192), "壊れています。"],
  [
    "has a page of another place",
    (backup: Buffer): Buffer => Buffer.concat([backup.subarray(0, 40_960), backup.subarray(8192, 12_288), backup.subarray(45_056)]),
    "",
  ],
] as const)("a backup that %s is refused, and nothing is made of it", async (_, damage, sentence) => {
  const folder = createFolder();
  const file = path.join(folder, "damaged.db");
  writeFileSync(file, damage(await makeBackup(folder)));
  vi.stubEnv("DATABASE_URL", pathToFileURL(path.join(folder, "data", "restored.db")).href);
  await expect(restoreDatabase(file)).rejects.toThrow(new RegExp(`^バックアップ .*damaged\\.db は使えません。${sentence}`));
  expect(readdirSync(path.join(folder, "data")).filter((name) => name !== "restored.db.lock")).toEqual([]);
});
