import type { Evidence } from "@/lib/domain/continuation";
import { countGrams, fold } from "./gram";
import type { Item } from "./item";
import { compareAll, compareUnits, type Similarities } from "./similarity";
import { weighItems, type Vector } from "./vector";

/** All pairs of two lists of items, compared. `evidence(i, j)` is about predecessor `i` and successor `j`. */
export interface Comparison {
  similarities: Similarities;
  predecessorVectors: readonly Vector[];
  successorVectors: readonly Vector[];
  evidence(predecessor: number, successor: number): Evidence;
}

/**
 * Compares each predecessor with each successor. How rare a phrase is, is counted over both lists. Pairs compete:
 * where another pair of the same predecessor or successor is more alike, the lead is part of the evidence, as
 * in hubness-aware retrieval (CSLS, Conneau et al. 2018, arXiv:1710.04087), but against the best rival alone.
 */
export function compareItems(predecessors: readonly Item[], successors: readonly Item[]): Comparison {
  const vectors = weighItems([...predecessors, ...successors]);
  const predecessorVectors = vectors.slice(0, predecessors.length);
  const successorVectors = vectors.slice(predecessors.length);
  const similarities = compareAll(predecessorVectors, successorVectors);
  const ofSuccessors = similarities.map((row) => findBest(row));
  const ofPredecessors = successors.map((_, j) => findBest(similarities.map((row) => row[j]!)));
  const units = [predecessors, successors].map((items) => items.map((item) => countGrams(fold(item.unit ?? ""))));

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
        unit: compareUnits(units[0]![i]!, units[1]![j]!),
        candidates: successors.length,
      };
    },
  };
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
