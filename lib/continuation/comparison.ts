import type { Evidence } from "@/lib/domain/continuation";
import { type Manner, scoreTerms } from "./calibration";
import { countGrams, fold } from "./gram";
import type { Item } from "./item";
import { compareAll, compareUnits, type Similarities } from "./similarity";
import { type Vector, weighItems } from "./vector";

/** All pairs of two lists of items, compared. `evidence(i, j)` is about predecessor `i` and successor `j`. */
export interface Comparison {
  similarities: Similarities;
  predecessorVectors: readonly Vector[];
  successorVectors: readonly Vector[];
  evidence(predecessor: number, successor: number): Evidence;
  /** `scoreEvidence` of that evidence. */
  chance(predecessor: number, successor: number): number;
}

/**
 * Compares each predecessor with each successor. How rare a phrase is, is counted over both lists. Pairs compete:
 * where another pair of the same predecessor or successor is more alike, the lead is part of the evidence, as
 * in hubness-aware retrieval (CSLS, Conneau et al. 2018, arXiv:1710.04087), but against the best rival alone.
 */
export function compareItems(predecessors: readonly Item[], successors: readonly Item[], manner: Manner): Comparison {
  const vectors = weighItems([...predecessors, ...successors], manner.joints);
  const predecessorVectors = vectors.slice(0, predecessors.length);
  const successorVectors = vectors.slice(predecessors.length);
  const similarities = compareAll(predecessorVectors, successorVectors);
  const ofSuccessors = similarities.map((row) => findBest(row));
  const ofPredecessors = new Float64Array(successors.length);
  for (const row of similarities) row.forEach((similarity, j) => (ofPredecessors[j] = Math.max(ofPredecessors[j]!, similarity)));
  const unitOf = compareAllUnits(predecessors, successors);
  const logCandidates = Math.log(successors.length);

  return {
    similarities,
    predecessorVectors,
    successorVectors,
    evidence(i, j) {
      const similarity = similarities[i]![j]!;
      return {
        similarity,
        predecessorLead: leadOver(similarity, ofPredecessors[j]!),
        successorLead: leadOver(similarity, ofSuccessors[i]!),
        unit: unitOf(i, j),
        candidates: successors.length,
      };
    },
    chance(i, j) {
      const similarity = similarities[i]![j]!;
      return scoreTerms(manner, similarity, leadOver(similarity, ofPredecessors[j]!), leadOver(similarity, ofSuccessors[i]!), unitOf(i, j), logCandidates);
    },
  };
}

/** Looks up how alike two items' units are; each pair of names is compared once. */
function compareAllUnits(predecessors: readonly Item[], successors: readonly Item[]): (i: number, j: number) => number {
  const sides = [predecessors, successors].map((items) => {
    const names = [...new Set(items.map((item) => item.unit ?? ""))];
    const places = new Map(names.map((name, place) => [name, place]));
    return { grams: names.map((name) => countGrams(fold(name))), places: items.map((item) => places.get(item.unit ?? "")!) };
  });
  const [before, after] = [sides[0]!, sides[1]!];
  const known = before.grams.map((one) => after.grams.map((other) => compareUnits(one, other)));
  return (i, j) => known[before.places[i]!]![after.places[j]!]!;
}

/** The best similarity; the best other one than itself can only be smaller, so it never leads. */
function findBest(similarities: Iterable<number>): number {
  let best = 0;
  for (const similarity of similarities) if (similarity > best) best = similarity;
  return best;
}

function leadOver(similarity: number, best: number): number {
  return Math.max(0, best - similarity);
}
