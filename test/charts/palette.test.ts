import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DARK, LIGHT } from "@/lib/charts/palette";

/** Custom properties of the site's `:root`, first as light has them, then as dark changes them. */
function readTokens(): [Record<string, string>, Record<string, string>] {
  const [light, dark]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const file of ["app/globals.css", "app/ribbon.css"]) {
    const blocks = [...readFileSync(file, "utf8").matchAll(/(@media \(prefers-color-scheme: dark\) \{\s*)?:root \{([^}]*)\}/g)].slice(0, 2);
    for (const [, media, body] of blocks) {
      for (const [, name, value] of body!.matchAll(/--([\w-]+):\s*([^;]+);/g)) (media ? dark : light)[name!] = value!;
    }
  }
  return [light, { ...light, ...dark }];
}

/** Contrast of two colours by WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, bl] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * bl!;
  };
  const [one, other] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (one! + 0.05) / (other! + 0.05);
}

describe("the palette of quoted charts", () => {
  it("is the site's own", () => {
    const [light, dark] = readTokens();
    for (const [palette, tokens] of [[LIGHT, light], [DARK, dark]] as const) {
      for (const [name, value] of Object.entries(palette)) expect(tokens[name], name).toBe(value);
    }
  });

  it.each([["light", LIGHT], ["dark", DARK]] as const)("has text contrast of 4.5 and marks of 3 in %s", (_name, palette) => {
    expect(contrast(palette.ink, palette.paper)).toBeGreaterThan(4.5);
    expect(contrast(palette["ink-soft"], palette.paper)).toBeGreaterThan(4.5);
    expect(contrast(palette.link, palette.paper)).toBeGreaterThan(4.5);
    for (const tone of ["a", "b", "c", "d"] as const) {
      expect(contrast(palette["rating-ink"], palette[`rating-${tone}`]), tone).toBeGreaterThan(4.5);
      expect(contrast(palette.paper, palette[`rating-${tone}`]), tone).toBeGreaterThan(3);
    }
  });
});
