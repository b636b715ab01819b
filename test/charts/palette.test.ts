import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { DARK, LIGHT } from "@/lib/charts/palette";

/** Colours of the site, first for light, then for dark, with those of the Digital Agency that they name. */
function readTokens(): [Record<string, string>, Record<string, string>] {
  const agency = readFileSync(createRequire(import.meta.url).resolve("@digital-go-jp/tailwind-theme-plugin/v4"), "utf8");
  const named = Object.fromEntries([...agency.matchAll(/(--color-[\w-]+):\s*(#\w+);/g)].map(([, name, value]) => [name, value!]));
  const resolve = (value: string) => named[/^var\((.*)\)$/.exec(value)?.[1] ?? ""] ?? value;
  const [light, dark]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const [, name, one, other] of readFileSync("app/globals.css", "utf8").matchAll(/--color-([\w-]+): light-dark\((.*), (.*)\);/g)) {
    [light[name!], dark[name!]] = [resolve(one!), resolve(other!)];
  }
  return [light, dark];
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
    for (const [palette, tokens] of [
      [LIGHT, light],
      [DARK, dark],
    ] as const) {
      for (const [name, value] of Object.entries(palette)) expect(tokens[name], name).toBe(value);
    }
  });

  it.each([
    ["light", LIGHT],
    ["dark", DARK],
  ] as const)("has text contrast of 4.5 and marks of 3 in %s", (_name, palette) => {
    expect(contrast(palette.ink, palette.paper)).toBeGreaterThan(4.5);
    expect(contrast(palette["ink-soft"], palette.paper)).toBeGreaterThan(4.5);
    expect(contrast(palette.link, palette.paper)).toBeGreaterThan(4.5);
    for (const tone of ["a", "b", "c", "d"] as const) {
      expect(contrast(palette["rating-ink"], palette[`rating-${tone}`]), tone).toBeGreaterThan(4.5);
      expect(contrast(palette.paper, palette[`rating-${tone}`]), tone).toBeGreaterThan(3);
    }
  });
});
