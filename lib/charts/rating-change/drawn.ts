import type { PlacedBadge } from "../text-drawing";
import type { ChangeBand, Course } from "./model";

/** A year, at its place across the drawing. */
export interface DrawnYear {
  fiscalYear: number;
  x: number;
  text: string;
  anchor: "start" | "middle" | "end";
}

/** A row from its top, with its rating's mark, and the rule over it. */
export interface DrawnRow {
  key: string;
  name: string;
  y: number;
  height: number;
  rule: { y: number; strong: boolean };
  badges: PlacedBadge[];
}

/** Where a mark leads; the page knows how: to a goal, or to just the goals of a band. */
export type ChangeLead = { goal: string } | { band: ChangeBand["asked"] };

/** A line from year to year, or a band of several between two years. */
export interface DrawnMark {
  key: string;
  /** Said to those who hear it or point at it. */
  name: string;
  lead: ChangeLead;
  course: Course;
  /** Places, the earliest first. Of `incomparable` ones nothing is drawn between them. */
  points: { x: number; y: number }[];
  /** Height of a band, which is centred on its points; 0 for a line. */
  thickness: number;
  /** Where something stands out, how much of it does: 0 to 1. */
  bright?: number;
  /** Of a line, the goal's title where it is the first that leads there; of a band, its count. */
  labels: { x: number; y: number; text: string; anchor: "start" | "end" }[];
}

/** All that a drawing holds, as plain data: the static and the interactive drawing both take it. Pixels. */
export interface DrawnChange {
  width: number;
  height: number;
  /** Height of the line of years. */
  head: number;
  plot: { left: number; right: number };
  years: DrawnYear[];
  rows: DrawnRow[];
  /** Whose scale the rows below are of, where there are several. `y` is its baseline. */
  captions: { x: number; y: number; text: string }[];
  marks: DrawnMark[];
}
