import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWords } from "@/lib/comparison/word-diff";

const join = (pieces: readonly { text: string }[]) => pieces.map((piece) => piece.text).join("");
const kept = (pieces: readonly { text: string; kept: boolean }[]) => pieces.filter((piece) => piece.kept).map((piece) => piece.text);

describe("compareWords", () => {
  it("tells by words what was kept, dropped and added", () => {
    const { before, after } = compareWords(["消防団の災害対応力を強化します。"], "消防団の組織力を強化します。");
    expect(before[0]).toEqual([
      { text: "消防団の", kept: true },
      { text: "災害対応", kept: false },
      { text: "力を強化します。", kept: true },
    ]);
    expect(kept(after)).toEqual(["消防団の", "力を強化します。"]);
  });

  it("keeps words that moved", () => {
    const { before, after } = compareWords(["避難所に発電機を配備します。"], "発電機のある避難所を増やします。");
    expect(kept(before[0]!).join("")).toContain("避難所");
    expect(kept(after).join("")).toContain("発電機");
  });

  it("takes particles alone for nothing kept", () => {
    const { before, after } = compareWords(["計画を見直します。"], "備蓄を増やします。");
    expect(kept(before[0]!)).toEqual([]);
    expect(kept(after)).toEqual([]);
  });

  it("shows both of two that became one", () => {
    const { before, after } = compareWords(["消防団の充実", "避難所の充実"], "消防団と避難所の強化");
    expect(before).toHaveLength(2);
    expect(join(after.filter((piece) => piece.kept))).toContain("消防団");
    expect(join(after.filter((piece) => piece.kept))).toContain("避難所");
  });

  it("loses no character, and keeps all of a text that did not change", () => {
    const text = fc.string({ unit: fc.constantFrom("防災", "の", "計画", "を", "。", "A", " ", "消防団", "\n") });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), text, (before, after) => {
        const comparison = compareWords(before, after);
        expect(comparison.before.map(join)).toEqual(before);
        expect(join(comparison.after)).toBe(after);
      }),
    );
    expect(compareWords(["同じ文です。"], "同じ文です。")).toEqual({ before: [[{ text: "同じ文です。", kept: true }]], after: [{ text: "同じ文です。", kept: true }] });
  });
});
