import { describe, expect, it } from "vitest";
import { LIGHT } from "@/lib/charts/palette";
import { printPlainPicture } from "@/lib/files/plain-picture";

const print = (content: string) => printPlainPicture(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`, "light");
const hatch = (line: string) => `<defs><pattern id="h" width="5"><line class="${line}" y2="5"/></pattern></defs>`;

/** Areas of the closed polygons of a path, in square pixels. */
function measureAreas(svg: string): number[] {
  const [, d] = /<path d="([^"]*)"/.exec(svg)!;
  return d!
    .split("Z")
    .filter(Boolean)
    .map((part) => {
      const points = part
        .slice(1)
        .split("L")
        .map((point) => point.split(",").map(Number));
      return Math.abs(points.reduce((sum, [x, y], at) => sum + x! * points[(at + 1) % points.length]![1]! - points[(at + 1) % points.length]![0]! * y!, 0)) / 2;
    });
}

describe("printPlainPicture", () => {
  it("writes what rules set, a class's over a tag's and a later one's over both", () => {
    expect(print('<text class="soft">一</text>')).toContain(`<text class="soft" fill="${LIGHT["ink-soft"]}">一</text>`);
    expect(print('<g class="mark mark-a"><text>A</text></g>')).toContain(`<text fill="${LIGHT["rating-ink"]}" font-weight="700">A</text>`);
    expect(printPlainPicture('<svg><rect class="paper"/></svg>', "dark")).toBe('<svg><rect class="paper" fill="#14161a"/></svg>');
  });

  it("lays a halo beneath its text, unread, and takes it from the text", () => {
    expect(print('<text class="ribbon-title" x="1" y="2">題</text>').replace(/<\/?svg[^>]*>/g, "")).toBe(
      `<text class="ribbon-title" x="1" y="2" fill="none" aria-hidden="true" stroke="#ffffff" stroke-width="3" stroke-linejoin="round">題</text><text class="ribbon-title" x="1" y="2" fill="${LIGHT.ink}">題</text>`,
    );
  });

  it("cuts the stripes of a hatched box to its edge, and leaves no pattern", () => {
    const svg = print(`${hatch("mark-stripe")}<rect class="mark-stripes" x="10" y="20" width="40" height="30" fill="url(#h)"/>`);
    expect(svg).not.toMatch(/pattern|defs|url|<rect/);
    expect(svg).toContain(`fill="${LIGHT.rule}"`);
    // 1.5 of each 5 pixels across are seen.
    expect(measureAreas(svg).reduce((sum, area) => sum + area)).toBeGreaterThan(40 * 30 * 0.28);
    expect(measureAreas(svg).reduce((sum, area) => sum + area)).toBeLessThan(40 * 30 * 0.32);
    for (const [, x, y] of svg.matchAll(/[ML]([\d.]+),([\d.]+)/g)) expect(Number(x) >= 10 && Number(x) <= 50 && Number(y) >= 20 && Number(y) <= 50).toBe(true);
  });

  it("dims the stripes of what is dimmed, and no letters", () => {
    const svg = print(`${hatch("bar-hatch")}<g class="lineage dim"><rect class="bar-ended" width="20" height="20" fill="url(#h)"/><text>一</text></g>`);
    const [opacity] = /opacity="[^"]*"/.exec(svg)!;
    expect(svg.split(opacity)).toHaveLength(3);
    expect(svg).toContain(`<text fill="${LIGHT["fate-off"]}">一</text>`);
  });

  it("keeps stripes within round corners", () => {
    const svg = print(`${hatch("mark-stripe")}<rect width="20" height="20" rx="10" fill="url(#h)"/>`);
    for (const [, x, y] of svg.matchAll(/[ML]([\d.]+),([\d.]+)/g)) expect(Math.hypot(Number(x) - 10, Number(y) - 10)).toBeLessThan(10.01);
  });

  it("hatches each polygon of a band beneath its edge", () => {
    const svg = print(
      `${hatch("change-hatch")}<g class="change-down"><path class="change-band" d="M0,0L30,10L30,20L0,10ZM50,0L80,0L80,10L50,10Z" fill="url(#h)"/></g>`,
    );
    expect(svg).toMatch(
      /<path d="[^"]*" fill="#a8112f"\/><path class="change-band" d="M0,0[^"]*" fill="none" stroke-width="1" stroke="#a8112f" stroke-linejoin="round"\/>/,
    );
    expect(measureAreas(svg).reduce((sum, area) => sum + area)).toBeGreaterThan(600 * 0.2);
    expect(() => print(`${hatch("change-hatch")}<path d="M0,0C1,1,2,2,3,3Z" fill="url(#h)"/>`)).toThrow('cannot hatch the path "M0,0C1,1,2,2,3,3Z"');
    expect(() => print(`${hatch("change-hatch")}<circle r="4" fill="url(#h)"/>`)).toThrow("cannot hatch the circle");
  });

  it("leaves out what nothing is seen of", () => {
    expect(print('<rect class="ribbon-area"/><path class="change-area" d="M0,0L1,1"/><g class="mark mark-none"><text x="1"></text></g><text> </text>')).toMatch(
      /<svg[^>]*><g class="mark mark-none"\/><text[^>]*> <\/text><\/svg>/,
    );
  });
});
