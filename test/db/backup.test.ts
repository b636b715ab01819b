import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import { closeSiteDatabase, readDataset } from "@/db/connection/site";
import { findDataset } from "@/db/queries/datasets";
import { runCommand } from "./run-command";
import { createStore, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writePlans } from "./temporary-store";

afterEach(() => {
  closeSiteDatabase();
  vi.unstubAllEnvs();
  removeTemporary();
});

const command = (name: "backup" | "restore", file: string, url: string) => runCommand(name, [file], { DATABASE_URL: url });

async function newest(file: string): Promise<string | undefined> {
  const db = await openDatabase(pathToFileURL(file).href);
  const dataset = await findDataset(db);
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  db.$client.close();
  return dataset?.id;
}

describe("backup and restore", () => {
  it("give the same dataset back, to a site that is reading, and keep what was there", async () => {
    const { db, url, folder } = await createStore();
    const { dataset: before } = await ingest(db, REAL_DOCUMENTS);
    const file = path.join(folder, "copies", "a.db");
    const backup = await command("backup", file, url);
    expect(backup).toMatchObject({ code: 0, stderr: "" });
    expect(backup.stdout).toContain(`データ版 ${before}（文書 2件）`);
    expect(readdirSync(path.dirname(file))).toEqual(["a.db"]);
    expect(await newest(file)).toBe(before);

    const { dataset: after } = await ingest(db, writePlans(folder, [makePlan()]));
    vi.stubEnv("DATABASE_URL", url);
    expect((await readDataset())!.id).toBe(after);
    const restored = await command("restore", file, url);
    expect(restored).toMatchObject({ code: 0, stderr: "" });
    expect(restored.stdout).toContain(`データ版 ${before}（文書 2件）`);
    expect((await readDataset())!.id).toBe(before);
    const kept = /前のデータベースは (\S+\/test store\.db\.before-restore-\w+) に残しました/.exec(restored.stdout)![1]!;
    expect(await newest(kept)).toBe(after);
    // What is taken in from now on is in the restored database.
    expect((await ingest(await openStore(url), writePlans(folder, [makePlan()]))).dataset).toBe(after);
  });

  it("copy a database that is being written, as it was at one moment", async () => {
    const { db, url, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const writing = (async () => {
      const datasets: string[] = [];
      for (let year = 2001; year < 2020; year++) {
        datasets.push((await ingest(db, writePlans(path.join(folder, String(year)), [makePlan({ fiscalYear: year })]))).dataset!);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return datasets;
    })();
    const file = path.join(folder, "a.db");
    expect(await command("backup", file, url)).toMatchObject({ code: 0 });
    expect(await writing).toContain(await newest(file));
  });

  it("restore where there is no database yet", async () => {
    const { db, url, folder } = await createStore();
    const { dataset } = await ingest(db, REAL_DOCUMENTS);
    const file = path.join(folder, "a.db");
    await command("backup", file, url);
    const fresh = pathToFileURL(path.join(folder, "new", "b.db")).href;
    const { code, stdout } = await command("restore", file, fresh);
    expect({ code, kept: stdout.includes("残しました") }).toEqual({ code: 0, kept: false });
    expect(await newest(fileURLToPath(fresh))).toBe(dataset);
  });

  it("restore over a database that is damaged, and keep that too", async () => {
    const { db, url, folder } = await createStore();
    const { dataset } = await ingest(db, REAL_DOCUMENTS);
    const file = path.join(folder, "a.db");
    await command("backup", file, url);
    db.$client.close();
    writeFileSync(fileURLToPath(url), "no database at all".repeat(1000));
    expect(await command("restore", file, url)).toMatchObject({ code: 0, stderr: "" });
    expect(await newest(fileURLToPath(url))).toBe(dataset);
    expect(readdirSync(folder).filter((name) => /before-restore-\w+$/.test(name))).toHaveLength(1);
  });

  it("refuse, in a sentence, and change nothing", async () => {
    const { db, url, folder } = await createStore();
    const { dataset } = await ingest(db, REAL_DOCUMENTS);
    const file = path.join(folder, "a.db");
    await command("backup", file, url);
    const refuse = async (name: "backup" | "restore", target: string, sentence: RegExp) => {
      const { code, stdout, stderr } = await command(name, target, url);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toMatch(/\n\s+at /);
    };
    const bytes = readFileSync(file);
    await refuse("backup", file, /a\.db はすでにあります。/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    mkdirSync(path.join(folder, "x"));
    writeFileSync(path.join(folder, "file"), "");
    await refuse("backup", path.join(folder, "file", "b.db"), /b\.db に書き込めません/);
    await refuse("restore", path.join(folder, "none.db"), /none\.db がありません。/);
    await refuse("restore", fileURLToPath(url), /いま使っているデータベースです/);
    truncateSync(file, bytes.length - 8192);
    await refuse("restore", file, /バックアップ .*a\.db (?:は使えません|を読めません)/);
    // Sound as a database, but not what its hashes say.
    const changed = path.join(folder, "changed.db");
    const copy = await openStore(pathToFileURL(changed).href);
    await ingest(copy, REAL_DOCUMENTS);
    for (const { name } of await copy.all<{ name: string }>(sql`select name from sqlite_master where type = 'trigger'`))
      await copy.run(sql.raw(`drop trigger "${name}"`));
    await copy.run(sql`update documents set bytes = zeroblob(byte_length)`);
    copy.$client.close();
    await refuse("restore", changed, /changed\.db は使えません。写しの内容に異常があります。\n {2}文書のハッシュ：/);
    expect(await newest(fileURLToPath(url))).toBe(dataset);
    expect(readdirSync(folder).some((name) => /part-|before-restore/.test(name))).toBe(false);
  });

  it("wait for no writer longer than a few seconds", async () => {
    const { db, url, folder } = await createStore();
    const { dataset } = await ingest(db, REAL_DOCUMENTS);
    const file = path.join(folder, "a.db");
    await command("backup", file, url);
    const writer = await (await openStore(url)).$client.transaction("write");
    const { code, stderr } = await command("restore", file, url);
    await writer.rollback();
    expect(code).toBe(1);
    expect(stderr).toMatch(/を別の処理が使っています。/);
    expect(await newest(fileURLToPath(url))).toBe(dataset);
  });
});
