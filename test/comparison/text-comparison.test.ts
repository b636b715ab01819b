import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSharedRuns } from "@/lib/comparison/shared-run";
import { compareTexts, type Piece } from "@/lib/comparison/text-comparison";
import { splitWords } from "@/lib/comparison/word";
import { makeWrittenForm } from "@/lib/domain/written-form";

const join = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join("");
const kept = (pieces: readonly Piece[]) => pieces.filter((piece) => piece.kept).map((piece) => piece.text);
/** Texts of words and ways of writing that plans have. */
const WORDS = [
  "防災",
  "の",
  "計画",
  "を",
  "。",
  "A",
  " ",
  "消防団",
  "\n",
  "ボランティア",
  "取り組み",
  "1,000",
  "㌔",
  "ｶﾞ",
  "⺠",
  "市",
  "、",
  "強化します",
  "（案）",
];
const text = fc.string({ unit: fc.constantFrom(...WORDS), maxLength: 30 });

describe("compareTexts", () => {
  it("tells by words what was kept, dropped and added where half is kept", () => {
    const { before, after, revised } = compareTexts(["消防団の災害対応力を強化します。"], ["消防団の組織力を強化します。"]);
    expect(revised).toBe(true);
    expect(before[0]).toEqual([
      { text: "消防団の", kept: true },
      { text: "災害対応", kept: false },
      { text: "力を強化します。", kept: true },
    ]);
    expect(kept(after[0]!)).toEqual(["消防団の", "力を強化します。"]);
  });

  it("finds phrases, wherever they stand and each time, where less is kept", () => {
    const { before, after, revised } = compareTexts(
      ["避難所に発電機を配備し、避難所を増やします。"],
      ["発電機は、停電のときも開設する避難所へ順に運ぶこととし、手順を訓練で確かめます。"],
    );
    expect(revised).toBe(false);
    expect(kept(before[0]!)).toEqual(["避難所", "発電機", "避難所"]);
    expect(kept(after[0]!)).toEqual(["発電機", "避難所"]);
  });

  it("takes particles alone for nothing kept", () => {
    const { before, after, share } = compareTexts(["計画を見直します。"], ["備蓄を増やします。"]);
    expect([share, kept(before[0]!), kept(after[0]!)]).toEqual([0, [], []]);
  });

  it("shows all of those that became one, or came of one", () => {
    const merged = compareTexts(["消防団の充実", "避難所の充実"], ["消防団と避難所の強化"]);
    expect(kept(merged.after[0]!).join()).toMatch(/消防団.*避難所/);
    const split = compareTexts(["消防団と避難所の強化"], ["消防団の充実", "避難所の充実"]);
    expect(split.after.map((pieces) => kept(pieces).join())).toEqual(merged.before.map((pieces) => kept(pieces).join()));
    // Three that became one word for word are all kept.
    expect(compareTexts(["見守りを進めます。", "見守りを進めます。"], ["見守りを進めます。"]).share).toBe(1);
  });

  it.each([
    ["令和７年度に１，０００人", "令和7年度に1000人"],
    ["取り組みの打ち合わせを引き続き行う", "取組の打合せを引続き行う"],
    ["ﾎﾞﾗﾝﾃｨｱの受け入れ（案）", "ボランティアの受入れ(案)"],
    ["市⺠の⽣活を⻑く守る", "市民の生活を長く守る"],
    ["公民　連携，推進", "公民連携、推進"],
    ["ごみの減量", "ゴミの減量"],
    ["10㌔の道〜海", "10キロの道～海"],
  ])("takes ways of writing for no change: %s = %s", (one, other) => {
    const { before, after, share } = compareTexts([one], [other]);
    expect([share, before, after]).toEqual([1, [[{ text: one, kept: true }]], [[{ text: other, kept: true }]]]);
  });

  it("keeps figures that differ apart", () => {
    expect(compareTexts(["利用者を1,000人にします。"], ["利用者を10,000人にします。"]).before[0]!.filter((piece) => !piece.kept)).toEqual([
      { text: "1,000", kept: false },
    ]);
  });

  it("loses no character; its share is from 0 to 1, and 1 for what is the same", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), fc.array(text, { minLength: 1, maxLength: 3 }), (before, after) => {
        const comparison = compareTexts(before, after);
        expect([comparison.before.map(join), comparison.after.map(join)]).toEqual([before, after]);
        expect(comparison.share).toBeGreaterThanOrEqual(0);
        expect(comparison.share).toBeLessThanOrEqual(1);
        expect(compareTexts(before, before).share).toBe(1);
      }),
    );
  });

  it("is the same from either side, and marks of one text what it marks of the other", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const comparison = compareTexts([before], [after]);
        const back = compareTexts([after], [before]);
        expect([back.share, back.before, back.after]).toEqual([comparison.share, comparison.after, comparison.before]);
        const marked = (pieces: readonly Piece[]) => [
          ...new Set(
            pieces.filter((piece) => piece.kept && makeWrittenForm(piece.text).form !== "").flatMap((piece) => splitWords(piece.text).map(({ key }) => key)),
          ),
        ];
        if (!comparison.revised) expect(new Set(marked(comparison.before[0]!).join(""))).toEqual(new Set(marked(comparison.after[0]!).join("")));
      }),
    );
  });
});

describe("findSharedRuns", () => {
  it("takes no word twice, and the same words of both", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [older, newer] = [splitWords(before), splitWords(after)];
        const runs = findSharedRuns(older, newer);
        const taken = (from: "before" | "after") => runs.flatMap((run) => Array.from({ length: run.length }, (_, index) => run[from] + index));
        for (const from of ["before", "after"] as const) expect(new Set(taken(from)).size).toBe(taken(from).length);
        expect(taken("before").map((index) => older[index]!.key)).toEqual(taken("after").map((index) => newer[index]!.key));
      }),
    );
  });
});

describe("makeWrittenForm", () => {
  it("knows where each unit comes from", () => {
    fc.assert(
      fc.property(text, (original) => {
        const { form, starts, ends } = makeWrittenForm(original);
        expect([starts.length, ends.length]).toEqual([form.length, form.length]);
        starts.forEach((start, index) => {
          expect(start).toBeLessThan(ends[index]!);
          expect(start).toBeGreaterThanOrEqual(index === 0 ? 0 : starts[index - 1]!);
        });
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(original.length);
      }),
    );
  });
});
