import type { ContinuationHistory, ContinuationLink } from "@/lib/domain/continuation-history";
import { isStanding } from "@/lib/domain/continuing";
import type { GapFinding } from "@/lib/domain/decision-finding";
import { followLinks } from "./trail";

/**
 * Where what planners decided between years that have others between them, and what all other links say, differ. Whatever
 * stands over the gap is shown; these are for planners to look at again. The history may be of several levels.
 */
export function findGapFindings({ comparisons, overGaps = [] }: ContinuationHistory): GapFinding[] {
  const yearly = comparisons.flatMap((comparison) => comparison.links);
  return overGaps.flatMap((decided): GapFinding[] => {
    const { kind, status, predecessorKey: predecessor, successorKey: successor } = decided;
    if (kind === "related" && status !== "rejected") return [];
    const trails = followLinks([predecessor], [...yearly, ...overGaps.filter((link) => link !== decided)], []);
    const [found] = trails.get(successor) ?? [];
    if (isStanding(decided) === (found !== undefined)) return [];
    if (found) return [{ rule: "rejection-in-chain", args: [predecessor, successor, found.path.slice(0, -1).map(({ successorKey }) => successorKey)] }];
    const ends = [...trails.values()].flatMap(([trail]) => trail!.path.slice(-1)).filter((link) => link.successor.fiscalYear <= decided.successor.fiscalYear);
    const reached = ends.filter((link) => link.successor.fiscalYear === decided.successor.fiscalYear).map(({ successorKey }) => successorKey);
    return [{ rule: "decision-not-in-chain", args: [predecessor, successor, reached.sort(), lastYear(decided, ends)] }];
  });
}

function lastYear({ predecessor }: ContinuationLink, ends: readonly ContinuationLink[]): number {
  return Math.max(predecessor.fiscalYear, ...ends.map(({ successor }) => successor.fiscalYear));
}
