import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { restoreDatabase } from "@/db/backup/restore";
import { checkDatabase } from "@/db/check-database";
import { databaseFile, openDatabase, type Database } from "@/db/client";
import { describeFailure, failureKind } from "@/db/failure";
import { migrateDatabase } from "@/db/migrate";
import { enterStore, withStore } from "@/db/open-store";
import { findDataset } from "@/db/queries/datasets";
import { checkReadiness } from "@/db/readiness";
import { closeSiteDatabase, readDataset } from "@/db/site";
import { lockStore } from "@/db/store-lock";
import { createFolder, ingest, makePlan, removeTemporary, writePlans } from "./temporary-store";

afterEach(() => {
  closeSiteDatabase(0);
  vi.unstubAllEnvs();
  removeTemporary();
});

const use = (file: string) => vi.stubEnv("DATABASE_URL", pathToFileURL(file).href);
const kindOf = (work: Promise<unknown>) => work.then(() => "done", failureKind);

/** A store of one plan of that year, whole in its file; answers its dataset. */
async function fill(file: string, fiscalYear: number): Promise<string> {
  const db = await openDatabase(pathToFileURL(file).href);
  await migrateDatabase(db);
  const { dataset } = await ingest(db, writePlans(`${file}-plans`, [makePlan({ fiscalYear })]));
  db.$client.close();
  return dataset!;
}

/** A store as a killed ingest leaves it: what it wrote last is in the log alone. Answers the dataset. */
async function leaveLog(file: string, fiscalYear: number): Promise<string> {
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

async function newest(db: Database): Promise<string | undefined> {
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  return (await findDataset(db))?.id;
}

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
    expect(describeFailure(error, pathToFileURL(file).href)).toMatch(/別のデータベースの書き込みの記録（-wal）が残っています。.*データベースは壊れていません。/);

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

describe("restore and writers", () => {
  it("keep each other out, whichever comes first; writers go beside one another, and readers beside all", async () => {
    const folder = createFolder();
    const [file, backup] = [path.join(folder, "a.db"), path.join(folder, "b.db")];
    const first = await fill(file, 2001);
    const second = await fill(backup, 2011);
    use(file);
    await withStore("write", async () => {
      await expect(restoreDatabase(backup)).rejects.toThrow("を別の処理が使っています。");
      expect(await withStore("write", newest)).toBe(first);
      await expect(restoreDatabase(backup)).rejects.toThrow("を別の処理が使っています。");
    });
    const release = await lockStore(file, "lock", "exclusive");
    expect(await kindOf(withStore("write", newest))).toBe("restoring");
    await expect(restoreDatabase(backup)).rejects.toThrow("を別の処理が使っています。");
    expect(await withStore("read", newest)).toBe(first);
    release!();
    await restoreDatabase(backup);
    expect(await withStore("write", newest)).toBe(second);
  });

  it("are kept apart by whichever name the store is opened", async () => {
    const folder = createFolder();
    const [file, link] = [path.join(folder, "a.db"), path.join(folder, "links", "b.db")];
    const first = await fill(file, 2001);
    mkdirSync(path.dirname(link));
    symlinkSync("../a.db", link);
    use(link);
    const release = await lockStore(file, "lock", "exclusive");
    expect(await kindOf(withStore("write", newest))).toBe("restoring");
    release!();
    await fill(path.join(folder, "c.db"), 2011);
    const { file: restored } = await restoreDatabase(path.join(folder, "c.db"));
    expect(restored).toBe(file);
    expect(await withStore("read", newest)).not.toBe(first);
  });

  it("are let go by a process that is killed", async () => {
    const file = path.join(createFolder(), "a.db");
    await fill(file, 2001);
    use(file);
    const code = `import("./db/store-lock.ts").then(async ({ lockStore }) => { const release = await lockStore(${JSON.stringify(file)}, "lock", "exclusive"); console.log(release !== null); setInterval(() => release, 1000); });`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
    expect(String((await once(child.stdout, "data"))[0])).toBe("true\n");
    expect(await kindOf(withStore("write", newest))).toBe("restoring");
    child.kill("SIGKILL");
    await once(child, "close");
    expect(await kindOf(withStore("write", newest))).toBe("done");
  });
});

describe("a file that is not ours", () => {
  /** Another program's database, with or without a mark of its own. */
  async function makeForeign(file: string, mark: number): Promise<Buffer> {
    const client = createClient({ url: pathToFileURL(file).href });
    await client.batch([`pragma application_id = ${mark}`, "create table notes (text)", "insert into notes values ('大切な覚え書き')"]);
    client.close();
    return readFileSync(file);
  }

  it.each([0, 0x0f055112])("with the mark %i is left as it is by whoever comes", async (mark) => {
    const folder = createFolder();
    const [file, backup] = [path.join(folder, "a.db"), path.join(folder, "b.db")];
    const bytes = await makeForeign(file, mark);
    await fill(backup, 2001);
    use(file);
    for (const access of ["read", "write"] as const) expect(await kindOf(withStore(access, newest))).toBe("foreign");
    expect(await kindOf(restoreDatabase(backup))).toBe("foreign");
    expect(await checkReadiness()).toEqual({ ready: false, reason: "foreign" });
    closeSiteDatabase(0);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(folder).filter((name) => /^a\.db(?!\.(?:log\.)?lock$)/.test(name))).toEqual(["a.db"]);
    use(backup);
    await expect(restoreDatabase(file)).rejects.toThrow("あゆみのデータベースではありません。");
  });

  it("of a later release is left as it is by whoever comes", async () => {
    const folder = createFolder();
    const [file, backup] = [path.join(folder, "a.db"), path.join(folder, "b.db")];
    await fill(file, 2001);
    await fill(backup, 2011);
    const later = createClient({ url: pathToFileURL(file).href });
    await later.execute(`insert into __drizzle_migrations (hash, created_at) values ('${"f".repeat(64)}', 4102444800000)`);
    await later.execute("pragma wal_checkpoint(truncate)");
    later.close();
    const bytes = readFileSync(file);
    use(file);
    for (const access of ["read", "write"] as const) expect(await kindOf(withStore(access, newest))).toBe("later");
    expect(await kindOf(restoreDatabase(backup))).toBe("later");
    expect(await checkReadiness()).toEqual({ ready: false, reason: "later" });
    closeSiteDatabase(0);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    use(backup);
    await expect(restoreDatabase(file)).rejects.toThrow("これより新しい版のあゆみのものです。");
  });

  it("is a folder, a loop or a pipe: said so", async () => {
    const folder = createFolder();
    const place = (name: string) => path.join(folder, name);
    mkdirSync(place("folder"));
    symlinkSync("loop", place("loop"));
    const mkfifo = spawn("mkfifo", [place("pipe")]);
    await once(mkfifo, "close");
    for (const [name, kind] of [["folder", "folder"], ["loop", "closed"], ["pipe", "no-file"]] as const) {
      use(place(name));
      for (const access of ["read", "write"] as const) expect([name, await kindOf(enterStore(access))]).toEqual([name, kind]);
    }
  });

  it("is another process's new one, seen before its first migrations: it is ours", async () => {
    const file = path.join(createFolder(), "new.db");
    const db = await openDatabase(pathToFileURL(file).href);
    // As Drizzle makes its table, with an index of its own, before it runs a migration.
    await db.run(sql`create table __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)`);
    await migrateDatabase(db);
    expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
    db.$client.close();
  });

  it("is empty: it is filled by who writes, and left empty by who reads", async () => {
    const file = path.join(createFolder(), "a.db");
    writeFileSync(file, "");
    use(file);
    expect(await kindOf(withStore("read", newest))).toBe("empty");
    expect(readFileSync(file)).toHaveLength(0);
    await withStore("write", migrateDatabase);
    expect(await withStore("read", newest)).toBeUndefined();
  });
});

