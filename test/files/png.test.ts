import { describe, expect, it } from "vitest";
import { drawPng } from "@/lib/files/png";
import { RequestError } from "@/lib/request-error";

const draw = (text: string, scale = 1) =>
  drawPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#fff"/><text x="4" y="30" font-size="28" font-family="'Noto Sans JP'">${text}</text></svg>`,
    { width: 40, height: 40, scale },
  );
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
