import { describe, expect, it } from "vitest";
import { replaceMissing } from "@/lib/files/missing-letters";

const FONT = new Set([..."一二三が①葛> 1\u309a&;abcdefghijklmnopqrstuvwxyz"].map((character) => character.codePointAt(0)!));
const replace = (text: string) => replaceMissing(`<text a="👍">${text}</text>`, FONT).replace(/^<text a="👍">(.*)<\/text>$/s, "$1");

describe("replaceMissing", () => {
  it("puts one 〓 for each letter that the font cannot draw whole", () => {
    expect(replace("一👍二👨‍👩‍👧三🇯🇵👍🏽1️⃣")).toBe("一〓二〓三〓〓〓");
    expect(replace("नमस्ते")).toMatch(/^〓+$/);
  });

  it("leaves what it can, with what is not seen of it", () => {
    for (const text of ["一二三", "か\u3099", "①\ufe0f", "葛\u{e0100}", "一\u200b\u200d"]) expect(replace(text)).toBe(text);
  });

  it("makes blanks that it does not know plain ones", () => {
    expect(replace("一\u2028二\t三")).toBe("一 二 三");
  });

  it("breaks neither tags nor references, whatever follows them", () => {
    expect(replace("\u20e3一&amp;\u20e3&lt;👍<tspan>\ufe0f\u20e3二</tspan>👍")).toBe("〓一&amp;〓&lt;〓<tspan>〓二</tspan>〓");
  });
});
