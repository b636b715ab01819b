import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KASHIWARA } from "@/lib/document/forms/form";
import { readDocument } from "@/lib/document/read";
import { recognizeLabel } from "@/lib/document/recognize";
import { readYearLine } from "@/lib/document/title";
import type { Reading } from "@/lib/domain/reading";
import { runs } from "../whole";
import { layoutChoices, planFile } from "./arbitraries";
import { findPlaceFaults } from "./check-places";
import { printPlanFile } from "./print-plan";

const TEXTS = ["2021-policy-promotion", "2025-policy-promotion"].map((name) =>
  readFileSync(new URL(`../../db/documents/${name}.txt`, import.meta.url), "utf8"),
);

function read(input: string | Uint8Array): Reading {
  return readDocument(typeof input === "string" ? new TextEncoder().encode(input) : input, { municipality: "柏原市" });
}

/** Each line is accounted for, what is not understood has a warning, and places hold. */
function expectSound(reading: Reading): void {
  const { lines, ...kinds } = reading.coverage;
  expect(reading.lines).toHaveLength(lines);
  expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(lines);
  expect(lines).toBe(reading.text === "" ? 0 : reading.text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(reading.text) ? 1 : 0));
  const isRefused = reading.messages.some(({ severity }) => severity === "error");
  if (isRefused) expect(reading.plans).toEqual([]);
  else {
    const warned = new Set(reading.messages.flatMap(({ span }) => (span ? range(span.start.line, span.end.line) : [])));
    for (const [line, kind] of reading.lines.entries()) if (kind === "not-understood") expect(warned).toContain(line + 1);
    expect(reading.plans.length).toBeGreaterThan(0);
  }
  expect(reading.plans.flatMap((plan) => findPlaceFaults(reading.text, plan))).toEqual([]);
  expectLossless(reading);
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

const SIGNS = /[\s\p{P}\p{S}\u200b\u2060\ufeffー※]/gu;

/**
 * Every character that is no blank and no sign stands in the span of a value or of a message, on a line of headings or
 * decoration, or is one of the words of a recognised heading.
 */
function expectLossless({ text, plans, messages, findings, lines }: Reading): void {
  if (messages.some(({ severity }) => severity === "error")) return;
  const rest = stripTags(text).split("");
  // Breaks stay: lines are counted by them.
  const blank = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (!/[\r\n]/.test(rest[at]!)) rest[at] = "\t";
  };
  for (const { places } of plans) for (const { start, end } of Object.values(places).flat()) blank(start.offset, end.offset);
  for (const { span } of [...messages, ...findings]) if (span) blank(span.start.offset, span.end.offset);
  for (const [at, line] of rest
    .join("")
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (lines[at] === "heading" || lines[at] === "separator" || lines[at] === "decoration") continue;
    for (const part of line.split(/[\t|\v\f]+/)) expect(part.replace(SIGNS, "") === "" || isHeading(part), `${at + 1}: ${part}`).toBe(true);
  }
}

