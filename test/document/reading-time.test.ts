import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import { LIMITS } from "@/lib/domain/limits";
import type { Reading } from "@/lib/domain/reading";

const REAL = readFileSync(new URL("../../db/documents/2025-policy-promotion.txt", import.meta.url), "utf8");

function read(input: string): Reading {
  return readDocument(new TextEncoder().encode(input), { municipality: "柏原市" });
}

describe("time grows with the size alone", () => {
  const head = "令和7年度 総務部の運営方針\n【重点目標】\n";
  const LENGTH = 150_000;
  const hostile: Record<string, string> = {
    "opening brackets": "（".repeat(LENGTH),
    "half-width brackets": "((".repeat(LENGTH / 2),
    "angle brackets": "<".repeat(LENGTH),
    "unclosed tags": "<b ".repeat(LENGTH / 3),
    "unclosed quotes": '<b a="'.repeat(LENGTH / 6),
    "unclosed comments": "<!--".repeat(LENGTH / 4),
    "half-closed comments": `${"<!-- ".repeat(LENGTH / 5)}-->`,
    "character references": "&amp;".repeat(LENGTH / 5),
    ampersands: "&".repeat(LENGTH),
    "unfinished references": "&am".repeat(LENGTH / 3),
    tabs: "\t".repeat(LENGTH),
    cells: "a\t".repeat(LENGTH / 2),
    pipes: "|".repeat(LENGTH),
    "piped cells": "|a".repeat(LENGTH / 2),
    "escaped pipes": `|${"\\|".repeat(LENGTH / 2)}|`,
    blanks: `a${" ".repeat(LENGTH)}b`,
    dashes: `${"-".repeat(LENGTH)}a`,
    hashes: "#".repeat(LENGTH),
    colons: `達成度${"：".repeat(LENGTH)}`,
    digits: "1".repeat(LENGTH),
    "line breaks": "<br>".repeat(LENGTH / 4),
    "headings in a row": "達成度\t".repeat(LENGTH / 4),
    names: `部長\t${"甲、".repeat(LENGTH / 2)}`,
  };

  it.each(Object.entries(hostile))("on a long line of %s", { timeout: 120_000 }, (_, line) => {
    const start = process.cpuUsage();
    expectCounted(read(`${head}${line}\n達成度について\n${line}\n今年度の達成目標\n${line}\n`));
    expect(measureSeconds(start)).toBeLessThan(3);
  });

  /** Within the limits, so that all of it is read. */
  const plans = (count: number, body: string) =>
    Array.from({ length: count }, (_, index) => `令和7年度 第${index}部の運営方針\n【重点目標】\n${body}`).join("");
  it.each([
    ["copies of a real document", Array.from({ length: LIMITS.plans }, (_, index) => REAL.replaceAll("政策推進部", `第${index}部`)).join("")],
    ["paragraphs", plans(1, `重点目標 1\t防災\n総合評価\n${"市民の参加を進めます。\n".repeat(1_600)}`.repeat(60))],
    ["section headings over blank lines", `${head}1\t防災\tA\n${"重点目標\n\n\n\n".repeat(24_000)}`],
    ["rows of a summary", plans(2, "1\t目標\t(5) まち\t分野\t防災\t達成状況\n\t防災\t\t\t\tA\n".repeat(LIMITS.goals))],
    ["goals", plans(2, "重点目標 1\t防災\n達成目標\n本文\n達成状況\t達成度\n本文\tA\n".repeat(LIMITS.goals))],
    [
      "targets in a block",
      plans(
        1,
        `重点目標 1\t防災\n${"達成目標\n本文\n".repeat(LIMITS.targets)}${"達成度\nA\n".repeat(LIMITS.targets)}`.repeat(LIMITS.documentTargets / LIMITS.targets),
      ),
    ],
    ["empty results", `${head}1\t防災\tA\n具体的取組\n本文\n${"取組実績\n".repeat(LIMITS.messages - 10)}`],
    [
      "officers",
      Array.from(
        { length: LIMITS.plans },
        (_, plan) =>
          `令和7年度 第${plan}部の運営方針\n${Array.from({ length: LIMITS.officers }, (_, index) => `監\t甲野 ${index}\n`).join("")}【重点目標】\n1\t防災\tA\n`,
      ).join(""),
    ],
    ["departments", plans(LIMITS.plans, "1\t防災\tA\n".repeat(10))],
  ])("on very many %s", { timeout: 120_000 }, (_, text) => {
    const start = process.cpuUsage();
    const reading = read(text);
    expectCounted(reading);
    expect(reading.messages.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(measureSeconds(start)).toBeLessThan(10);
  });

  /** Processor time, which a busy machine does not lengthen. */
  function measureSeconds(start: NodeJS.CpuUsage): number {
    return process.cpuUsage(start).user / 1e6;
  }

  function expectCounted(reading: Reading): void {
    const { lines, ...kinds } = reading.coverage;
    expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(lines);
  }
});
