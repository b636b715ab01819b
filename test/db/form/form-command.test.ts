import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSource } from "@/lib/document/read-source";
import { runCommand } from "../run-command";
import { createFolder, createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../temporary-store";

let env: Record<string, string>;
let folder: string;

beforeAll(async () => {
  const { db, url } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  folder = createFolder();
  env = { DATABASE_URL: url };
});

afterAll(removeTemporary);

const form = (...args: string[]) => runCommand("form", args, env);
const OF_2026 = ["--department", "政策推進部", "--year", "2026"];

describe("npm run form", () => {
  it("writes the form of a coming year, and never over one that is there", async () => {
    const out = path.join(folder, "様式.docx");
    const first = await form(...OF_2026, "--out", out);
    expect(first).toEqual({ code: 0, stdout: `政策推進部の令和8年度の様式を ${out} に書き出しました\n`, stderr: "" });
    const { plans } = await readSource(readFileSync(out), { municipality: "柏原市" });
    expect(plans.map(({ plan }) => [plan.title, plan.priorityGoals.length])).toEqual([["令和8年度 政策推進部の運営方針", 4]]);
    writeFileSync(out, "記入した");
    const second = await form(...OF_2026, "--out", out);
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining(`${out} はすでにあります`)]);
    expect(readFileSync(out, "utf8")).toBe("記入した");
  });

  it("has the year before that is nearest", async () => {
    const out = path.join(folder, "2024.docx");
    expect((await form("--department", "政策推進部", "--year", "2024", "--out", out)).code).toBe(0);
    expect(strFromU8(unzipSync(readFileSync(out))["word/document.xml"]!)).toContain("民間企業や大学とのさらなる連携");
  });

  it.each([
    [["--department", "水道局", "--year", "2026"], 1, "「水道局」の運営方針はありません。あるのは、政策推進部です。"],
    [["--department", "政策推進部", "--year", "2021"], 1, "--year 2021：令和3年度より前の「政策推進部」の運営方針はありません（最初は令和3年度）。"],
    [["--department", "政策推進部", "--year", "R8"], 2, "--year「R8」は西暦の年度ではありません。"],
    [["--department", "政策推進部"], 2, "--department と --year が必要です。"],
    [["--template"], 2, "使い方"],
    [["--blanc"], 2, "使い方"],
    [[...OF_2026, "--out", "/dev/null/form.docx"], 1, "/dev/null/form.docx に書き込めません（ENOTDIR）。"],
  ])("says what is wrong: %j", async (args, code, sentence) => {
    const ended = await form(...args);
    expect([ended.code, ended.stdout]).toEqual([code, ""]);
    expect(ended.stderr).toContain(sentence);
  });

  it("takes a template that was changed, and names the tag that is wrong in it", async () => {
    const data = createFolder();
    writeFileSync(path.join(data, "ayumi.json"), JSON.stringify({ municipality: "柏原市" }));
    mkdirSync(path.join(data, "form"));
    const template = path.join(data, "form", "blank.docx");
    env = { ...env, AYUMI_DATA: data };
    expect((await form("--template", "--blank", "--out", template)).code).toBe(0);
    const change = (from: string, to: string) => {
      const parts = unzipSync(readFileSync(template));
      const body = strFromU8(parts["word/document.xml"]!);
      expect(body).toContain(from);
      writeFileSync(template, zipSync({ ...parts, "word/document.xml": strToU8(body.replace(from, to)) }));
    };
    change("【重点目標】", "【重点課題】");
    const out = path.join(folder, "own.docx");
    expect((await form(...OF_2026, "--blank", "--out", out)).code).toBe(0);
    expect(strFromU8(unzipSync(readFileSync(out))["word/document.xml"]!)).toContain("【重点課題】");
    change("{overallAssessment}", "{総括}");
    const wrong = await form(...OF_2026, "--blank", "--out", path.join(folder, "wrong.docx"));
    expect([wrong.code, wrong.stderr]).toEqual([1, `様式のひな形 ${template} が使えません。{総括} に当たる項目は、そこにはありません。\n`]);
  });
});