describe("a place where no lock can be made", () => {
  it("is told as one that cannot be written", async () => {
    const error = await lockStore("/proc/no-such-place/site.db", "lock", "shared").catch((reason: unknown) => reason);
    expect([failureKind(error), describeFailure(error, "file:/proc/no-such-place/site.db")]).toEqual(["closed", expect.stringMatching(/を開けないか、書き込めません/)]);
  });
});

describe("a URL of a file", () => {
  it.each(["a b.db", "あゆみ.db", "a#b.db", "100%.db", "a?b.db", "%E3.db", "'a\".db", "a\nb.db", "file:a.db"])("names %j where it is encoded", async (name) => {
    const file = path.join(createFolder(), "フォルダ 1", name);
    use(file);
    expect(databaseFile(process.env.DATABASE_URL!)).toBe(file);
    await withStore("write", migrateDatabase);
    expect(existsSync(file)).toBe(true);
  });

  it.each([
    ["file:/tmp/あ い.db", "/tmp/あ い.db"],
    ["FILE:/tmp/a.db", "/tmp/a.db"],
    ["file://localhost/tmp/a.db", "/tmp/a.db"],
    ["file:///tmp/%E3%81%82.db", "/tmp/あ.db"],
    ["file:a.db", path.resolve("a.db")],
  ])("%s is %s", (url, file) => {
    expect(databaseFile(url)).toBe(file);
    expect(fileURLToPath(pathToFileURL(file))).toBe(file);
  });

  it.each([
    ...["file:", "file:///tmp/%zz", "file:/tmp/%", "file:/tmp/100%.db", "file:/tmp/a?b.db", "file:/tmp/a.db?mode=ro", "file:/tmp/a#b.db", "file:/tmp/%00", "file://host/a.db", "file:////a.db", "file:?", "file:#"],
    ...["/tmp/a.db", "a.db", ":memory:", "postgres://host/a", "libsql:", "http://", "https://%zz", "libsql://host?x=1", "://", "http://host:port"],
  ])("%j is refused in a sentence", async (url) => {
    vi.stubEnv("DATABASE_URL", url);
    const error = await withStore("write", newest).catch((error: unknown) => error);
    expect(describeFailure(error, url)).toMatch(/^データベースの(?: URL「.*」を使えません。|サーバー .* に接続できません)/);
  });
});
