import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { crawlSite } from "@/db/bake/crawl";
import { openDatabase } from "@/db/connection/client";
import { findDataset } from "@/db/queries/datasets";
import { runCommand } from "../db/run-command";
import { serveFolder } from "./file-server";
import { walkSite } from "./walk-site";

const live = inject("siteUrl");
const scratch = mkdtempSync(path.join(tmpdir(), "ayumi-bake-"));
const environment = { DATABASE_URL: inject("databaseUrl"), AYUMI_URL: "https://ayumi.example" };

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it("under a path, on a plain host, has no link that leads nowhere or out of the path", async () => {
  const host = mkdtempSync(path.join(tmpdir(), "ayumi-path-"));
  const database = await openDatabase(inject("databaseUrl"));
  const { id: dataset } = (await findDataset(database))!;
  database.$client.close();
  await crawlSite({
    ...{ site: live, origin: "https://city.example/ayumi", dataset },
    onFile: async ({ name, body }) => {
      const file = path.join(host, "ayumi", name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, body);
    },
  });
  const served = await serveFolder(host);
  try {
    const { pages, links, broken } = await walkSite(served.url, { from: "/ayumi/" });
    expect(broken).toEqual([]);
    expect(links.filter(({ to }) => !to.startsWith("/ayumi/"))).toEqual([]);
    expect(pages.size).toBeGreaterThan(100);
  } finally {
    served.stop();
    rmSync(host, { recursive: true });
  }
}, 300_000);

describe("npm run bake", () => {
  it.each([
    [["--out", "DIR"], 1, /空のフォルダを指定してください/],
    [["--out", "NEW", "--dataset", "0000"], 1, /データ版「0000」はありません/],
    [[], 2, /使い方/],
  ])("%j ends with %i and writes nothing", async (args, code, words) => {
    const other = path.join(scratch, "other");
    rmSync(other, { recursive: true, force: true });
    writeFileSync(path.join(scratch, "mine.txt"), "mine");
    const answer = await runCommand(
      "bake",
      args.map((arg) => (arg === "DIR" ? scratch : arg === "NEW" ? other : arg)),
      environment,
    );
    expect(answer.code).toBe(code);
    expect(answer.stderr).toMatch(words);
    expect(readFileSync(path.join(scratch, "mine.txt"), "utf8")).toBe("mine");
    expect(readdirSync(scratch).sort()).toEqual(["mine.txt"]);
  });
});
