import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printPlanJson } from "@/lib/document/plan-json";
import { readDocument } from "@/lib/document/read";
import { makePlan } from "../db/temporary-store";
import { WHOLE } from "../whole";
import { findPlaceFaults } from "./check-places";

const TEXTS = ["2021-policy-promotion", "2025-policy-promotion"].map((name) =>
  readFileSync(new URL(`../../db/documents/${name}.txt`, import.meta.url), "utf8"),
);
const BREAKS = ["\v", "\f", "\u0085", "\u2028", "\u2029", "\v\v", "\f\v"];

const read = (text: string) => readDocument(new TextEncoder().encode(text), { municipality: "柏原市" });

/** Plans without the blanks and breaks in their values. */
function plain(reading: ReturnType<typeof read>): unknown {
  return JSON.parse(
    JSON.stringify(
      reading.plans.map(({ plan }) => plan),
      (_, value: unknown) => (typeof value === "string" ? value.replace(/\s/g, "") : value),
    ),
  );
}

/** The real documents as they are read, once. */
const ORIGINALS = new Map(TEXTS.map((text) => [text, read(text)]));

function expectSame(text: string, original: string): void {
  const reading = read(text);
  const expected = ORIGINALS.get(original)!;
  expect(plain(reading)).toEqual(plain(expected));
  expect(JSON.stringify(reading.plans)).not.toMatch(/\\u000b|\\f|\\u0085|[\v\f\u0085\u2028\u2029]/);
  expect(reading.plans.flatMap((plan) => findPlaceFaults(text, plan))).toEqual([]);
  expect(reading.lines).toHaveLength(expected.lines.length);
  expect(reading.coverage.notUnderstood).toBe(0);
}

describe("breaks of Word and PDF", { timeout: 900_000 }, () => {
  it("stand anywhere in the real documents, and change their plans by breaks in values alone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.nat(20_000), fc.constantFrom(...BREAKS), (text, place, sign) => {
        const at = place % text.length;
        expectSame(text.slice(0, at) + sign + text.slice(at), text);
      }),
      { numRuns: 60 },
    );
  });

  it.skipIf(!WHOLE)("stand at each place of the real documents", () => {
    for (const text of TEXTS) for (let at = 0; at < text.length; at++) expectSame(text.slice(0, at) + BREAKS[at % BREAKS.length] + text.slice(at), text);
  });

  it.each([
    ["2021-policy-promotion", "小林 一", "裕 (行財政健全化担当)"],
    ["2025-policy-promotion", "具体的な取組", "実績\t"],
    ["2025-policy-promotion", "具体的な取組", "実績\n"],
  ])("part what would be whole without the rest (%s: %s, %j)", (_, before, after) => {
    const text = TEXTS.find((text) => text.includes(before + after))!;
    for (const { index } of text.matchAll(new RegExp(`(?<=${before})${after.replace(/[()]/g, "\\$&")}`, "g")))
      for (const sign of BREAKS) expectSame(text.slice(0, index) + sign + text.slice(index), text);
  });

  it("stand within titles, headings, names, scales and tags, and at both sides of tabs", () => {
    for (const text of TEXTS) {
      for (const { index, 0: found } of text.matchAll(
        /令和\d年度 |運営方針|政策推進部\t|一裕|基本方針|\(5\)|分野|行財政|概ね達成|所管室・課\t|<small>|全体の達成度|^重点目標 1\t/gm,
      )) {
        for (const at of new Set([index, index + 2 * Math.ceil(found.length / 4), index + found.length]))
          expectSame(text.slice(0, at) + BREAKS[at % BREAKS.length] + text.slice(at), text);
      }
    }
  });

  it.each(BREAKS.slice(0, 5))("are the only line ends of a text (%j)", (sign) => {
    for (const text of TEXTS) {
      const reading = read(text.replaceAll("\n", sign));
      expect(reading.plans.map(({ plan }) => plan)).toEqual(read(text).plans.map(({ plan }) => plan));
      expect(reading.lines).toEqual(["field"]);
    }
  });

  it("end a row where what follows begins one", () => {
    for (const text of TEXTS) {
      for (const { index } of text.matchAll(/\n(?=(?:\d\t目標|所管室・課|具体的|達成状況|今年度|- [B-E]|監\t|理事\t|部\t政策推進部\n|---))/g)) {
        const changed = `${text.slice(0, index)}\v${text.slice(index + 1)}`;
        expect(plain(read(changed)), JSON.stringify(changed.slice(index - 20, index + 20))).toEqual(plain(ORIGINALS.get(text)!));
      }
    }
  });

  it("are line breaks of a value, with a place for each line", () => {
    const reading = read("令和7年度 総務部の運営方針\n【重点目標】\n1\t防災\v計画\f改訂\tA\n");
    const { plan, places } = reading.plans[0]!;
    expect(plan.priorityGoals[0]!.title).toBe("防災\n計画\n改訂");
    expect(places["/priorityGoals/0/title"]!.map(({ start, end }) => [start.line, start.column, end.column])).toEqual([
      [3, 3, 5],
      [3, 6, 8],
      [3, 9, 11],
    ]);
  });

  it("are line breaks in plan JSON", () => {
    const source = printPlanJson(makePlan()).replace("文書の整理", "文書の\\u000b整理\\f案");
    expect(read(source).plans[0]!.plan.priorityGoals[0]!.title).toBe("文書の\n整理\n案");
  });
});

