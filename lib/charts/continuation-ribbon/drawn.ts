import type { LinkKind } from "@/lib/domain/continuation";
import type { ContinuationLink } from "@/lib/domain/continuation-history";
import type { Status } from "@/lib/domain/decision";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { LabelLine } from "./label";
import type { ContinuationRibbon } from "./model";
import { nameFlow, nameNode } from "./name";
import type { Box, PlacedFlow, PlacedHeading, PlacedNode, RibbonLayout } from "./place";

/** Where a mark leads; the page knows how. */
export type Lead = { item: string } | { link: readonly [predecessorKey: string, successorKey: string] } | { department: string };

/** A node's bar, or a part of it: what goes on (or came), what is new, what ends. */
export interface DrawnBar extends Box {
  what: "on" | "new" | "ended";
}

/** What is drawn of an item, or of a department's items in a year. `area` is where it can be pointed at. */
export interface DrawnNode {
  what: "node";
  key: string;
  /** Said to those who hear it or point at it. */
  name: string;
  lead: Lead;
  bars: DrawnBar[];
  /** Something comes from before and goes on, so that its bars are joined by a body. */
  joined: boolean;
  label: { x: number; anchor: "start" | "end"; lines: (LabelLine & { y: number })[] };
  area: Box;
}

/** What is drawn of a link, or of all between two years of a department. */
export interface DrawnFlow extends Pick<PlacedFlow, "x0" | "x1" | "start" | "end"> {
  what: "flow";
  key: string;
  name: string;
  lead: Lead;
  kind: LinkKind;
  status: Status;
}

/** All that a drawing of the ribbon holds, as plain data: the static and the interactive drawing both take it. Pixels. */
export interface DrawnRibbon {
  width: number;
  height: number;
  headings: PlacedHeading[];
  rules: number[];
  /** Marks that belong together, each node before what leaves it. */
  lineages: (DrawnNode | DrawnFlow)[][];
  /** Those of them that are dimmed, as another stands out. */
  dimmed?: number[];
}

/** What a placed ribbon's marks are, say and lead to. */
export function drawRibbon(ribbon: ContinuationRibbon, { width, height, headings, rules, nodes, flows }: RibbonLayout): DrawnRibbon {
  const texts = chartTexts(ribbon.language);
  const placedNodes = new Map(nodes.map((placed) => [placed.node, placed]));
  const placedFlows = new Map(flows.map((placed) => [placed.flow, placed]));
  const lineages = ribbon.lineages.map((lineage) =>
    lineage.nodes.flatMap((node) => [
      drawNode(placedNodes.get(node)!, texts),
      ...lineage.flows.filter((flow) => flow.predecessor === node).map((flow) => drawFlow(placedFlows.get(flow)!, texts)),
    ]),
  );
  const dimmed = ribbon.lineages.flatMap((lineage, index) => (lineage.nodes[0]!.focused ? [] : index));
  return { width, height, headings, rules, lineages, ...(dimmed.length < lineages.length && { dimmed }) };
}

/** To its evidence; of a chain of links, which has none of its own, to what it leads to. */
export function leadLink({ predecessorKey, successorKey, chained }: ContinuationLink): Lead {
  return chained ? { item: successorKey } : { link: [predecessorKey, successorKey] };
}

function drawNode({ node, arrival, departure, label, area }: PlacedNode, texts: ChartTexts): DrawnNode {
  const isNew = node.fate === "new" || node.fate === "new-and-ended";
  const ends = node.fate === "ended" || node.fate === "new-and-ended";
  return {
    what: "node",
    key: node.key,
    name: nameNode(node, texts),
    lead: { item: node.key },
    bars: [
      ...(arrival ? [{ ...arrival, what: isNew ? ("new" as const) : ("on" as const) }] : []),
      ...(departure ? [{ ...departure, what: ends ? ("ended" as const) : ("on" as const) }] : []),
    ],
    joined: arrival !== null && departure !== null,
    label,
    area,
  };
}

function drawFlow({ flow, x0, x1, start, end }: PlacedFlow, texts: ChartTexts): DrawnFlow {
  const { link, predecessor, successor } = flow;
  return {
    what: "flow",
    key: `${predecessor.key}/${successor.key}`,
    name: nameFlow(flow, texts),
    lead: leadLink(link),
    kind: link.kind,
    status: link.status,
    x0,
    x1,
    start,
    end,
  };
}
