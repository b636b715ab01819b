import { describe, expect, it } from "vitest";
import { drawPng } from "@/lib/files/png";
import { comparePictures } from "./compare";
import type { DrawnElement } from "./elements";
import { readPixels } from "./pixels";

/** A mark with stripes and a letter, and a line, in a picture of 120 × 80 pixels. */
const MARK = {
  box: '<rect x="10" y="10" width="60" height="60" fill="#ffffff" stroke="#5f646d" stroke-width="4"/>',
  stripes: '<path d="M12,50L12,44L44,12L50,12ZM20,68L14,68L68,14L68,20ZM50,68L44,68L68,44L68,50Z" fill="#d3d6db"/>',
  letter: '<text x="40" y="50" font-size="28" text-anchor="middle" font-weight="700" fill="#1a1a1c">E</text>',
  line: '<path d="M80,20H116" stroke="#00695c" stroke-width="3"/>',
};

const draw = async (parts: Partial<typeof MARK>) =>
  readPixels(
    await drawPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80" font-family="'Noto Sans JP'"><rect width="120" height="80" fill="#ffffff"/>${Object.values({ ...MARK, ...parts }).join("")}</svg>`,
      { width: 120, height: 80, scale: 1 },
    ),
  );

/** What a browser would tell of the mark. */
const ELEMENTS: DrawnElement[] = [
  {
    name: "stripes",
    text: null,
    fill: {
      points: Array.from({ length: 60 }, (_, at): [number, number] => [12 + (at % 30), 45 - (at % 30) + Math.floor(at / 30)]),
      colour: [0xd3, 0xd6, 0xdb],
    },
    stroke: null,
  },
  {
    name: "box",
    text: null,
    fill: null,
    stroke: { points: Array.from({ length: 50 }, (_, at): [number, number] => [12 + at, 10]), colour: [0x5f, 0x64, 0x6d] },
  },
  { name: "line", text: null, fill: null, stroke: { points: Array.from({ length: 30 }, (_, at): [number, number] => [82 + at, 20]), colour: [0, 0x69, 0x5c] } },
  { name: "letter", text: { left: 30, top: 18, right: 50, bottom: 60, size: 28, colour: [0x1a, 0x1a, 0x1c] }, fill: null, stroke: null },
];

describe("comparePictures", () => {
  const compare = async (parts: Partial<typeof MARK>) => comparePictures(await draw({}), await draw(parts), ELEMENTS);

  it("finds nothing where all is there, of a hair's difference too", async () => {
    expect(await compare({})).toEqual([]);
    expect(await compare({ letter: MARK.letter.replace('y="50"', 'y="51"'), box: MARK.box.replace("#5f646d", "#60656c") })).toEqual([]);
  });

  it.each([
    ["a letter that is gone", { letter: "" }, "letter: its letters have 0 %"],
    ["a letter in the paper's colour", { letter: MARK.letter.replace("#1a1a1c", "#ffffff") }, "letter: its letters have 0 %"],
    ["a letter that stands too high", { letter: MARK.letter.replace('y="50"', 'y="42"') }, "em too high"],
    ["stripes that are gone", { stripes: "" }, "stripes: 0 % of its colour"],
    ["stripes that stand upright", { stripes: '<path d="M14,12h4v56h-4zM30,12h4v56h-4zM46,12h4v56h-4z" fill="#d3d6db"/>' }, "stripes:"],
    ["an edge that is gone", { box: MARK.box.replace("#5f646d", "none") }, "box: 0 of its stroke's"],
    ["a line in another colour", { line: MARK.line.replace("#00695c", "#a8112f") }, "line: 0 of its stroke's"],
    ["all in black", { line: '<rect width="120" height="80"/>' }, "letter:"],
  ] as const)("tells of %s", async (_, parts, fault) => {
    expect((await compare(parts)).join("\n")).toContain(fault);
  });

  it("tells of another size", async () => {
    const other = readPixels(await drawPng('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>', { width: 60, height: 40, scale: 1 }));
    expect(comparePictures(await draw({}), other, [])).toEqual(["the picture is 60 × 40 and not 120 × 80 pixels"]);
  });
});