describe("what no text holds", () => {
  const head = "令和7年度 総務部の運営方針\n【重点目標】\n";

  it.each<[string, string, string]>([
    ["\b", "U+0008", "as it is"],
    ["\u001b", "U+001B", "as it is"],
    ["\ufffe", "U+FFFE", "as it is"],
    ["\uffff", "U+FFFF", "as it is"],
    ["\u007f", "U+007F", "as it is"],
    ["\ufdd0", "U+FDD0", "as it is"],
    ["\u0090", "U+0090", "as it is"],
    ["&#8;", "U+0008", "as a reference"],
    ["&#x1B;", "U+001B", "as a reference"],
  ])("is shown as 〓, and a warning names %j (%s, %s)", (written, name) => {
    const text = `${head}1\t防災${written}計画\tA\n`;
    const reading = read(text);
    expect(reading.plans[0]!.plan.priorityGoals[0]!.title).toBe("防災〓計画");
    const [message] = reading.messages.filter(({ rule }) => rule === "unprintable-character");
    expect(message).toMatchObject({ severity: "warning", span: { start: { line: 3, column: 5, offset: text.indexOf(written) } } });
    expect(message!.reason).toContain(name);
    expect(reading.plans.flatMap((plan) => findPlaceFaults(text, plan))).toEqual([]);
  });

  it("is told of each line, wherever it stands", () => {
    const { messages } = read(`${head}1\t防災\tA\n\b\n---\u001b---\n\u0001\u0001\n総合評価\n${"防災計画。\n".repeat(300)}`);
    expect(
      messages.filter(({ rule }) => rule === "unprintable-character").map(({ span, reason }) => `${span!.start.line} ${/U\+\S+/.exec(reason)![0]}`),
    ).toEqual(["4 U+0008", "5 U+001B", "6 U+0001"]);
  });

  it("is told of plan JSON, with its pointer", () => {
    const reading = read(printPlanJson(makePlan()).replace("文書の整理", "文書の\\u001b整理"));
    expect(reading.plans[0]!.plan.priorityGoals[0]!.title).toBe("文書の〓整理");
    expect(reading.messages).toMatchObject([{ rule: "unprintable-character", severity: "warning", plan: 0, pointer: "/priorityGoals/0/title" }]);
    expect(reading.messages[0]!.reason).toContain("U+001B");
  });

  it("refuses a text where it is a NUL, by its name", () => {
    expect(read(`${head}1\t防災\0\tA\n`).messages).toMatchObject([{ rule: "binary-file", severity: "error" }]);
    expect(read(`${head}1\t防災\0\tA\n`).messages[0]!.reason).toContain("U+0000");
  });
});
