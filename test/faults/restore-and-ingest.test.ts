import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import { lockStore } from "@/db/connection/store-lock";
import { documents } from "@/db/schema/readings";
import { runCommand, startCommand } from "../db/run-command";
import { createFolder, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writePlans } from "../db/temporary-store";
import { createRandom } from "../random";
import { startFaultSite } from "./fault-site";
import { isShort, SEED } from "./form";

const ROUNDS = isShort ? 4 : 40;

afterAll(removeTemporary);

async function countDocuments(url: string): Promise<number> {
  const db = await openDatabase(url);
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  const rows = await db.select({ id: documents.id }).from(documents);
  db.$client.close();
  return rows.length;
}

it(`restore and ingest, ${ROUNDS} times at one moment (seed ${SEED}), lose nothing that either says it has done`, { timeout: ROUNDS * 60_000 }, async () => {
  const folder = createFolder();
  const backup = path.join(folder, "backup.db");
  const db = await openStore(pathToFileURL(path.join(folder, "source.db")).href);
  await ingest(db, REAL_DOCUMENTS);
  await db.$client.execute({ sql: "vacuum into ?", args: [backup] });
  const files = writePlans(
    path.join(folder, "plans"),
    Array.from({ length: 40 }, (_, index) => makePlan({ fiscalYear: 1950 + index })),
  );
  const random = createRandom(SEED);
  const ends = { both: 0, one: 0, killed: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const url = pathToFileURL(path.join(folder, `${round}`, "a.db")).href;
    const wait = () => new Promise((resolve) => setTimeout(resolve, random() * 600));
    const [ingested, restored] = await Promise.all([
      wait().then(() => runCommand("ingest", files, { DATABASE_URL: url })),
      wait().then(() => runCommand("restore", [backup], { DATABASE_URL: url })),
    ]);
    if (ingested.code !== 0)
      expect(ingested).toMatchObject({ code: 1, stderr: expect.stringMatching(/^データベース .* を npm run restore が置き換えています。.*\n$/) });
    if (restored.code !== 0) expect(restored).toMatchObject({ code: 1, stderr: expect.stringMatching(/^データベース .* を別の処理が使っています。.*\n$/) });
    expect([ingested.code, restored.code]).toContain(0);
    const count = await countDocuments(url);
    if (ingested.code !== 0) expect(count).toBe(2);
    else if (restored.code !== 0) expect(count).toBe(40);
    // One after the other: either all 42, or the restore kept what had been taken in under another name.
    else expect([2, 42]).toContain(count);
    ends[ingested.code === 0 && restored.code === 0 ? "both" : "one"] += 1;

    // Killed anywhere, neither keeps the other out afterwards.
    const child = startCommand(random() < 0.5 ? "restore" : "ingest", [backup], { DATABASE_URL: url });
    setTimeout(() => child.kill("SIGKILL"), random() * 1500);
    await once(child, "close");
    if (child.signalCode === "SIGKILL") ends.killed += 1;
    expect(await runCommand("restore", [backup], { DATABASE_URL: url })).toMatchObject({ code: 0, stderr: "" });
    expect(await countDocuments(url)).toBe(2);
  }
  console.log(ends);
});

it("a site that starts while restore is at work serves what is there, and takes nothing in", async () => {
  const folder = createFolder();
  const file = path.join(folder, "a.db");
  const url = pathToFileURL(file).href;
  const db = await openStore(url);
  const { dataset } = await ingest(db, writePlans(folder, [makePlan()]));
  const release = await lockStore(file, "lock", "exclusive");
  const site = await startFaultSite(url);
  try {
    expect(site.output()).toContain("文書を取り込まずに始めます。");
    expect(JSON.parse((await site.get("/readyz")).text)).toMatchObject({ dataset });
  } finally {
    release!();
    await site.stop();
  }
  expect(await countDocuments(url)).toBe(1);
});
