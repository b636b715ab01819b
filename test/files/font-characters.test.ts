import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCharacters } from "@/lib/files/font-characters";

const readFont = (name: string) => readFileSync(`node_modules/@expo-google-fonts/noto-sans-jp/${name}.ttf`);
const has = (characters: ReadonlySet<number>, text: string) => [...text].filter((character) => characters.has(character.codePointAt(0)!)).join("");

describe("readCharacters", () => {
  it("lists what the font of images draws, in either weight", () => {
    const [regular, bold] = ["400Regular/NotoSansJP_400Regular", "700Bold/NotoSansJP_700Bold"].map((name) => readCharacters(readFont(name)));
    expect(has(regular!, "歩柏原髙﨑𠮷①㈱〓👍한ก")).toBe("歩柏原髙﨑𠮷①㈱〓");
    expect(regular!.size).toBeGreaterThan(15_000);
    expect([...bold!]).toEqual([...regular!]);
  });

  it("says what a font lacks", () => {
    expect(() => readCharacters(new Uint8Array(12))).toThrow("the font has no table cmap");
  });
});
