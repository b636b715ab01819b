import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { labelNode, type LabelLine } from "./continuation-label";
import { alignColumns, type StackBlock } from "./continuation-placement";
import type { ContinuationRibbon, RibbonFlow, RibbonNode } from "./continuation-ribbon";
import { measureText, wrapText } from "./text-fit";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A node: `arrival` is the bar that ribbons enter (not in the first year), `departure` the one they leave (not in the last). */
export interface PlacedNode {
  node: RibbonNode;
  arrival: Box | null;
  departure: Box | null;
  label: { x: number; anchor: "start" | "end"; lines: (LabelLine & { y: number })[] };
  /** All of it: where it can be pointed at. */
  area: Box;
}

/** A ribbon from `x0` to `x1` with its upper and lower edge at either end; a `related` one is a line. */
export interface PlacedFlow {
  flow: RibbonFlow;
  x0: number;
  x1: number;
  start: [top: number, bottom: number];
  end: [top: number, bottom: number];
}

/** A text of its own: a year over its column, or a department over its nodes. */
export interface PlacedHeading {
  text: string;
  x: number;
  y: number;
  anchor: "start" | "end";
  what: "year" | "department";
}

/** Geometry of a ribbon in pixels at 16 px a rem. `tags`: numbers instead of titles, which stand in a list beside. */
export interface RibbonLayout {
  width: number;
  height: number;
  mode: "titles" | "tags";
  headings: PlacedHeading[];
  nodes: PlacedNode[];
  flows: PlacedFlow[];
}

/** Widths that drawings are laid out for: phone, tablet, desk. A drawing may need more and is then scrolled. */
export const RIBBON_WIDTHS = { narrow: 288, middle: 640, wide: 1040 } as const;
export type RibbonWidth = keyof typeof RIBBON_WIDTHS;

/** The most nodes in a year whose titles are drawn (as DESIGN §6 has it for units). */
export const MOST_TITLES = 24;
const MOST_LINES = 10;
export const FONT = 13;
export const LINE = 18;
const TOP = 36;
const PAD = 8;
const TAG_ROW = 20;
const BAR = 12;

/** What a mode and a width ask for: least widths, the height of one initiative and of the tallest bar, gaps. */
const MEASURES = {
  titles: { label: 150, most: 400, gap: 90, unit: 20, tallest: 160, between: 14 },
  narrow: { label: 98, most: 98, gap: 52, unit: 20, tallest: 160, between: 14 },
  tags: { label: 40, most: 40, gap: 64, unit: 10, tallest: 60, between: 4 },
} as const;

/** Places every bar, ribbon and label for the given width (pixels, from 288). */
export function layoutRibbon(ribbon: ContinuationRibbon, width: number): RibbonLayout {
  const inTitles = width < RIBBON_WIDTHS.middle ? MEASURES.narrow : MEASURES.titles;
  const across = shareWidth(ribbon, width, inTitles);
  const labels = new Map(ribbon.columns.flatMap(({ nodes }) => nodes.map((node) => [node, labelNode(node, across.label / FONT)])));
  const crowded = ribbon.columns.some(({ nodes }) => nodes.length > MOST_TITLES);
  if (crowded || [...labels.values()].some((lines) => lines.length > MOST_LINES)) {
    const tags = new Map([...labels.keys()].map((node) => [node, [{ text: node.tag, what: "title" } as const]]));
    return place(ribbon, "tags", MEASURES.tags, shareWidth(ribbon, width, MEASURES.tags), tags);
  }
  return place(ribbon, "titles", inTitles, across, labels);
}

/** The different drawings that a page carries, and for which widths of the figure each is shown. */
export function listRibbonLayouts(ribbon: ContinuationRibbon): { layout: RibbonLayout; sizes: RibbonWidth[] }[] {
  const drawings: { layout: RibbonLayout; sizes: RibbonWidth[] }[] = [];
  for (const size of Object.keys(RIBBON_WIDTHS) as RibbonWidth[]) {
    const layout = layoutRibbon(ribbon, RIBBON_WIDTHS[size]);
    const same = drawings.find((drawing) => drawing.layout.width === layout.width && drawing.layout.mode === layout.mode);
    if (same) same.sizes.push(size);
    else drawings.push({ layout, sizes: [size] });
  }
  return drawings;
}

type Measures = (typeof MEASURES)[keyof typeof MEASURES];

