import type { Continuations, Explanation, ItemRef, Level, LinkKind, Outcome, Reason } from "@/lib/domain/continuation";
import { isContinuing } from "@/lib/domain/continuing";
import type { PlanIntent } from "@/lib/domain/plan";
import { explainPair, findChanges } from "./explanation";
import { decideKinds, RELATED } from "./kind";
import { listGoals, type PlanGoal, type PlanItem, refKey } from "./plan-item";
import { type Scoring, scoreGoals, scoreInitiatives } from "./scoring";

/**
 * Links the goals and the initiatives of one year's plans to those of another's. Several departments may be given
 * on either side, so that items may move between them. The order of plans, and of what is in them, changes
 * nothing but pointers.
 *
 * @throws {RangeError} where the plans of one side are of several years
 */
export function linkPlans(predecessors: readonly PlanIntent[], successors: readonly PlanIntent[]): Continuations {
  const levels = compareLevels(predecessors, successors);
  return {
    links: levels.flatMap(({ scoring, kinds, explain }) =>
      scoring.predecessors.flatMap((_, i) =>
        scoring.successors.flatMap((_, j) => {
          const kind = kinds[i]![j]!;
          return kind === null ? [] : [{ ...explain(i, j), kind }];
        }),
      ),
    ),
    outcomes: levels.flatMap(findOutcomes),
  };
}

/**
 * Why two items are linked, or why not: the same as `linkPlans` says of a link, for any pair of one level.
 * `null` where the plans hold no such pair.
 */
export function explainLink(
  predecessors: readonly PlanIntent[],
  successors: readonly PlanIntent[],
  pair: { predecessor: ItemRef; successor: ItemRef },
): Explanation | null {
  return createExplainer(predecessors, successors)(pair);
}

/** `explainLink` for any number of pairs of the same plans, which are compared once, when it is first asked. */
export function createExplainer(
  predecessors: readonly PlanIntent[],
  successors: readonly PlanIntent[],
): (pair: { predecessor: ItemRef; successor: ItemRef }) => Explanation | null {
  let levels: LevelComparison[] | null = null;
  return ({ predecessor, successor }) => {
    levels ??= compareLevels(predecessors, successors);
    for (const { scoring, explain } of levels) {
      const i = scoring.predecessors.findIndex(({ id }) => id === refKey(predecessor));
      const j = scoring.successors.findIndex(({ id }) => id === refKey(successor));
      if (i !== -1 && j !== -1) return explain(i, j);
    }
    return null;
  };
}

interface LevelComparison {
  level: Level;
  scoring: Scoring;
  kinds: (LinkKind | null)[][];
  explain(i: number, j: number): Explanation;
}

function compareLevels(predecessors: readonly PlanIntent[], successors: readonly PlanIntent[]): LevelComparison[] {
  const [before, after] = [listGoals(checkYear(predecessors)), listGoals(checkYear(successors))];
  const initiatives = scoreInitiatives(before, after);
  const works = compareLevel("initiative", initiatives, (i, j) => tellGoals(initiatives, i, j));
  const places = [initiatives.predecessors, initiatives.successors].map((items) => new Map(items.map((item, place) => [item, place])));
  const goals = compareLevel("goal", scoreGoals(before, after, initiatives), (i, j) => findInitiativePairs(before[i]!, after[j]!, works, places));
  return [goals, works];
}

function compareLevel(level: Level, scoring: Scoring, inherit: (i: number, j: number) => Reason[]): LevelComparison {
  const kinds = decideKinds(scoring.scores);
  return {
    level,
    scoring,
    kinds,
    explain(i, j) {
      const [predecessor, successor, parts] = [scoring.predecessors[i]!, scoring.successors[j]!, scoring.parts(i, j)];
      return {
        level,
        predecessor: predecessor.ref,
        successor: successor.ref,
        kind: kinds[i]![j]!,
        score: parts.score,
        parts,
        reasons: [...explainPair(scoring, i, j), ...inherit(i, j)],
        changes: findChanges(predecessor, successor),
      };
    },
  };
}

/** That the goals of two initiatives are likely to be one, as a reason, where it is worth telling. */
function tellGoals({ predecessors, successors, parts }: Scoring, i: number, j: number): Reason[] {
  const { goals } = parts(i, j);
  if (!goals || goals < RELATED) return [];
  return [{ what: "goals", predecessor: goalOf(predecessors[i]!), successor: goalOf(successors[j]!), chance: goals }];
}

/** The goal that an initiative stands within. */
function goalOf({ ref }: PlanItem): ItemRef {
  return { ...ref, pointer: ref.pointer.replace(/\/initiatives\/\d+$/, "") };
}

/** The links between the initiatives of two goals, as one reason, best first. */
function findInitiativePairs(before: PlanGoal, after: PlanGoal, { scoring, kinds }: LevelComparison, places: Map<PlanItem, number>[]): Reason[] {
  const pairs = before.initiatives.flatMap((predecessor) =>
    after.initiatives.flatMap((successor) => {
      const [i, j] = [places[0]!.get(predecessor)!, places[1]!.get(successor)!];
      return isContinuing(kinds[i]![j]!) ? [{ predecessor: predecessor.ref, successor: successor.ref, score: scoring.scores[i]![j]! }] : [];
    }),
  );
  return pairs.length === 0 ? [] : [{ what: "initiatives", pairs: pairs.sort((a, b) => b.score - a.score) }];
}

function findOutcomes({ level, scoring, kinds }: LevelComparison): Outcome[] {
  const ended = scoring.predecessors.filter((_, i) => !kinds[i]!.some(isContinuing));
  const begun = scoring.successors.filter((_, j) => !kinds.some((row) => isContinuing(row[j]!)));
  return [
    ...ended.map(({ ref }): Outcome => ({ level, item: ref, outcome: "ended" })),
    ...begun.map(({ ref }): Outcome => ({ level, item: ref, outcome: "new" })),
  ];
}

function checkYear(plans: readonly PlanIntent[]): readonly PlanIntent[] {
  const years = [...new Set(plans.map(({ fiscalYear }) => fiscalYear))];
  if (years.length > 1) throw new RangeError(`plans of one side are of several years: "${years.join(", ")}"`);
  return plans;
}
