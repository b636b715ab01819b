import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awaitSite, runCommand, startCommand } from "../db/run-command";
import { createFolder, removeTemporary } from "../db/temporary-store";

const BANNER = "架空のデータです。実在の自治体のものではありません。";
const folder = createFolder();
/** What the user has: a database that is not there yet, and a city of his own. */
const own = path.join(folder, "own.db");
const SIZE = ["--departments", "2", "--years", "2", "--folder", path.join(folder, "demo")];

let child: ChildProcess;
let url = "";
let output = () => "";

beforeAll(async () => {
  child = startCommand("demo", SIZE, {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: pathToFileURL(own).href,
    AYUMI_MUNICIPALITY: "岡崎市",
    AYUMI_URL: "https://okazaki.example.jp",
  });
  ({ url, output } = await awaitSite(child));
}, 300_000);
afterAll(async () => {
  if (child.exitCode === null) {
    child.kill("SIGTERM");
    await once(child, "close");
  }
  removeTemporary();
});

const get = async (address: string) => {
  const answer = await fetch(url + address);
  // The banner breaks between its sentences.
  return { status: answer.status, text: (await answer.text()).replaceAll(`</span><span class="inline-block">`, "") };
};

describe("npm run demo", () => {
  it("says that it is invented before all else, on every page, embed and paper", async () => {
    const goals = JSON.parse((await get("/api/goals.json")).text) as { rows: { goal_id: string }[] };
    expect(goals.rows.length).toBeGreaterThan(8);
    for (const address of [
      "/",
      `/goals/${goals.rows[0]!.goal_id}`,
      "/goals",
      "/continuations",
      "/carried-on",
      "/documents",
      "/data",
      "/about",
      "/search",
      "/embed",
      "/briefing?year=2024",
      "/briefing",
    ]) {
      const { status, text } = await get(address);
      expect([address, status]).toEqual([address, 200]);
      expect(text.indexOf(BANNER)).toBeLessThan(text.indexOf("<h1"));
      expect(text).toContain("青ヶ浜市（架空）");
    }
    expect((await get("/nothing-here")).text).toContain(BANNER);
    for (const chart of ["rating-distribution", "headline", "continuation-ribbon", "attention", "rating-by-year"]) {
      const { status, text } = await get(`/embed/${chart}`);
      expect([chart, status, text.indexOf(BANNER) > 0 && text.indexOf(BANNER) < text.indexOf("<h1")]).toEqual([chart, 200, true]);
    }
  });

  it("says so in pictures and files too", async () => {
    expect((await get("/embed/rating-distribution.svg")).text).toContain("架空のデータです。");
    expect((await fetch(`${url}/embed/rating-distribution.png`)).headers.get("content-type")).toBe("image/png");
    expect((await get("/embed/rating-distribution.metadata.json")).text).toContain("架空のデータです。");
    expect((await get("/api/goals.csv")).text).toContain("青ヶ浜市（架空）");
  });

  it("leaves the user's own database, city and address alone", async () => {
    expect(existsSync(own)).toBe(false);
    expect(output().split("\n")[0]).toBe("架空の市のデータで始めます。");
    const text = (await get("/")).text + (await get("/embed")).text;
    expect([text.includes("岡崎市"), text.includes("okazaki.example.jp"), text.includes("柏原市")]).toEqual([false, false, false]);
  });

  it("writes nothing where a real city's data lie, and refuses what is no number", async () => {
    const real = path.join(folder, "real", "2x2-3");
    mkdirSync(real, { recursive: true });
    writeFileSync(path.join(real, "ayumi.json"), '{"municipality": "柏原市"}');
    const ended = await runCommand("demo", [...SIZE.slice(0, 5), path.join(folder, "real")], {});
    expect([ended.code, ended.stderr, existsSync(path.join(real, "documents"))]).toEqual([
      1,
      expect.stringContaining("には架空でない市のデータがあります。ほかのフォルダを --folder で指定してください。"),
      false,
    ]);
    for (const args of [["--years", "0"], ["--departments", "x"], ["--all"]]) expect((await runCommand("demo", args, {})).code).toBe(2);
  });
});
