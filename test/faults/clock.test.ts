import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { datasets } from "@/db/schema/datasets";
import { runCommand } from "../db/run-command";
import { createFolder, createStore, ingest, REAL_DOCUMENTS, removeTemporary, writeDecisions } from "../db/temporary-store";
import { expectReady } from "./expect-answers";
import { startFaultSite } from "./fault-site";
import { isShort } from "./form";

afterAll(removeTemporary);

const PRELOAD = `--import ${pathToFileURL(path.join(import.meta.dirname, "clock.mjs")).href}`;
const at = (clock: string, TZ = "UTC") => ({ AYUMI_TEST_CLOCK: clock, NODE_OPTIONS: PRELOAD, TZ });

const CLOCKS: [name: string, clock: string, timeZone: string][] = [
  ["1970", "1970-01-01T00:00:01Z", "UTC"],
  ["2100", "2100-12-31T23:59:59Z", "UTC"],
  ["the last minute of a fiscal year in Tokyo, on a machine in Tokyo", "2026-03-31T23:59:30+09:00", "Asia/Tokyo"],
  ["the first minute of a fiscal year in Tokyo, on a machine in UTC", "2026-04-01T00:00:30+09:00", "UTC"],
  ["the last minute of a fiscal year in UTC", "2026-03-31T23:59:30Z", "UTC"],
];

describe("whatever the clock says", () => {
  it("the same documents give the same dataset, and pages the same figures", async () => {
    const { db } = await createStore();
    const { dataset } = await ingest(db, REAL_DOCUMENTS);
    const pages: string[][] = [];
    for (const [name, clock, timeZone] of CLOCKS) {
      const url = pathToFileURL(path.join(createFolder(), "a.db")).href;
      const { code, stderr } = await runCommand("ingest", REAL_DOCUMENTS, { DATABASE_URL: url, ...at(clock, timeZone) });
      expect([name, code, stderr]).toEqual([name, 0, ""]);
      const stored = await openDatabase(url);
      const [row] = await stored.select().from(datasets);
      stored.$client.close();
      expect([name, row!.id]).toEqual([name, dataset]);
      expect(Math.abs(Date.parse(row!.createdAt) - Date.parse(clock))).toBeLessThan(60_000);
      expect(await runCommand("check", [], { DATABASE_URL: url, ...at(clock, timeZone) })).toMatchObject({ code: 0, stderr: "" });
      if (isShort && pages.length >= 3) continue;
      const site = await startFaultSite(url, at(clock, timeZone));
      await expectReady(site, dataset!);
      pages.push(
        await Promise.all(["/", "/goals", "/continuations", "/api/goals.csv"].map(async (page) => withoutAddress((await site.get(page)).text, site.url))),
      );
      const workbook = await fetch(`${site.url}/api/goals.xlsx`);
      expect([
        name,
        workbook.status,
        Buffer.from(await workbook.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ]).toEqual([name, 200, "PK"]);
      expect(await site.stop()).toEqual({ code: 0, signal: null });
    }
    for (const shown of pages) expect(shown).toEqual(pages[0]);
  });

  it.each([
    ["2026-03-31T23:59:30+09:00", "Asia/Tokyo", "2026-03-31"],
    ["2026-03-31T23:59:30+09:00", "UTC", "2026-03-31"],
    ["2026-04-01T00:00:30+09:00", "Asia/Tokyo", "2026-04-01"],
    ["2026-04-01T00:00:30+09:00", "UTC", "2026-04-01"],
  ])("a planner's decision at %s (TZ=%s) bears the day of Japan, %s", async (clock, timeZone, day) => {
    const { db, url, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const file = writeDecisions(folder, []);
    const args = ["confirm", "2021-policy-promotion-5", "2025-policy-promotion-4", "--by", "企画調整課", "--reason", "架空の理由", "--decisions", file];
    const { code, stderr } = await runCommand("continuations", args, { DATABASE_URL: url, ...at(clock, timeZone) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect((JSON.parse(readFileSync(file, "utf8")) as { decisions: { decidedOn: string }[] }).decisions[0]!.decidedOn).toBe(day);
  });
});

/** A page without the address that it names itself by: each site listens on a port of its own. */
function withoutAddress(html: string, url: string): string {
  return html.replaceAll(url, "").replaceAll(encodeURIComponent(url), "");
}
