import type { DrawnDistribution } from "./model";
import { MOST_SINGLE_UNITS } from "./layout";

/** Groups that a drawing and its table hold, the largest first. */
export const MOST_GROUPS = 100;

/** The distribution with as many groups as a page can hold, and of each row the units that are drawn or told of one by one. Its counts still count all. */
export function cutDistribution<Chart extends DrawnDistribution>(chart: Chart): Chart {
  const groups = chart.groups.slice(0, MOST_GROUPS).map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, segments: row.segments.map((segment) => ({ ...segment, units: segment.units.slice(0, MOST_SINGLE_UNITS) })) })),
  }));
  return { ...chart, groups };
}

/** What `cutDistribution` leaves out, in words; empty where nothing. */
export function describeCutGroups({ groups }: DrawnDistribution): string {
  return groups.length > MOST_GROUPS ? `図と表は件数の多い${MOST_GROUPS}項目までです（ほか${groups.length - MOST_GROUPS}項目。CSVで見られます）。` : "";
}
