import type { ScoreParts } from "@/lib/domain/continuation";
import { compareItems, type Comparison } from "./comparison";
import { fold } from "./gram";
import type { PlanGoal, PlanItem } from "./plan-item";
import { pairUnchanged } from "./unchanged";

/** All pairs of one level. `scores[i][j]` and `parts(i, j)` are about predecessor `i` and successor `j`. */
export interface Scoring<T extends PlanItem = PlanItem> {
  predecessors: readonly T[];
  successors: readonly T[];
  comparison: Comparison;
  scores: readonly Float64Array[];
  /** What a score is made of: worked out when asked for, as few of all pairs are linked. */
  parts(i: number, j: number): ScoreParts;
}

/** Scores each pair of the goals' initiatives by the evidence in it. */
export function scoreInitiatives(before: readonly PlanGoal[], after: readonly PlanGoal[]): Scoring {
  return scorePairs(listInitiatives(before), listInitiatives(after), () => null);
}

/** How much a goal's initiatives weigh beside its own words, 0–1. */
const INITIATIVES_WEIGHT = 0.6;

/**
 * Scores each pair of goals. A goal lives on in its words and in its work: the score is the weighted geometric
 * mean of its own and of its initiatives', so that a subject in common is not enough where the work is another.
 * A goal that keeps its title is not held to keep its work as well.
 */
export function scoreGoals(before: readonly PlanGoal[], after: readonly PlanGoal[], initiatives: Scoring): Scoring<PlanGoal> {
  const rows = new Map(initiatives.predecessors.map((item, i) => [item, i]));
  const columns = new Map(initiatives.successors.map((item, j) => [item, j]));
  return scorePairs(before, after, (predecessor, successor) => {
    const scores = predecessor.initiatives.map((work) =>
      successor.initiatives.map((other) => initiatives.scores[rows.get(work)!]![columns.get(other)!]!),
    );
    return liveOn(scores);
  });
}

export function listInitiatives(goals: readonly PlanGoal[]): PlanItem[] {
  return goals.flatMap(({ initiatives }) => initiatives);
}

function scorePairs<T extends PlanItem>(
  predecessors: readonly T[],
  successors: readonly T[],
  inherit: (predecessor: T, successor: T) => number | null,
): Scoring<T> {
  const comparison = compareItems(predecessors, successors);
  const unchanged = pairUnchanged(predecessors, successors);
  const titles = [predecessors, successors].map((items) => items.map(({ title }) => fold(title)));
  const stateOf = (i: number, j: number) => (unchanged.has(i, j) ? "pair" : unchanged.claims(i, j) ? "elsewhere" : null);
  const joined = (i: number, j: number, own: number, initiatives: number | null): number => {
    const keepsTitle = titles[0]![i] !== "" && titles[0]![i] === titles[1]![j];
    return round(initiatives === null ? own : joinScores(own, initiatives, keepsTitle), 0.9999);
  };
  const scores = predecessors.map((predecessor, i) => {
    const row = new Float64Array(successors.length);
    for (let j = 0; j < row.length; j++) {
      const state = stateOf(i, j);
      row[j] = state === "pair" ? 1 : state === "elsewhere" ? 0 : joined(i, j, comparison.chance(i, j), inherit(predecessor, successors[j]!));
    }
    return row;
  });
  return {
    predecessors,
    successors,
    comparison,
    scores,
    parts(i, j) {
      const initiatives = inherit(predecessors[i]!, successors[j]!);
      const own = round(comparison.chance(i, j));
      return { ...comparison.evidence(i, j), score: scores[i]![j]!, unchanged: stateOf(i, j), own, initiatives: initiatives && round(initiatives) };
    },
  };
}

function joinScores(own: number, initiatives: number, keepsTitle: boolean): number {
  const joined = own ** (1 - INITIATIVES_WEIGHT) * initiatives ** INITIATIVES_WEIGHT;
  return keepsTitle ? Math.max(own, joined) : joined;
}

/**
 * The mean, over the initiatives of one side, of each one's best score on the other; of the two sides the higher,
 * as a goal that was merged into a wider one lives on whole, and so does the wider one's part in a split.
 */
function liveOn(scores: readonly (readonly number[])[]): number | null {
  const width = scores[0]?.length ?? 0;
  if (width === 0) return null;
  const forward = scores.map((row) => Math.max(...row));
  const backward = scores[0]!.map((_, j) => Math.max(...scores.map((row) => row[j]!)));
  return Math.max(mean(forward), mean(backward));
}

/** Sorted, so that the order of initiatives changes not even the last digit. */
function mean(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number, most = 1): number {
  return Math.min(most, Math.round(value * 1e4) / 1e4);
}
