import { chartTexts } from "@/lib/texts/chart-texts";
import { MOST_SINGLE_UNITS } from "./layout";
import type { DistributionGroup, DrawnDistribution } from "./model";

/** Groups that a drawing and its table hold: the largest, in their order. */
export const MOST_GROUPS = 100;

/** The distribution with as many groups as a page can hold, and of each row the units that are drawn or told of one by one. Its counts still count all. */
export function cutDistribution<Chart extends DrawnDistribution>(chart: Chart): Chart {
  const groups = pickLargest(chart.groups).map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, segments: row.segments.map((segment) => ({ ...segment, units: segment.units.slice(0, MOST_SINGLE_UNITS) })) })),
  }));
  return { ...chart, groups };
}

function pickLargest(groups: readonly DistributionGroup[]): readonly DistributionGroup[] {
  if (groups.length <= MOST_GROUPS) return groups;
  const totalOf = ({ rows }: DistributionGroup) => rows.reduce((sum, { total }) => sum + total, 0);
  const largest = new Set(groups.toSorted((a, b) => totalOf(b) - totalOf(a)).slice(0, MOST_GROUPS));
  return groups.filter((group) => largest.has(group));
}

/** What `cutDistribution` leaves out, in words; empty where nothing. */
export function describeCutGroups({ groups, language }: DrawnDistribution): string {
  return groups.length > MOST_GROUPS ? chartTexts(language).distribution.cut(MOST_GROUPS, groups.length - MOST_GROUPS) : "";
}
