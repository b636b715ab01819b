import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { restoreDatabase } from "@/db/backup/restore";
import { describeFailure, failureKind } from "@/db/connection/failure";
import { withStore } from "@/db/connection/open-store";
import { closeSiteDatabase } from "@/db/connection/site";
import { lockStore } from "@/db/connection/store-lock";
import { fill, kindOf, newest, use } from "../filled-store";
import { createFolder, removeTemporary } from "../temporary-store";

afterEach(() => {
  closeSiteDatabase(0);
  vi.unstubAllEnvs();
  removeTemporary();
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
    const code = `import("./db/connection/store-lock.ts").then(async ({ lockStore }) => { const release = await lockStore(${JSON.stringify(file)}, "lock", "exclusive"); console.log(release !== null); setInterval(() => release, 1000); });`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
    expect(String((await once(child.stdout, "data"))[0])).toBe("true\n");
    expect(await kindOf(withStore("write", newest))).toBe("restoring");
    child.kill("SIGKILL");
    await once(child, "close");
    expect(await kindOf(withStore("write", newest))).toBe("done");
  });
});

describe("a place where no lock can be made", () => {
  it("is told as one that cannot be written", async () => {
    const error = await lockStore("/proc/no-such-place/site.db", "lock", "shared").catch((reason: unknown) => reason);
    expect([failureKind(error), describeFailure(error, "file:/proc/no-such-place/site.db")]).toEqual([
      "closed",
      expect.stringMatching(/を開けないか、書き込めません/),
    ]);
  });
});