/** A text of the same length, in code units, with blanks for tags and references, which stand for no text of their own. */
function stripTags(text: string): string {
  return text.replace(/<(?:"[^"]*"|'[^']*'|[^<>"'])*>|&[#\w]+;/g, (tag) => tag.replace(/[^\r\n]/g, " "));
}

/** Whether a text is a heading's words, with or without what a number or a year beside it leaves of them. */
function isHeading(text: string): boolean {
  const words = text.replace(/^[\s\p{P}]*の?|[\s\p{P}]+$/gu, "").replace(/(?:その|第|No\.?)$/i, "");
  return [words, text.trim()].some((each) => recognizeLabel(each, { officers: true, goalHead: true, form: KASHIWARA }) !== null || readYearLine(each) !== null);
}

/** All the text of the values, to see that nothing of a line taken as a field is lost. */
function listTexts(reading: Reading): string {
  return JSON.stringify([reading.plans.map(({ plan, ratingTexts }) => [plan, ratingTexts]), reading.messages.map(({ reason }) => reason)]);
}

const change = fc.record({
  kind: fc.constantFrom("delete", "duplicate", "swap", "truncate", "insert", "join"),
  at: fc.nat(10_000),
  to: fc.nat(10_000),
  text: fc.constantFrom(
    "",
    "達成度",
    "重点目標",
    "【基本方針】",
    "部\t総務部",
    "【組織図】",
    "備考",
    "予算額：1,000千円",
    "令和7年度",
    "達成状況 達成度",
    "1 目標 (1) まち 分野 防災 達成状況",
    "計",
    "B 概ね達成",
    "とても良かった。\tB\t企画課",
    "令和6年度 総務部の運営方針",
    "|",
    "| a |",
    "\t\t",
    "A\tB\tC",
    "予算額\t1,000千円",
    "達成度について",
    "分野",
    "監",
  ),
});

function mutate(text: string, changes: readonly { kind: string; at: number; to: number; text: string }[]): string {
  const lines = text.split("\n");
  for (const { kind, at, to, text: inserted } of changes) {
    const index = at % lines.length;
    const line = lines[index] ?? "";
    if (kind === "delete") lines.splice(index, 1);
    else if (kind === "duplicate") lines.splice(to % lines.length, 0, line);
    else if (kind === "swap") [lines[index], lines[to % lines.length]] = [lines[to % lines.length] ?? "", line];
    else if (kind === "truncate") lines[index] = line.slice(0, to % (line.length + 1));
    else if (kind === "insert") lines.splice(index, 0, inserted);
    else lines.splice(index, 2, line + (lines[index + 1] ?? ""));
    if (lines.length === 0) lines.push("");
  }
  return lines.join("\n");
}

describe("whatever the input", { timeout: 900_000 }, () => {
  it("accounts for each line of arbitrary bytes and strings", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => expectSound(read(bytes))),
      { numRuns: runs(500) },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => expectSound(read(text))),
      { numRuns: runs(500) },
    );
    const pieces = fc.constantFrom(
      "\n",
      "\t",
      "|",
      "<",
      ">",
      "&",
      "重点目標",
      "1",
      "達成度",
      "部",
      "（",
      "）",
      "：",
      "<br>",
      "</td>",
      "令和7年度",
      "総務部",
      "運営方針",
      "A",
      "達成",
      " ",
      "\\|",
      "-",
      "目標",
      "分野",
      "\f",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), (texts) => expectSound(read(`令和7年度 総務部の運営方針\n${texts.join("")}`))),
      { numRuns: runs(1_000) },
    );
  });

  it("accounts for each line of the real documents, damaged", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(change, { minLength: 1, maxLength: 12 }), (text, changes) => expectSound(read(mutate(text, changes)))),
      { numRuns: runs(250) },
    );
  });

  it("accounts for each line of random plans, damaged", () => {
    fc.assert(
      fc.property(planFile, layoutChoices, fc.array(change, { minLength: 1, maxLength: 5 }), (file, choices, changes) =>
        expectSound(read(mutate(printPlanFile(structuredClone(file), choices).text, changes))),
      ),
      { numRuns: runs(120) },
    );
  });

  it("loses no paragraph of the real documents, however their lines are deleted or swapped", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(change, { minLength: 1, maxLength: 8 }), (text, changes) => {
        const kept = changes.filter(({ kind }) => kind === "delete" || kind === "swap" || kind === "duplicate");
        const source = mutate(text, kept);
        const reading = read(source);
        if (reading.plans.length === 0) return;
        const texts = listTexts(reading);
        for (const line of source.split("\n")) {
          for (const cell of line.split("\t")) {
            const paragraph = cell.replace(/<[^>]*>/g, "").trim();
            if (paragraph.length > 30 && paragraph.endsWith("。")) expect(texts).toContain(JSON.stringify(paragraph.slice(0, 38)).slice(1, -1));
          }
        }
      }),
      { numRuns: runs(250) },
    );
  });
});
