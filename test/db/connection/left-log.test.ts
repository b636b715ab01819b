import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { restoreDatabase } from "@/db/backup/restore";
import { openDatabase } from "@/db/connection/client";
import { describeFailure } from "@/db/connection/failure";
import { enterStore, withStore } from "@/db/connection/open-store";
import { checkReadiness } from "@/db/connection/readiness";
import { closeSiteDatabase, readDataset } from "@/db/connection/site";
import { fill, kindOf, leaveLog, newest, use } from "../filled-store";
import { createFolder, ingest, makePlan, removeTemporary, writePlans } from "../temporary-store";

afterEach(() => {
  closeSiteDatabase(0);
  vi.unstubAllEnvs();
  removeTemporary();
});

describe("a log that lies beside a database", () => {
  it("is taken in where a killed process left it", async () => {
    const file = path.join(createFolder(), "a.db");
    const dataset = await leaveLog(file, 2001);
    use(file);
    expect(await withStore("read", newest)).toBe(dataset);
    expect(await withStore("write", newest)).toBe(dataset);
    expect(readdirSync(path.dirname(file)).filter((name) => name.includes("part-"))).toEqual([]);
  });

  it("is refused where the file was replaced, and written into none; restore, or taking it away, puts that right", async () => {
    const folder = createFolder();
    const [file, other] = [path.join(folder, "a.db"), path.join(folder, "b.db")];
    await leaveLog(file, 2001);
    const dataset = await fill(other, 2011);
    const bytes = readFileSync(other);
    copyFileSync(other, `${file}.new`);
    renameSync(`${file}.new`, file);
    use(file);
    for (const access of ["read", "write", "read"] as const) expect(await kindOf(withStore(access, newest))).toBe("log");
    expect(readFileSync(file).equals(bytes)).toBe(true);
    const error = await withStore("read", newest).catch((error: unknown) => error);
    expect(describeFailure(error, pathToFileURL(file).href)).toMatch(
      /別のデータベースの書き込みの記録（-wal）が残っています。.*データベースは壊れていません。/,
    );

    const { kept } = await restoreDatabase(other);
    expect(await withStore("write", newest)).toBe(dataset);
    expect(readFileSync(kept!).equals(bytes)).toBe(true);
    expect(existsSync(`${kept}-wal`)).toBe(false);
    expect(existsSync(`${kept}.other-wal`)).toBe(true);

    await leaveLog(path.join(folder, "c.db"), 2021);
    copyFileSync(path.join(folder, "c.db-wal"), `${file}-wal`);
    expect(await kindOf(enterStore("write"))).toBe("log");
    for (const suffix of ["-wal", "-shm"]) rmSync(file + suffix, { force: true });
    expect(await withStore("write", newest)).toBe(dataset);
  });

  it("does not keep a database that is moved with its log", async () => {
    const folder = createFolder();
    const dataset = await leaveLog(path.join(folder, "a.db"), 2001);
    const moved = path.join(folder, "moved", "x.db");
    mkdirSync(path.dirname(moved));
    for (const suffix of ["-wal", ""]) copyFileSync(path.join(folder, `a.db${suffix}`), moved + suffix);
    use(moved);
    expect(await withStore("write", newest)).toBe(dataset);
  });

  it("is noticed by a running site whose file is replaced under it, which is back once it is gone", async () => {
    const folder = createFolder();
    const [file, other] = [path.join(folder, "a.db"), path.join(folder, "b.db")];
    const first = await fill(file, 2001);
    const second = await fill(other, 2011);
    const bytes = readFileSync(other);
    use(file);
    expect((await readDataset())!.id).toBe(first);
    const writer = await openDatabase(pathToFileURL(file).href);
    await writer.run(sql`pragma user_version = 7`);
    writer.$client.close();
    expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0);
    renameSync(other, file);
    expect(await checkReadiness()).toEqual({ ready: false, reason: "log" });
    expect(await kindOf(readDataset())).toBe("log");
    expect(readFileSync(file).equals(bytes)).toBe(true);
    for (const suffix of ["-wal", "-shm"]) rmSync(file + suffix);
    expect(await checkReadiness()).toEqual({ ready: true, dataset: second });
    expect((await readDataset())!.id).toBe(second);
  });

  it("is empty after an ingest, so that a site goes on over a file that is replaced then", async () => {
    const folder = createFolder();
    const [file, other] = [path.join(folder, "a.db"), path.join(folder, "b.db")];
    await fill(file, 2001);
    const second = await fill(other, 2011);
    use(file);
    await readDataset();
    const db = await openDatabase(pathToFileURL(file).href);
    await ingest(db, writePlans(path.join(folder, "more"), [makePlan({ fiscalYear: 2002 })]));
    db.$client.close();
    expect(readFileSync(`${file}-wal`).length).toBe(0);
    renameSync(other, file);
    expect(await checkReadiness()).toEqual({ ready: true, dataset: second });
    const third = await withStore("write", async (db) => (await ingest(db, writePlans(path.join(folder, "again"), [makePlan({ fiscalYear: 2012 })]))).dataset);
    expect((await readDataset())!.id).toBe(third);
    expect(await withStore("read", newest)).toBe(third);
  });
});
