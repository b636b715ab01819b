import fc from "fast-check";
import { expect, it } from "vitest";
import { soundFileName } from "@/lib/domain/file-name";

it("keeps what a file system can hold, whole letters alone, of a text in letters of one byte three times as many", () => {
  expect(soundFileName('a/b: "c"\n達成度')).toBe("a_b_c_達成度");
  expect([soundFileName("あ".repeat(100)).length, soundFileName("a".repeat(300)).length]).toEqual([70, 210]);
  expect(soundFileName("👨‍👩‍👧", 10)).toBe("");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const name = soundFileName(text);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210);
      expect(name).not.toMatch(/[<>:"/\\|?*\s]/);
    }),
  );
});

it("tells English charts of different departments, areas and ratings apart", () => {
  const title = "Achievement ratings of priority goals by department and year (count): ";
  expect(soundFileName(`${title}福祉部`)).not.toBe(soundFileName(`${title}財務部`));
});
