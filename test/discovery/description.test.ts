import fc from "fast-check";
import { expect, it } from "vitest";
import { fitDescription } from "@/lib/discovery/description";

const text = fc.string({ unit: fc.constantFrom("あ", "い", "。", "、", "\n", "𠮷", " "), maxLength: 400 });

it("a description is whole sentences, 120 characters at most, on one line", () => {
  fc.assert(
    fc.property(text, (given) => {
      const fitted = fitDescription(given);
      expect(Array.from(fitted).length).toBeLessThanOrEqual(120);
      expect(fitted).not.toMatch(/\n/);
      const plain = given.replace(/\s+/g, " ").trim();
      expect(plain.startsWith(fitted.replace(/…$/, ""))).toBe(true);
      if (plain.length > 0 && fitted !== plain) expect(fitted).toMatch(/[。…]$/);
    }),
  );
});

it("a first sentence that is too long is cut", () => {
  expect(fitDescription(`${"あ".repeat(200)}。い。`)).toBe(`${"あ".repeat(119)}…`);
  expect(fitDescription(`短い文です。${"あ".repeat(200)}。`)).toBe("短い文です。");
});
