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
  const [rows, columns] = [findFirstInitiatives(before), findFirstInitiatives(after)];
  return scorePairs(before, after, (i, j) => {
    const [top, left] = [rows[i]!, columns[j]!];
    return liveOn(initiatives.scores, top, top + before[i]!.initiatives.length, left, left + after[j]!.initiatives.length);
  });
}

/** Where each goal's initiatives begin among all of `listInitiatives`. */
function findFirstInitiatives(goals: readonly PlanGoal[]): number[] {
  let next = 0;
  return goals.map(({ initiatives }) => (next += initiatives.length) - initiatives.length);
}

export function listInitiatives(goals: readonly PlanGoal[]): PlanItem[] {
  return goals.flatMap(({ initiatives }) => initiatives);
}

function scorePairs<T extends PlanItem>(
  predecessors: readonly T[],
  successors: readonly T[],
  inherit: (i: number, j: number) => number | null,
): Scoring<T> {
  const comparison = compareItems(predecessors, successors);
  const unchanged = pairUnchanged(predecessors, successors);
  const titles = [predecessors, successors].map((items) => items.map(({ title }) => fold(title)));
  const stateOf = (i: number, j: number) => (unchanged.has(i, j) ? "pair" : unchanged.claims(i, j) ? "elsewhere" : null);
  const joined = (i: number, j: number, own: number, initiatives: number | null): number => {
    const keepsTitle = titles[0]![i] !== "" && titles[0]![i] === titles[1]![j];
    return round(initiatives === null ? own : joinScores(own, initiatives, keepsTitle), 0.9999);
  };
  const scores = predecessors.map((_, i) => {
    const row = new Float64Array(successors.length);
    for (let j = 0; j < row.length; j++) {
      const state = stateOf(i, j);
      row[j] = state === "pair" ? 1 : state === "elsewhere" ? 0 : joined(i, j, comparison.chance(i, j), inherit(i, j));
    }
    return row;
  });
  return {
    predecessors,
    successors,
    comparison,
    scores,
    parts(i, j) {
      const initiatives = inherit(i, j);
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
 * as a goal that was merged into a wider one lives on whole, and so does the wider one's part in a split. The
 * initiatives are those of rows `top` to `bottom` and columns `left` to `right`; `null` where one side has none.
 */
function liveOn(scores: readonly Float64Array[], top: number, bottom: number, left: number, right: number): number | null {
  if (top === bottom || left === right) return null;
  const forward = new Float64Array(bottom - top);
  const backward = new Float64Array(right - left);
  for (let i = top; i < bottom; i++) {
    for (let j = left; j < right; j++) {
      const score = scores[i]![j]!;
      if (score > forward[i - top]!) forward[i - top] = score;
      if (score > backward[j - left]!) backward[j - left] = score;
    }
  }
  return Math.max(mean(forward), mean(backward));
}

/** Sorted, so that the order of initiatives changes not even the last digit. */
function mean(values: Float64Array): number {
  return values.sort().reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number, most = 1): number {
  return Math.min(most, Math.round(value * 1e4) / 1e4);
}
