import { expect, it } from "vitest";
import { limitTabStops } from "@/components/embed/tab-stops";

const drawing = (count: number) => `<svg>${'<a href="/goals/1" data-mark="a">1</a>'.repeat(count)}</svg>`;
const stops = (markup: string) => markup.split("data-mark=").length - markup.split('tabindex="-1"').length;

it("are taken from a drawing of more than 60 marks, and from no other of the page", () => {
  for (const [one, other, left] of [
    [60, 0, 60],
    [61, 0, 0],
    [454, 12, 12],
    [40, 40, 80],
  ] as const)
    expect(stops(limitTabStops(`<p>${drawing(one)}${drawing(other)}</p>`))).toBe(left);
  expect(limitTabStops(drawing(60))).toBe(drawing(60));
});
