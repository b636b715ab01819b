import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import { runCommand } from "../db/run-command";
import { createFolder, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writePlans } from "../db/temporary-store";
import { expectReady } from "./expect-answers";
import { startFaultSite } from "./fault-site";
import { mountDisk, remountDisk, unmountDisks } from "./small-disk";

afterEach(() => {
  unmountDisks();
  removeTemporary();
});

const plans = (folder: string) =>
  writePlans(
    folder,
    Array.from({ length: 24 }, (_, index) => makePlan({ department: `第${index}部（架空）`, fiscalYear: 2001, basicPolicy: ["架空の方針です。".repeat(200)] })),
  );

/** A database of the real documents, whole in one file; answers its dataset, and the one with these files. */
async function fill(file: string, files: readonly string[]): Promise<{ before: string; after: string }> {
  const db = await openStore(pathToFileURL(file).href);
  const before = (await ingest(db, REAL_DOCUMENTS)).dataset!;
  await db.$client.execute({ sql: "vacuum into ?", args: [`${file}.base`] });
  const after = (await ingest(db, files)).dataset!;
  return { before, after };
}

async function expectSound(url: string): Promise<void> {
  const db = await openDatabase(url);
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  db.$client.close();
}

/** One sentence, no stack, exit code 1. */
function expectSentence({ code, stderr }: { code: number | null; stderr: string }, sentence: RegExp): void {
  expect({ code, lines: stderr.trimEnd().split("\n").length }).toEqual({ code: 1, lines: 1 });
  expect(stderr).toMatch(sentence);
}

describe("a disk", () => {
  it("that takes no larger files stops an ingest in a sentence, and harms nothing", async () => {
    const folder = createFolder();
    const files = plans(path.join(folder, "plans"));
    const { after } = await fill(path.join(folder, "whole.db"), files);
    const file = path.join(folder, "site.db");
    copyFileSync(path.join(folder, "whole.db.base"), file);
    const url = pathToFileURL(file).href;
    // In blocks of 1024 bytes, and for this one process.
    const limited = [
      "-c",
      `ulimit -f ${Math.ceil(statSync(file).size / 1024) + 8}; exec "$@"`,
      "bash",
      process.execPath,
      "--import",
      "tsx",
      "db/commands/ingest.ts",
      ...files,
    ];
    const child = spawn("bash", limited, { env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, "close")) as [number];
    expectSentence({ code, stderr }, /書き込めません/);
    await expectSound(url);
    expect((await ingest(await openStore(url), files)).dataset).toBe(after);
  });

  it("that is full stops an ingest in a sentence, while the site serves on; with room again, all goes on", async (context) => {
    const folder = createFolder();
    const disk = path.join(folder, "disk");
    if (!mountDisk(disk, 8192)) return context.skip("this user may not mount a disk");
    const files = plans(path.join(folder, "plans"));
    const { before, after } = await fill(path.join(folder, "whole.db"), files);
    const file = path.join(disk, "site.db");
    const url = pathToFileURL(file).href;
    copyFileSync(path.join(folder, "whole.db.base"), file);
    const site = await startFaultSite(url);
    try {
      const free = statfsSync(disk);
      const filler = path.join(disk, "filler");
      writeFileSync(filler, Buffer.alloc(free.bavail * free.bsize - 80_000));
      expectSentence(await runCommand("ingest", files, { DATABASE_URL: url }), /ディスクの空きが足りないため/);
      expectSentence(await runCommand("backup", [path.join(disk, "copy.db")], { DATABASE_URL: url }), /ディスクの空きが足りないため|書き込めません/);
      await expectReady(site, before);
      rmSync(filler);
      await expectSound(url);
      expect(await runCommand("ingest", files, { DATABASE_URL: url })).toMatchObject({ code: 0, stderr: "" });
      await expectReady(site, after);
    } finally {
      await site.stop();
    }
  });

  it("that is read-only stops ingest and start in a sentence, and both go on when it is writable", async (context) => {
    const folder = createFolder();
    const disk = path.join(folder, "disk");
    const isRoot = process.getuid?.() === 0;
    if (isRoot && !mountDisk(disk, 8192)) return context.skip("root writes everywhere, and may not mount a disk here");
    const files = plans(path.join(folder, "plans"));
    const { after } = await fill(path.join(folder, "whole.db"), files);
    const file = path.join(isRoot ? disk : folder, "site.db");
    const url = pathToFileURL(file).href;
    copyFileSync(path.join(folder, "whole.db.base"), file);
    const lock = () => (isRoot ? remountDisk(disk, "ro") : (chmodSync(file, 0o444), chmodSync(folder, 0o555)));
    const unlock = () => (isRoot ? remountDisk(disk, "rw") : (chmodSync(folder, 0o755), chmodSync(file, 0o644)));
    lock();
    try {
      expectSentence(await runCommand("ingest", files, { DATABASE_URL: url }), /開けないか、書き込めません/);
      expectSentence(
        await runCommand("start", [], { DATABASE_URL: url, PORT: "0", HOST: "127.0.0.1" }),
        /データフォルダ .* に書き込めません（(?:EROFS|EACCES)）/,
      );
    } finally {
      unlock();
    }
    await expectSound(url);
    expect(await runCommand("ingest", files, { DATABASE_URL: url })).toMatchObject({ code: 0, stderr: "" });
    const db = await openDatabase(url);
    expect((await ingest(db, files)).dataset).toBe(after);
    db.$client.close();
  });
});
