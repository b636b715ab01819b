import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { findDataset } from "@/db/queries/datasets";
import { listDocuments } from "@/db/queries/documents";
import { startSite } from "./start-site";

const site = inject("siteUrl");

describe("answers", () => {
  it.each([
    ["/goals/2025-no-such-goal", 404],
    ["/goals/%E3%81%82", 404],
    ["/documents/ffff", 404],
    ["/documents/ffff/source", 404],
    ["/?dataset=0000", 404],
    ["/goals?dataset=%00", 404],
    ["/goals.csv?dataset=0000", 404],
    ["/goals.csv?year=-1", 400],
    ["/%A0", 400],
    ["/?year=%E4%BB%A4%E5%92%8C7", 200],
    ["/?year=abc&of=votes&by=%A0", 200],
    ["/goals?sort=;drop&rating=%27%22%3E%3Csvg&area=%25&area=_", 200],
    [`/goals?${"area=a&".repeat(500)}`, 200],
  ])("%s with %i", async (path, status) => expect((await fetch(site + path)).status).toBe(status));

  it("say what they could not read, and never render it as HTML", async () => {
    const text = await (await fetch(`${site}/?year=${encodeURIComponent("<svg onload=alert(1)>")}`)).text();
    expect(text).toContain("year=&lt;svg onload=alert(1)&gt;");
    expect(text).not.toContain("<svg onload");
  });

  it("give a document's own bytes back", async () => {
    const database = await openDatabase(inject("databaseUrl"));
    const [document] = await listDocuments(database, (await findDataset(database))!);
    database.$client.close();
    const answer = await fetch(`${site}/documents/${document!.id}/source`);
    expect((await answer.arrayBuffer()).byteLength).toBe(document!.byteLength);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("give the CSV of just the rows shown, in their order", async () => {
    const answer = await fetch(`${site}/goals.csv?area=防災&sort=rating`);
    const rows = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.goal_id)).toEqual([
      "2025-policy-promotion-4",
      "2021-policy-promotion-4",
      "2021-policy-promotion-5",
      "2021-policy-promotion-6",
    ]);
    expect(rows[0]).toMatchObject({ overall_rating: "C", target_count: "2", not_rated_reason: "", document_line: "146" });
    expect(rows[1]).toMatchObject({ overall_rating: "", not_rated_reason: "not_yet_evaluated" });
  });

  it("set no cookie", async () => {
    for (const path of ["/", "/goals", "/about", "/goals.csv"]) expect((await fetch(site + path)).headers.get("set-cookie")).toBeNull();
  });
});

describe("a new dataset", () => {
  it("is on the site within 5 seconds of ingest ending, while a quoted one stays as it was", async () => {
    const own = await startSite();
    const folder = mkdtempSync(join(tmpdir(), "ayumi-new-"));
    try {
      const before = await (await fetch(own.url)).text();
      const dataset = /dataset=([0-9a-f]{64})/.exec(before)![1];
      const fetchQuoted = (form: string) =>
        fetch(`${own.url}/embed/rating-distribution${form}?dataset=${dataset}`).then(async (answer) => Buffer.from(await answer.arrayBuffer()));
      const forms = [".svg", ".png", ".csv", ".json", ".metadata.json", ".zip"];
      const quotedBefore = await Promise.all(forms.map(fetchQuoted));
      const pageBefore = (await fetchQuoted("")).toString();
      expect(await (await fetch(`${own.url}/embed/headline`)).text()).toContain("令和7年度");
      const file = join(folder, "new.txt");
      writeFileSync(file, "令和8年度 架空部の運営方針\n\n重点目標 1\t架空の目標\n\n今年度の達成目標\n架空の達成目標です。\n\n全体の達成度\nA 達成\n");
      await promisify(execFile)(process.execPath, ["node_modules/tsx/dist/cli.mjs", "db/commands/ingest.ts", file], {
        env: { ...process.env, DATABASE_URL: own.databaseUrl },
      });
      await expect.poll(async () => (await fetch(own.url)).text(), { timeout: 5000, interval: 200 }).toContain("架空部");
      const quoted = await (await fetch(`${own.url}/?dataset=${dataset}`)).text();
      expect(quoted).not.toContain("架空部");
      expect(quoted).toContain("令和7年度（2025年度）");
      expect(await Promise.all(forms.map(fetchQuoted))).toEqual(quotedBefore);
      const pageAfter = (await fetchQuoted("")).toString();
      const newer = /<p class="source"><a href="\/embed\/rating-distribution">新しい版があります<\/a><\/p>/;
      expect(pageBefore).not.toMatch(newer);
      expect(pageAfter).toMatch(newer);
      expect(pageAfter.replace(newer, "")).toBe(pageBefore);
      await expect.poll(async () => (await fetch(`${own.url}/embed/headline`)).text(), { timeout: 5000, interval: 200 }).toContain("令和8年度");
    } finally {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
