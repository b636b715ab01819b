import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, joinLines } from "@/lib/domain/cut-text";

describe("cutText", () => {
  it.each([
    ["防災対策", 4, "防災対策"],
    ["防災対策の充実", 4, "防災対策…"],
    ["𠮷野家𠮷", 3, "𠮷野家…"],
    ["", 0, ""],
    ["防災", Infinity, "防災"],
  ])("%s at %s: %s", (text, most, wanted) => {
    expect(cutText(text, most)).toBe(wanted);
  });

  it("never breaks a character, and leaves what fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (text, most) => {
        const cut = cutText(text, most);
        const characters = Array.from(text);
        expect(cut).toBe(characters.length <= most ? text : `${characters.slice(0, most).join("")}…`);
      }),
    );
  });

  it("joins lines", () => {
    expect(joinLines(" 一つ\n\n 二つ　三つ ")).toBe("一つ 二つ 三つ");
  });
});
