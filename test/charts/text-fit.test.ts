import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitFontSize, measureText, wrapText } from "@/lib/charts/text-fit";

it("makes a text of several letters as small as its room asks", () => {
  expect([fitFontSize("◎", 12, 13), fitFontSize("B+", 23, 13), fitFontSize("①ⅰ", 12, 13)]).toEqual([13, 13, 6]);
});

describe("wrapText", () => {
  it("breaks between phrases", () => {
    expect(wrapText("みんなでつくる暮らし続けられるまち", 12)).toEqual(["みんなでつくる暮らし", "続けられるまち"]);
  });

  it("begins no line with a colon", () => {
    expect(wrapText("点線です。出典：柏原市", 7)).toEqual(["点線です。", "出典：柏原市"]);
  });

  it("parts neither a number from what it counts, nor an era or a goal from its number, nor an opening bracket from what it holds", () => {
    const text = "続く重点目標の動き（令和3年度から令和7年度へ）。重点目標4の取組12件";
    for (let width = 8; width <= 36; width += 1)
      for (const line of wrapText(text, width)) expect(line, `${width}`).not.toMatch(/[（\d]$|(?:令和|重点目標|取組)$|^(?:年度|件|[\d）])/);
    expect(wrapText("C 5、D 未達成", 5)).toEqual(["C 5、D", "未達成"]);
    expect(wrapText("目標 4 防災", 4)).toEqual(["目標 4", "防災"]);
    for (let width = 8; width <= 30; width += 1) {
      for (const line of wrapText("Source: self-evaluation of 柏原市. Rated C, 4; “防災”. C Partly achieved 1. D 未達成 2、職員確認0件", width)) {
        expect(line, `${width}`).not.toMatch(/^[-:;,.”]|^(?:1\.|2、|0件)|[-“]$/);
      }
    }
  });

  it("keeps former names of a department together", () => {
    expect(wrapText("政策推進部（旧：市長公室）", 12)).toEqual(["政策推進部", "（旧：市長公室）"]);
    expect(wrapText("政策推進部（旧：市長公室）", 13)).toEqual(["政策推進部（旧：市長公室）"]);
  });

  it("keeps a letter of several characters together, as wide as any", () => {
    expect(wrapText("👨‍👩‍👧👍🏽🇯🇵葛󠄀か゚", 2)).toEqual(["👨‍👩‍👧👍🏽", "🇯🇵葛󠄀", "か゚"]);
    expect(measureText("1️⃣A")).toBe(1.58);
  });

  it("loses no character and keeps to the width", () => {
    const text = fc.string({ unit: fc.constantFrom("防", "災", "・", "。", "A", "シティ", "プロモーション", "」") });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (whole, width) => {
        const lines = wrapText(whole, width);
        expect(lines.join("")).toBe(whole);
        for (const line of lines) expect(measureText(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
