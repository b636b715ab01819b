import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findStretches, makeExcerpt } from "@/lib/search/excerpt";
import { foldForSearch } from "@/lib/search/form";
import { parseSearchQuery } from "@/lib/search/query";

const excerpt = (text: string, typed: string) =>
  makeExcerpt(text, parseSearchQuery(typed).all)
    .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
    .join("");

describe("an excerpt", () => {
  it.each([
    ["a short text, whole", "指定避難所の整備", "避難所", "指定[避難所]の整備"],
    ["the original's own letters", "髙﨑市のｼﾃｨﾌﾟﾛﾓｰｼｮﾝ", "高崎 シティ", "[髙﨑]市の[ｼﾃｨ]ﾌﾟﾛﾓｰｼｮﾝ"],
    ["a selector with its letter", "葛\u{e0100}城市", "葛城", "[葛\u{e0100}城]市"],
    ["a word over a line's end", "消防\n　団員", "消防団", "[消防\n　団]員"],
    ["every place", "水道と下水道", "水", "[水]道と下[水]道"],
    ["overlapping words as one", "防災訓練", "防災訓 訓練", "[防災訓練]"],
    ["a squared word whole", "面積は10㎡です", "m", "面積は10[㎡]です"],
    ["a word written another way, whole", "取り組みと取組", "取組", "[取り組み]と[取組]"],
    ["a number written another way", "1,000件と1000人", "1000", "[1,000]件と[1000]人"],
    ["a radical for its ideograph", "⻑寿と⺠間", "長寿 民間", "[⻑寿]と[⺠間]"],
    ["nothing where nothing is found", "防災", "水", ""],
  ])("shows %s", (_, text, typed, expected) => expect(excerpt(text, typed)).toBe(expected));

  it("leaves out what is far away", () => {
    const far = "あ".repeat(200);
    const near = "あ".repeat(60);
    expect(excerpt(`${near}防災${near}`, "防災")).toBe(`${near}[防災]${near}`);
    expect(excerpt(`${far}防災${far}訓練${far}`, "防災 訓練")).toBe(`…${"あ".repeat(24)}[防災]${"あ".repeat(56)}…${"あ".repeat(24)}[訓練]${"あ".repeat(56)}…`);
    expect(excerpt(`${far}${far}防災`, "防災")).toBe(`…${"あ".repeat(24)}[防災]`);
  });

  it("is of bounded length, however often a word stands", () => {
    expect(excerpt("水".repeat(5000), "水").length).toBeLessThan(700);
    expect(excerpt(`水${"あ".repeat(100)}`.repeat(50), "水").length).toBeLessThan(400);
  });

  it("marks what has the word's form, and shows nothing but the text", () => {
    const text = fc
      .array(fc.constantFrom(..."防災水髙高﨑ガｶﾞか゛ 　\n。aＡé㎡①", "葛\u{e0100}", "🏯", "\ud800", "防災計画".repeat(20)), { maxLength: 40 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.constantFrom("防災", "水", "高", "が", "a", "m2", "葛", "🏯", "1", "災 水", '"防 災"'), (whole, typed) => {
        const terms = parseSearchQuery(typed).all;
        for (const { start, end } of findStretches(whole, terms)) {
          const form = foldForSearch(whole.slice(start, end));
          expect(
            terms.some((term) => form.includes(term.form)),
            JSON.stringify(form),
          ).toBe(true);
        }
        const parts = makeExcerpt(whole, terms);
        expect(parts.some(({ marked }) => marked)).toBe(terms.some(({ form }) => foldForSearch(whole).includes(form)));
        let from = 0;
        for (const part of parts) {
          if (!part.marked && part.text === "…") continue;
          from = whole.indexOf(part.text, from);
          expect(from).toBeGreaterThanOrEqual(0);
          from += part.text.length;
        }
      }),
      { numRuns: 1500 },
    );
  });
});