/** Widths of a label column and of the gap that ribbons cross; three parts of what is left over go to labels, two to gaps. */
function shareWidth(ribbon: ContinuationRibbon, width: number, measures: Measures): { label: number; gap: number } {
  const years = Math.max(1, ribbon.columns.length);
  const names = measures === MEASURES.tags && ribbon.departments.length > 1 ? ribbon.departments.map(({ name }) => measureText(name)) : [];
  const least = Math.max(measures.label, Math.min(8, Math.max(0, ...names)) * FONT);
  const fixed = (years - 1) * 2 * (BAR + PAD);
  const rest = Math.max(0, width - fixed - years * least - (years - 1) * measures.gap);
  const label = Math.min(Math.max(least, measures.most), Math.floor(least + (0.6 * rest) / years));
  const gap = years === 1 ? 0 : Math.floor((width - fixed - years * label) / (years - 1));
  return { label: years === 1 ? Math.min(measures.most, width - BAR - PAD) : label, gap: Math.min(280, Math.max(measures.gap, gap)) };
}

function place(
  ribbon: ContinuationRibbon,
  mode: RibbonLayout["mode"],
  measures: Measures,
  { label, gap }: { label: number; gap: number },
  labels: ReadonlyMap<RibbonNode, LabelLine[]>,
): RibbonLayout {
  const last = ribbon.columns.length - 1;
  const largest = Math.max(1, ...ribbon.columns.flatMap(({ nodes }) => nodes.map((node) => node.size)));
  const unit = Math.min(measures.unit, measures.tallest / largest);
  const several = ribbon.departments.length > 1;
  const barHeight = (node: RibbonNode) => Math.max(2, node.size * unit);
  const rowHeight = (node: RibbonNode) => Math.max(barHeight(node), mode === "tags" ? TAG_ROW : labels.get(node)!.length * LINE);
  const nameLines = (node: RibbonNode) => wrapText(node.item.department, label / FONT);
  const opens = (nodes: readonly RibbonNode[], index: number) =>
    several && (index === 0 || nodes[index - 1]!.item.departmentId !== nodes[index]!.item.departmentId);
  const stacks = ribbon.columns.map(({ nodes }) =>
    nodes.map((node, index): StackBlock<RibbonNode> => {
      const lead = opens(nodes, index) ? nameLines(node).length * LINE + (index === 0 ? 0 : 12) : 0;
      return { value: node, lead, height: rowHeight(node) };
    }),
  );
  const { tops, height } = alignColumns(stacks, ribbon.flows, measures.between);

  const pitch = label + gap + 2 * (BAR + PAD);
  const labelX = (column: number) => (last === 0 ? BAR + PAD : column * pitch);
  const headings: PlacedHeading[] = [];
  const nodes = ribbon.columns.flatMap((column, index) => {
    const x = labelX(index);
    const anchor = index === 0 && last > 0 ? ("end" as const) : ("start" as const);
    const textX = anchor === "end" ? x + label : x;
    headings.push({ text: formatFiscalYear(column.fiscalYear), x: textX, y: 14, anchor, what: "year" });
    return column.nodes.map((node, position): PlacedNode => {
      const top = TOP + tops.get(node)!;
      const row = rowHeight(node);
      if (opens(column.nodes, position)) {
        const lines = nameLines(node);
        lines.forEach((text, line) => headings.push({ text, x: textX, y: top - 6 - (lines.length - 1 - line) * LINE, anchor, what: "department" }));
      }
      const bar = { y: top + (row - barHeight(node)) / 2, width: BAR, height: barHeight(node) };
      const lines = labels.get(node)!;
      const first = top + row / 2 - (lines.length * LINE) / 2 + LINE - 5;
      const left = index > 0 || last === 0 ? x - PAD - BAR : x;
      const right = index < last ? x + label + PAD + BAR : x + label;
      return {
        node,
        arrival: index > 0 || last === 0 ? { ...bar, x: x - PAD - BAR } : null,
        departure: index < last ? { ...bar, x: x + label + PAD } : null,
        label: { x: textX, anchor, lines: lines.map((line, at) => ({ ...line, y: first + at * LINE })) },
        area: { x: left, y: top, width: right - left, height: row },
      };
    });
  });
  const width = Math.max(...nodes.map(({ area }) => area.x + area.width), labelX(Math.max(0, last)) + label);
  const placed = new Map(nodes.map((each) => [each.node, each]));
  const flows = ribbon.flows.map((flow): PlacedFlow => {
    const [from, to] = [placed.get(flow.predecessor)!.departure!, placed.get(flow.successor)!.arrival!];
    const edges = (bar: Box, size: number, share: { start: number; size: number }): [number, number] => {
      const scale = bar.height / size;
      return [bar.y + share.start * scale, bar.y + (share.start + share.size) * scale];
    };
    return {
      flow,
      x0: from.x + BAR,
      x1: to.x,
      start: edges(from, flow.predecessor.size, flow.from),
      end: edges(to, flow.successor.size, flow.to),
    };
  });
  return { width, height: TOP + height + 8, mode, headings, nodes, flows };
}
