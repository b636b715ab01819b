import type { ScoreParts } from "@/lib/domain/continuation";
import { FLOOR, REWORDED } from "./calibration";
import { type Comparison, compareItems } from "./comparison";
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

/** By how much a goal that lives on for certain raises the odds (as a logarithm) that its initiatives do so within it. */
const GOALS_WEIGHT = 1.5;

/**
 * Scores each pair of the goals' initiatives by their own texts. How likely the one's goal, by its title and targets,
 * lives on in the other's settles only what their own texts leave open, and nothing where these share nothing.
 */
export function scoreInitiatives(before: readonly PlanGoal[], after: readonly PlanGoal[]): Scoring {
  const { chance } = compareItems(
    before.map(({ words }) => words),
    after.map(({ words }) => words),
    REWORDED,
  );
  const chances = before.map((_, i) => Float64Array.from(after, (_, j) => chance(i, j)));
  const [rows, columns] = [listGoalsOfInitiatives(before), listGoalsOfInitiatives(after)];
  return scorePairs(listInitiatives(before), listInitiatives(after), { goals: (i, j) => chances[rows[i]!]![columns[j]!]! });
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
  return scorePairs(before, after, {
    initiatives(i, j) {
      const [top, left] = [rows[i]!, columns[j]!];
      return liveOn(initiatives.scores, top, top + before[i]!.initiatives.length, left, left + after[j]!.initiatives.length);
    },
  });
}

/** Where each goal's initiatives begin among all of `listInitiatives`. */
function findFirstInitiatives(goals: readonly PlanGoal[]): number[] {
  let next = 0;
  return goals.map(({ initiatives }) => (next += initiatives.length) - initiatives.length);
}

/** The goal that each of `listInitiatives` stands within, by its place. */
function listGoalsOfInitiatives(goals: readonly PlanGoal[]): number[] {
  return goals.flatMap(({ initiatives }, place) => initiatives.map(() => place));
}

function listInitiatives(goals: readonly PlanGoal[]): PlanItem[] {
  return goals.flatMap(({ initiatives }) => initiatives);
}

/** What a pair has from the other level, 0–1. */
interface Inheritance {
  goals?(i: number, j: number): number;
  initiatives?(i: number, j: number): number | null;
}

function scorePairs<T extends PlanItem>(predecessors: readonly T[], successors: readonly T[], inherit: Inheritance): Scoring<T> {
  const comparison = compareItems(predecessors, successors, REWORDED);
  const unchanged = pairUnchanged(predecessors, successors);
  const titles = [predecessors, successors].map((items) => items.map(({ title }) => fold(title)));
  const stateOf = (i: number, j: number) => (unchanged.has(i, j) ? "pair" : unchanged.claims(i, j) ? "elsewhere" : null);
  const join = (i: number, j: number): number => {
    const own = comparison.chance(i, j);
    if (inherit.goals) return raise(own, GOALS_WEIGHT * inherit.goals(i, j) * Math.min(1, comparison.similarities[i]![j]! / FLOOR));
    const initiatives = inherit.initiatives?.(i, j) ?? null;
    const keepsTitle = titles[0]![i] !== "" && titles[0]![i] === titles[1]![j];
    return initiatives === null ? own : joinScores(own, initiatives, keepsTitle);
  };
  const scores = predecessors.map((_, i) => {
    const row = new Float64Array(successors.length);
    for (let j = 0; j < row.length; j++) {
      const state = stateOf(i, j);
      row[j] = state === "pair" ? 1 : state === "elsewhere" ? 0 : round(join(i, j), 0.9999);
    }
    return row;
  });
  return {
    predecessors,
    successors,
    comparison,
    scores,
    parts(i, j) {
      const [goals, initiatives] = [inherit.goals?.(i, j) ?? null, inherit.initiatives?.(i, j) ?? null];
      const inherited = { goals: goals && round(goals), initiatives: initiatives && round(initiatives) };
      return { ...comparison.evidence(i, j), score: scores[i]![j]!, unchanged: stateOf(i, j), own: round(comparison.chance(i, j)), ...inherited };
    },
  };
}

/** A chance whose odds are raised, `by` as their logarithm. */
function raise(chance: number, by: number): number {
  return chance / (chance + (1 - chance) * Math.exp(-by));
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
