import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, it, vi } from "vitest";
import { flipBits, makeBackup } from "../db/damaged-backup";
import { createFolder, removeTemporary } from "../db/temporary-store";
import { createRandom } from "../random";
import { isShort, SEED } from "./form";

const FLIPS = isShort ? 60 : 2000;

afterEach(() => {
  vi.unstubAllEnvs();
  removeTemporary();
});

it(`${FLIPS} backups with a bit flipped anywhere (seed ${SEED}) are refused, or restored with the content that they had`, {
  timeout: FLIPS * 5000,
}, async () => {
  const folder = createFolder();
  const backup = await makeBackup(folder);
  vi.stubEnv("DATABASE_URL", pathToFileURL(path.join(folder, "restored.db")).href);
  console.log(`${await flipBits(folder, backup, FLIPS, createRandom(SEED))} of ${FLIPS} refused`);
  expect(backup.length).toBeGreaterThan(100_000);
});
