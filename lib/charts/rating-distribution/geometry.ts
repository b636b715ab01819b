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
  /** Height of the line of years over a matrix. */
  top: number;
  /** What the plot's whole width stands for: units, 1 for shares, or pixels of a matrix. */
  domain: number;
  pitch: number;
  bands: Band[];
  /** Of the axis, in units of `domain`; a matrix's are its years. */
  ticks: { value: number; x: number; text: string }[];
}
