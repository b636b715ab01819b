import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { restoreDatabase } from "@/db/backup/restore";
import { checkDatabase } from "@/db/check/check-database";
import { databaseFile, openDatabase } from "@/db/connection/client";
import { describeFailure } from "@/db/connection/failure";
import { enterStore, withStore } from "@/db/connection/open-store";
import { checkReadiness } from "@/db/connection/readiness";
import { closeSiteDatabase } from "@/db/connection/site";
import { migrateDatabase } from "@/db/migrate";
import { ConfigurationError } from "@/lib/config";
import { fill, kindOf, newest, use } from "../filled-store";
import { createFolder, removeTemporary } from "../temporary-store";

afterEach(() => {
  closeSiteDatabase(0);
  vi.unstubAllEnvs();
  removeTemporary();
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
    for (const [name, kind] of [
      ["folder", "folder"],
      ["loop", "closed"],
      ["pipe", "no-file"],
    ] as const) {
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
    ...[
      "file:",
      "file:///tmp/%zz",
      "file:/tmp/%",
      "file:/tmp/100%.db",
      "file:/tmp/a?b.db",
      "file:/tmp/a.db?mode=ro",
      "file:/tmp/a#b.db",
      "file:/tmp/%00",
      "file://host/a.db",
      "file:////a.db",
      "file:?",
      "file:#",
    ],
    ...["/tmp/a.db", "a.db", ":memory:", "postgres://host/a", "libsql:", "http://", "https://%zz", "libsql://host?x=1", "://", "http://host:port"],
  ])("%j is refused in a sentence", async (url) => {
    vi.stubEnv("DATABASE_URL", url);
    const error = await withStore("write", newest).catch((error: unknown) => error);
    expect(error instanceof ConfigurationError ? error.message : describeFailure(error, url)).toMatch(
      /^DATABASE_URL「.*」は使えません。|^データベースの(?: URL「.*」を使えません。|サーバー .* に接続できません)/,
    );
  });
});
