import type { GoalFilter } from "@/lib/domain/goal-filter";
import type { Language } from "@/lib/texts/language";
import type { InitiativeCounts } from "./carried";
import type { DistributionRow, RatedUnit, Segment } from "./model";

/** A mark: one unit where the rows hold few, else the whole segment. Pixels from the chart's top left. */
export interface Mark {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  segment: Segment;
  unit: RatedUnit | null;
  /** How much of its width, from the left, stands for what was carried on. */
  carried: number;
  /** How much of it, from the left, stands out where something does. */
  focused: number;
}

/** How much of a segment's mark stands for what was carried on. */
export function carriedWidth({ carried = 0, count }: Segment, width: number): number {
  return (width * carried) / count;
}

/** How much of a segment's mark stands out. */
export function focusedWidth({ focused = 0, count }: Segment, width: number): number {
  return (width * focused) / count;
}

/** A row of the chart: a year of a group, (in a narrow chart) the group's name on a line of its own, or a group's years beside each other. */
export interface Band {
  y: number;
  group: number;
  opensGroup: boolean;
  /** Lines of the group's name, where it stands in this band. */
  name: string[];
  rows: DistributionRow[];
  year: string;
  marks: Mark[];
  notes: { x: number; text: string }[];
}

/** Pixels between a mark and the line that tells what was carried on, how high that is, and how much higher marks stand for it. */
export const CARRIED_LINE = { gap: 1.5, height: 2.5, lift: 1 } as const;

/** Geometry of a rating distribution in pixels at 16 px a rem. All bands are `band` high. */
export interface DistributionLayout {
  width: number;
  height: number;
  band: number;
  mark: number;
  yearX: number;
  plot: { x: number; width: number };
  /** `units`: one mark a goal or target; `bars`: one mark a segment, with an axis; `matrix`: the same, years beside each other. */
  mode: "units" | "bars" | "matrix";
  language: Language;
  /** Height of the line of years over a matrix. */
  top: number;
  /** What the plot's whole width stands for: units, 1 for shares, or pixels of a matrix. */
  domain: number;
  pitch: number;
  /** The year that what was carried on goes back to, and whether all else is dimmed; `null` where marks do not tell. */
  carried: { from: number; to: number; only: boolean } | null;
  /** Something stands out, and all else is dimmed. */
  focused: boolean;
  /** Of a matrix of departments: how many of each one's initiatives go on, written to the left of `x`. */
  initiatives: { x: number; y: number; label: string; counts: InitiativeCounts; filter: GoalFilter }[];
  bands: Band[];
  /** Stands over them, to the left of `x`. */
  head?: { x: number; text: string };
  /** Dotted lines where years are missing, from one end to the other. */
  gaps: { x1: number; y1: number; x2: number; y2: number }[];
  /** Of the axis, in units of `domain`; a matrix's are its years. */
  ticks: { value: number; x: number; text: string }[];
}
