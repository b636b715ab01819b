import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutRibbon, listRibbonLayouts, RIBBON_WIDTHS } from "@/lib/charts/continuation-ribbon/layout";
import { makeRibbon } from "@/lib/charts/continuation-ribbon/model";
import type { Box, RibbonLayout } from "@/lib/charts/continuation-ribbon/place";
import { stack } from "@/lib/charts/continuation-ribbon/placement";
import { measureText } from "@/lib/charts/text-fit";
import { histories } from "./arbitrary";
import { readRealHistory } from "./history";

const FONT = 13;
const SLIP = 1e-6;
const widths = fc.constantFrom(...Object.values(RIBBON_WIDTHS));

/** The boxes of all texts: 13 px high letters over and a little under their base line. */
function boxTexts(layout: RibbonLayout): Box[] {
  const texts = [
    ...layout.headings.map(({ text, x, y, anchor }) => ({ text, x, y, anchor })),
    ...layout.nodes.flatMap(({ label }) => label.lines.map(({ text, y }) => ({ text, y, x: label.x, anchor: label.anchor }))),
  ];
  return texts.map(({ text, x, y, anchor }) => {
    const width = measureText(text) * FONT;
    return { x: anchor === "end" ? x - width : x, y: y - 11, width, height: 14 };
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.x + SLIP < b.x + b.width && b.x + SLIP < a.x + a.width && a.y + SLIP < b.y + b.height && b.y + SLIP < a.y + a.height;
}

/** Pairs that overlap, found by columns so that large drawings stay quick. */
function findOverlaps(boxes: readonly Box[]): [Box, Box][] {
  const sorted = boxes.toSorted((a, b) => a.y - b.y);
  return sorted.flatMap((a, index) => {
    const found: [Box, Box][] = [];
    for (const b of sorted.slice(index + 1)) {
      if (b.y >= a.y + a.height) break;
      if (overlap(a, b)) found.push([a, b]);
    }
    return found;
  });
}

const isInside = (box: Box, { width, height }: { width: number; height: number }) =>
  box.x >= -SLIP && box.y >= -SLIP && box.x + box.width <= width + SLIP && box.y + box.height <= height + SLIP;

describe("layoutRibbon", () => {
  const history = readRealHistory();
  const ribbon = makeRibbon(history, { level: "goal", filter: {} });

  it("fits the real pair's titles at each width, none cut", () => {
    for (const width of Object.values(RIBBON_WIDTHS)) {
      const layout = layoutRibbon(ribbon, width);
      expect(layout.mode).toBe("titles");
      expect(layout.width).toBeLessThanOrEqual(width);
      for (const { node, label } of layout.nodes) {
        const title = label.lines
          .filter((line) => line.what === "title")
          .map((line) => line.text)
          .join("");
        expect(title.replaceAll(" ", "")).toBe(`${node.tag}${node.item.text}`.replaceAll(" ", ""));
      }
    }
  });

  it("fits the titles of a third year, too, from a tablet on", () => {
    const next = (key: string) => key.replace("2025", "2026");
    const items = history.items.filter(({ fiscalYear }) => fiscalYear === 2025).map((item) => ({ ...item, fiscalYear: 2026, key: next(item.key) }));
    const [last] = history.comparisons;
    const links = history.items
      .filter(({ fiscalYear }) => fiscalYear === 2025)
      .map(({ key }) => ({ ...last!.links[0]!, predecessorKey: key, successorKey: next(key) }));
    const comparisons = [last!, { from: 2025, to: 2026, links, ended: [], begun: [] }];
    const three = makeRibbon({ items: [...history.items, ...items], comparisons }, { level: "goal", filter: {} });
    for (const width of [RIBBON_WIDTHS.middle, RIBBON_WIDTHS.wide]) {
      const layout = layoutRibbon(three, width);
      expect([layout.mode, layout.width <= width], `${width}`).toEqual(["titles", true]);
    }
  });

  it("draws numbers where texts are long and the room is narrow", () => {
    const works = makeRibbon(history, { level: "initiative", filter: {} });
    expect(listRibbonLayouts(works).map(({ layout, sizes }) => [layout.mode, sizes])).toEqual([
      ["tags", ["narrow"]],
      ["titles", ["middle"]],
      ["titles", ["wide"]],
    ]);
  });

  it("keeps texts apart and inside, bars and rows apart, and ribbons on their bars, in any history", () => {
    fc.assert(
      fc.property(histories, widths, (any, width) => {
        const made = makeRibbon(any, { level: "goal", filter: {} });
        const layout = layoutRibbon(made, width);
        const texts = boxTexts(layout);
        expect(findOverlaps(texts)).toEqual([]);
        expect(texts.filter((box) => !isInside(box, layout))).toEqual([]);
        expect(findOverlaps(layout.nodes.map(({ area }) => area))).toEqual([]);
        expect(layout.nodes.filter(({ area }) => !isInside(area, layout))).toEqual([]);
        const bars = layout.nodes.flatMap(({ arrival, departure }) => [arrival, departure].filter((bar) => bar !== null));
        expect(findOverlaps([...bars, ...texts])).toEqual([]);
        const placed = new Map(layout.nodes.map((each) => [each.node, each]));
        for (const { flow, start, end, x0, x1 } of layout.flows) {
          const [from, to] = [placed.get(flow.predecessor)!.departure!, placed.get(flow.successor)!.arrival!];
          expect(x0).toBe(from.x + from.width);
          expect(x1).toBe(to.x);
          expect(x1 - x0).toBeGreaterThanOrEqual(50);
          for (const [[top, bottom], bar] of [
            [start, from],
            [end, to],
          ] as const) {
            expect(top).toBeGreaterThanOrEqual(bar.y - SLIP);
            expect(bottom).toBeGreaterThanOrEqual(top);
            expect(bottom).toBeLessThanOrEqual(bar.y + bar.height + SLIP);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it("keeps the order of nodes, and ribbons of one side of a node apart", () => {
    fc.assert(
      fc.property(histories, widths, (any, width) => {
        const made = makeRibbon(any, { level: "goal", filter: {} });
        const layout = layoutRibbon(made, width);
        const tops = new Map(layout.nodes.map(({ node, area }) => [node, area.y]));
        for (const { nodes } of made.columns) {
          const own = nodes.map((node) => tops.get(node)!);
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
        for (const node of made.columns.flatMap((column) => column.nodes)) {
          const own = layout.flows.filter(({ flow }) => flow.predecessor === node && flow.link.kind !== "related").map(({ start }) => start);
          const sorted = own.toSorted((a, b) => a[0] - b[0]);
          sorted.slice(1).forEach(([top], index) => expect(top).toBeGreaterThanOrEqual(sorted[index]![1] - SLIP));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("stack", () => {
  it("puts blocks where they are wanted, as far as they do not overlap", () => {
    const blocks = [10, 10, 10].map((height) => ({ value: null, height }));
    expect(stack(blocks, [0, 40, 80], 2, 100)).toEqual([0, 40, 80]);
    expect(stack(blocks.slice(0, 2), [40, 40], 2, 100)).toEqual([34, 46]);
    expect(stack(blocks, [90, 90, 90], 2, 100)).toEqual([66, 78, 90]);
  });
});
