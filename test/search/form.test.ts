import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldForSearch, makeSearchForm } from "@/lib/search/form";
import { VARIANT_KANJI } from "@/lib/search/variants";
import { runs } from "../whole";

/** Pieces that strain the form: kana of all kinds, variants, selectors, marks, lone surrogates, blanks. */
const piece = fc.constantFrom(
  ..."あアｱがガｶﾞｶ゛゙゚ヶケーｰ〜～－-–髙高﨑崎邉辺葛󠄀葛辻󠄁ée\u0301ＡａÅ㍿①10²℃ﬁß İΣς\u200b\u200d\u3000 \n\t\"＂“”'’\\%_AND🏯👩‍👩‍👧\ud800\udfff\ufffd\0",
  "防災",
  "避難所",
  "e\u0301",
  "か\u309a",
  "葛\u{e0100}城",
  "🇯🇵",
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

describe("the form that search compares", () => {
  it.each([
    ["width", "ＡＢＣ１２３", "abc123"],
    ["half-width kana with marks", "ﾎﾞﾗﾝﾃｨｱ", "ボランティア"],
    ["katakana and hiragana", "ごみステーション", "ゴミすてーしょん"],
    ["marks apart", "か\u3099き", "がき"],
    ["variant kanji", "髙﨑", "高崎"],
    ["variants of names", "渡邊・渡邉・齋藤・齊藤・濵田・𠮷野", "渡辺・渡辺・斎藤・斎藤・浜田・吉野"],
    ["compatibility ideographs", "神\u{fa19}", "神神"],
    ["variation selectors", "葛\u{e0100}城\u{fe00}", "葛城"],
    ["place names", "霞ヶ関", "霞ケ関"],
    ["accents", "Café", "cafe"],
    ["dashes", "Ａ－１–２", "a-1-2"],
    ["blanks beside Japanese", "令和 ７ 年度\nの　防災", "令和7年度の防災"],
    ["blanks between others", "ICT  \n skills", "ict skills"],
    ["squared words", "㍿㎡", "株式会社m2"],
    ["invisible characters", "防\u200b災\u00ad計\ufeff画\0", "防災計画"],
  ])("folds %s", (_, one, other) => {
    expect(foldForSearch(one)).toBe(foldForSearch(other));
    expect(foldForSearch(one)).not.toBe("");
  });

  it("keeps apart what is different", () => {
    const different = ["は", "ば", "ぱ", "つ", "高", "崎", "一", "1", "10", "-", "ー", "%", "_", "1 1", "11", "士", "土"];
    expect(new Set(different.map(foldForSearch)).size).toBe(different.length);
  });

  it("says of each unit where it comes from, in order, for any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { form, starts, ends } = makeSearchForm(text);
        expect(foldForSearch(text)).toBe(form);
        expect([starts.length, ends.length]).toEqual([form.length, form.length]);
        expect(form).not.toMatch(/\p{Cs}|\p{Cc}|^ | $| {2}|\u3000/u);
        for (let unit = 0; unit < form.length; unit += 1) {
          expect(starts[unit]! < ends[unit]! && ends[unit]! <= text.length).toBe(true);
          expect(starts[unit]).toBeGreaterThanOrEqual(unit === 0 ? 0 : starts[unit - 1]!);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it("is the same when made of itself", () => {
    fc.assert(
      fc.property(anyText, (text) => void expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text))),
      { numRuns: runs(2000) },
    );
  });
});

describe("the table of variants", () => {
  it("leads each variant to a character that is no variant itself", () => {
    for (const [variant, usual] of VARIANT_KANJI) {
      expect(VARIANT_KANJI.has(usual), `${variant} → ${usual}`).toBe(false);
      expect([...variant, ...usual].map((character) => /\p{Script=Han}/u.test(character))).toEqual([true, true]);
      expect(variant.normalize("NFKC"), "NFKC does it already").toBe(variant);
    }
    expect(VARIANT_KANJI.size).toBeGreaterThan(300);
  });
});
