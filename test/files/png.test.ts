import { describe, expect, it } from "vitest";
import { drawPng } from "@/lib/files/png";
import { RequestError } from "@/lib/request-error";
import { readPixels } from "../pictures/pixels";

const draw = (text: string, scale = 1, width = 40) =>
  drawPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="40"><rect width="${width}" height="40" fill="#fff"/><text x="4" y="30" font-size="28" font-family="'Noto Sans JP'">${text}</text></svg>`,
    { width, height: 40, scale },
  );

/** The columns of a drawn text, each with its pixels' darkness as one text. */
async function readColumns(text: string): Promise<string[]> {
  const { width, height, rgb } = readPixels(await draw(text, 1, 120));
  return Array.from({ length: width }, (_, x) => Array.from({ length: height }, (_, y) => rgb[(y * width + x) * 3]).join());
}

/** One letter each: emoji of one and of several characters, flags, skin tones, keycaps, selectors, scripts of other countries, gaiji. */
const LETTERS = "👍 👨‍👩‍👧 🇯🇵 👍🏽 1️⃣ ☀️ ☀︎ ❤️ ©️ ①️ 葛󠄀 𠮷 か゚ が é नि ก็ 한 ع 𝟏 \ue000 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🫱🏽‍🫲🏿".split(" ");
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

describe("drawPng", () => {
  it("draws real glyphs: none is empty or the box of a missing one", async () => {
    const [missing, empty] = [await draw("\u{10fffd}"), await draw(" ")];
    expect(same(missing, empty)).toBe(false);
    for (const character of "歩柏原市重点目標達成度概一部未実施評価掲載行財政運営防災総務髙﨑ぁヴーｱ①㈱〜A0%") {
      const drawn = await draw(character);
      expect(same(drawn, missing), character).toBe(false);
      expect(same(drawn, empty), character).toBe(false);
    }
  });

  it.each(LETTERS)("draws nothing of %s over the next letter", async (letter) => {
    const [none, alone, both] = await Promise.all(["", letter, `${letter}後`].map(readColumns));
    const end = alone!.findLastIndex((column, x) => column !== none![x]);
    const next = both!.findIndex((column, x) => column !== alone![x]);
    expect(end).toBeGreaterThan(4);
    expect(next).toBeGreaterThan(end);
  });

  it("has `scale` image pixels to each of the drawing's", async () => {
    for (const scale of [1, 2, 3]) {
      const header = Buffer.from(await draw("歩", scale));
      expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([40 * scale, 40 * scale]);
    }
  });

  it("refuses what would be too large, and tells too many at once to come again", async () => {
    await expect(drawPng("<svg/>", { width: 1600, height: 20000, scale: 3 })).rejects.toThrow(RequestError);
    const results = await Promise.allSettled(Array.from({ length: 60 }, () => draw("歩")));
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason as RequestError] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map((error) => error.code))).toEqual(new Set(["too_busy"]));
    expect(results.filter((result) => result.status === "fulfilled").length).toBeGreaterThan(20);
  });
});
