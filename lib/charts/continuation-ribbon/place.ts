import { chartTexts } from "@/lib/texts/chart-texts";
import { measureText, wrapText } from "../text-fit";
import type { LabelLine } from "./label";
import { type ContinuationRibbon, isOfDepartment } from "./model";
import type { RibbonFlow, RibbonNode } from "./node";
import { alignColumns } from "./placement";

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

/** A text of its own: a year over its column, or a department over its part of the drawing. */
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
  /** Heights of the rules over the departments, where there are several. */
  rules: number[];
  nodes: PlacedNode[];
  flows: PlacedFlow[];
}

/** How to draw: `unit` is the height of one initiative as far as no bar gets higher than `tallest`; `row` the least of a node. */
export interface PlaceOptions {
  mode: RibbonLayout["mode"];
  label: number;
  gap: number;
  unit: number;
  tallest: number;
  row: number;
  between: number;
  labels: ReadonlyMap<RibbonNode, LabelLine[]>;
}

export const FONT = 13;
export const LINE = 18;
export const BAR = 12;
export const PAD = 8;
const YEARS = 32;
/** In label columns wider than this, the first year's labels keep close to their bars, if none has more lines than these. */
const CLOSE_FROM = 200;
const CLOSE_LINES = 4;

/** Places all of a ribbon: each department in a lane of its own over all years, in it the columns beside each other. */
export function placeRibbon(ribbon: ContinuationRibbon, options: PlaceOptions): RibbonLayout {
  const { label, mode } = options;
  const last = ribbon.columns.length - 1;
  const columnX = (column: number) => (last <= 0 ? BAR + PAD : column * (label + options.gap + 2 * (BAR + PAD)));
  const isShort = (node: RibbonNode) => options.labels.get(node)!.length <= CLOSE_LINES;
  const fromRight = last > 0 && (mode === "tags" || (label > CLOSE_FROM && ribbon.columns[0]!.nodes.every(isShort)));
  const width = columnX(Math.max(0, last)) + label;
  const { tops, headings, rules, bottom } = stackLanes(ribbon, options, width);
  const texts = ribbon.columns.map((_, index) => {
    const anchor = fromRight && index === 0 ? ("end" as const) : ("start" as const);
    return { anchor, x: anchor === "end" ? columnX(index) + label : columnX(index) };
  });
  const { year, yearShort } = chartTexts(ribbon.language);
  const years = ribbon.columns.map(({ fiscalYear }, index): PlacedHeading => {
    const inFull = year(fiscalYear);
    const text = measureText(inFull) * FONT <= label ? inFull : yearShort(fiscalYear);
    return { text, ...texts[index]!, y: 14, what: "year" };
  });
  const unit = unitOf(ribbon, options);
  const nodes = ribbon.columns.flatMap((column, index) =>
    column.nodes.map((node): PlacedNode => {
      const [x, top, row] = [columnX(index), tops.get(node)!, rowHeight(node, unit, options)];
      const height = barHeight(node, unit);
      const bar = { y: top + (row - height) / 2, width: BAR, height };
      const [arrives, departs] = [index > 0 || last === 0, index < last];
      const lines = options.labels.get(node)!;
      const first = top + row / 2 - (lines.length * LINE) / 2 + LINE - 5;
      const left = arrives ? x - PAD - BAR : x;
      return {
        node,
        arrival: arrives ? { ...bar, x: left } : null,
        departure: departs ? { ...bar, x: x + label + PAD } : null,
        label: { ...texts[index]!, lines: lines.map((line, at) => ({ ...line, y: first + at * LINE })) },
        area: { x: left, y: top, width: x + label + (departs ? PAD + BAR : 0) - left, height: row },
      };
    }),
  );
  const placed = new Map(nodes.map((each) => [each.node, each]));
  const flows = ribbon.flows.map((flow) => placeFlow(flow, placed.get(flow.predecessor)!.departure!, placed.get(flow.successor)!.arrival!));
  return { width, height: bottom, mode, headings: [...years, ...headings], rules, nodes, flows };
}

/** Tops of all nodes, lane by lane, and the lanes' headings where there are several. */
function stackLanes(ribbon: ContinuationRibbon, options: PlaceOptions, width: number) {
  const unit = unitOf(ribbon, options);
  const several = ribbon.departments.length > 1;
  const municipalities = new Set(ribbon.departments.map(({ municipality }) => municipality)).size;
  const tops = new Map<RibbonNode, number>();
  const headings: PlacedHeading[] = [];
  const rules: number[] = [];
  let y = YEARS;
  for (const department of ribbon.departments) {
    if (several) {
      const name = municipalities > 1 ? `${department.municipality} ${department.name}` : department.name;
      rules.push(y);
      for (const text of wrapText(name, width / FONT)) {
        y += LINE;
        headings.push({ text, x: 0, y, anchor: "start", what: "department" });
      }
      y += 10;
    }
    const stacks = ribbon.columns.map(({ nodes }) =>
      nodes.filter(({ item }) => isOfDepartment(item, department)).map((value) => ({ value, height: rowHeight(value, unit, options) })),
    );
    const lane = alignColumns(stacks, ribbon.flows, options.between);
    for (const [node, top] of lane.tops) tops.set(node, y + top);
    y += lane.height + (several ? 14 : 8);
  }
  return { tops, headings, rules, bottom: y };
}

function placeFlow(flow: RibbonFlow, departure: Box, arrival: Box): PlacedFlow {
  const edges = (bar: Box, whole: number, { start, size }: RibbonFlow["from"]): [number, number] => [
    bar.y + (bar.height * start) / whole,
    bar.y + (bar.height * (start + size)) / whole,
  ];
  return {
    flow,
    x0: departure.x + BAR,
    x1: arrival.x,
    start: edges(departure, flow.predecessor.size, flow.from),
    end: edges(arrival, flow.successor.size, flow.to),
  };
}

function unitOf({ columns }: ContinuationRibbon, { unit, tallest }: PlaceOptions): number {
  const largest = Math.max(1, ...columns.flatMap(({ nodes }) => nodes.map(({ size }) => size)));
  return Math.min(unit, tallest / largest);
}

function barHeight({ size }: RibbonNode, unit: number): number {
  return Math.max(3, size * unit);
}

function rowHeight(node: RibbonNode, unit: number, { mode, row, labels }: PlaceOptions): number {
  return Math.max(row, barHeight(node, unit), mode === "tags" ? 0 : labels.get(node)!.length * LINE);
}
