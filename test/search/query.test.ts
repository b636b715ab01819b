import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listSpellings } from "@/lib/domain/spelling";
import { foldForSearch, holdsAsIs } from "@/lib/search/form";
import { makeMatchExpression } from "@/lib/search/match-expression";
import { findsInTexts, isEmptyQuery, parseSearchQuery } from "@/lib/search/query";
import { findTermTokens, listTokens } from "@/lib/search/token";
import { runs } from "../whole";
import { matchesQuery } from "./matches-query";

const formsOf = (typed: string) => {
  const { all, none } = parseSearchQuery(typed);
  return [...all.map(({ form }) => form), ...none.map(({ form }) => `-${form}`)];
};

describe("what a reader types", () => {
  it.each<[string, string, string[]]>([
    ["nothing", "", []],
    ["a blank", "　", []],
    ["a word", "防災", ["防災"]],
    ["several words", "防災　訓練 避難所", ["防災", "訓練", "避難所"]],
    ["the same word twice", "防災 防災", ["防災"]],
    ["a phrase", '"ICT skills" 市', ["ict skills", "市"]],
    ["full-width quotes", "＂A B＂ “C D” 〝E F〟", ["a b", "c d", "e f"]],
    ["an open quote", '水 "A B', ["水", "a b"]],
    ["a quote alone", '"', []],
    ["an empty phrase", '"" “”', []],
    ["a quote within a word", '防災"A B"計画', ["防災", "a b", "計画"]],
    ["an excluded word", "防災 -訓練", ["防災", "-訓練"]],
    ["full-width minus signs", "防災 －訓練 ー水道 −道路", ["防災", "-訓練", "-水道", "-道路"]],
    ["an excluded phrase", '-"A B"', ["-a b"]],
    ["a minus alone", "-", ["-"]],
    ["a minus within a word", "A-B", ["a-b"]],
    ["words of SQL and FTS5", "AND OR NOT NEAR(", ["and", "or", "not", "near("]],
    ["signs of LIKE and GLOB", "% _ * ? [", ["%", "_", "*", "?", "["]],
    ["a selector alone", "\u{e0100} \ufe00", []],
    ["a selector in a word", "葛\u{e0100}城", ["葛城"]],
    ["one word in two ways", "取組 取り組み ー取組", ["取組", "-取組"]],
    ["one number in two ways", "1,000 1000 2025", ["1,000", "2025"]],
    ["a lone surrogate", "\ud800防", ["\ufffd防"]],
  ])("%s", (_, typed, expected) => expect(formsOf(typed)).toEqual(expected));

  it("is bounded", () => {
    expect(formsOf(Array.from({ length: 60 }, (_, index) => `語${index}`).join(" "))).toHaveLength(16);
  });

  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(fc.constantFrom('"', "“", "-", "ー", " ", "　", "\ud83c", "\udfff", "防", "災", "\u{e0100}", "\0", "A", "(", "%", "'", "^", ":"), {
        maxLength: 40,
      })
      .map((parts) => parts.join("")),
  );

  it("never fails, whatever it is", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseSearchQuery(text);
        const { expression } = makeMatchExpression(query);
        expect(expression.replace(/"[^"]*"/g, "").replace(/ (AND|OR|NOT) |[()]/g, "")).toBe("");
        for (const { form } of [...query.all, ...query.none]) expect(form.trim()).toBe(form);
        expect(isEmptyQuery(query)).toBe(formsOf(text).length === 0);
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe("texts as they were written", () => {
  const text = fc
    .array(fc.constantFrom(..."防災カか゛ｶﾞ髙高aAé１1 　\n。", "取り組み", "取組", "1,000", "1000", "\u3099", "\u{e0100}", "\u0301", "🏯", "\ud83c", "\ufe00"), {
      maxLength: 12,
    })
    .map((parts) => parts.join(""));

  it("are found just as their forms are", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), text, (texts, typed) => {
        const query = parseSearchQuery(typed);
        expect(findsInTexts(query, texts)).toBe(matchesQuery(query, texts.map(foldForSearch)));
      }),
      { numRuns: runs(5000) },
    );
  });

  it("are found without folding them where they hold the word as typed", () => {
    expect([holdsAsIs("避難所", "難"), holdsAsIs("か\u3099か", "か"), holdsAsIs("か\u3099", "か"), holdsAsIs("髙", "高")]).toEqual([true, true, false, false]);
  });
});

describe("tokens", () => {
  const text = fc
    .array(fc.constantFrom(..."防災計画避難所水の、。・ A1-\"'\\％％\u309a🏯𠮷", "取り組み", "取組", "1,000", "1000"), { maxLength: 25 })
    .map((parts) => parts.join(""));

  it("of a term stand in every text that holds it, and prove it where they are said to", () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.integer({ min: 1, max: 6 }), (one, other, at, length) => {
        const form = foldForSearch(one);
        const from = form.length === 0 ? 0 : at % form.length;
        const part = foldForSearch(form.slice(from, from + length));
        fc.pre(part !== "");
        const term = { form: part, spellings: listSpellings(part), typed: "" };
        const ways = findTermTokens(term);
        expect(Math.min(...ways.map(({ tokens }) => tokens.length))).toBeGreaterThan(0);
        for (const forms of [[form], [foldForSearch(other), form], [foldForSearch(other)]]) {
          const indexed = listTokens(forms);
          const found = ways.filter(({ tokens }) => tokens.every((token) => indexed.has(token)));
          const holds = matchesQuery({ all: [term], none: [] }, forms);
          if (holds) expect(found.length).toBeGreaterThan(0);
          if (found.some(({ exact }) => exact)) expect(holds).toBe(true);
        }
      }),
      { numRuns: runs(3000) },
    );
  });
});
