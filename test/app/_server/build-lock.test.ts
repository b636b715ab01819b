import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Build, holdBuild } from "@/app/_server/build-lock";
import { createFolder, removeTemporary } from "../../db/temporary-store";

afterEach(removeTemporary);

/** A folder, and builds of it that take as long as `open` is awaited, and note what was done, in `done`. */
function openFolder() {
  const folder = path.join(createFolder(), "built");
  const page = path.join(folder, "page");
  const done: string[] = [];
  const gate = { open: Promise.resolve() };
  const build = (name: string, isBuilt = () => existsSync(page)): Build => ({
    folder,
    isBuilt,
    async make() {
      done.push(`${name} empties`);
      rmSync(page, { force: true });
      await gate.open;
      mkdirSync(folder, { recursive: true });
      writeFileSync(page, name);
      done.push(`${name} is whole`);
    },
    onWait: () => done.push(`${name} waits`),
  });
  return { folder, done, gate, build };
}

describe("a build", () => {
  it("is made once for two that start at once, and both serve it", async () => {
    const { done, gate, build } = openFolder();
    gate.open = expect.poll(() => done.some((each) => each.endsWith("waits")), { timeout: 20_000 }).toBe(true);
    const [one, other] = await Promise.all([holdBuild(build("one")), holdBuild(build("other"))]);
    expect([one.made, other.made].sort()).toEqual([false, true]);
    const [first, second] = one.made ? ["one", "other"] : ["other", "one"];
    expect(done.filter((each) => !each.endsWith("waits"))).toEqual([`${first} empties`, `${first} is whole`]);
    expect(done).toContain(`${second} waits`);
    await expect(
      holdBuild(
        build("third", () => false),
        100,
      ),
    ).rejects.toThrow(/built のサイトをほかのプロセスが動かしているため、ビルドし直せません。/);
    one.release();
    await expect(
      holdBuild(
        build("third", () => false),
        100,
      ),
    ).rejects.toThrow("ビルドし直せません。");
    other.release();
    expect(
      (
        await holdBuild(
          build("third", () => false),
          100,
        )
      ).made,
    ).toBe(true);
  });

  it("is never emptied under who serves it, however long another wants to", async () => {
    const { done, build } = openFolder();
    const serving = await holdBuild(build("old"));
    const renewal = holdBuild(
      build("new", () => done.includes("new is whole")),
      60_000,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(done).toEqual(["old empties", "old is whole"]);
    // What is served goes on being served by others too.
    const beside = await holdBuild(build("old"));
    expect(beside.made).toBe(false);
    serving.release();
    beside.release();
    expect((await renewal).made).toBe(true);
    expect(done).toEqual(["old empties", "old is whole", "new empties", "new is whole"]);
  });

  it("that fails is made by the next who waits for it", async () => {
    const { done, build } = openFolder();
    let second: ReturnType<typeof holdBuild>;
    const make = async () => {
      second = holdBuild(build("second"));
      await expect.poll(() => done, { timeout: 20_000 }).toEqual(["second waits"]);
      throw new Error("no room");
    };
    await expect(holdBuild({ ...build("first"), make })).rejects.toThrow("no room");
    expect((await second!).made).toBe(true);
    expect(done).toEqual(["second waits", "second empties", "second is whole"]);
  });

  it("is let go by a process that is killed", async () => {
    const { folder, build } = openFolder();
    (await holdBuild(build("one"))).release();
    const script = `import { holdBuild } from "./app/_server/build-lock.ts"; globalThis.held = await holdBuild({ folder: process.env.FOLDER, isBuilt: () => true, make: async () => {}, onWait() {} }); console.log("held"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      env: { ...process.env, FOLDER: folder },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout!, "data");
    await expect(
      holdBuild(
        build("two", () => false),
        100,
      ),
    ).rejects.toThrow("ビルドし直せません。");
    child.kill("SIGKILL");
    await once(child, "close");
    expect(
      (
        await holdBuild(
          build("two", () => false),
          100,
        )
      ).made,
    ).toBe(true);
  });
});
