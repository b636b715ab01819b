import type { LinkKind } from "@/lib/domain/continuation";

/** From this score on, a pair is proposed as a continuation, if it is the best of either item. */
const CONTINUES = 0.35;
/** From this score on, a pair is worth telling as related. */
export const RELATED = 0.15;

/**
 * The kind of each pair by its score, `null` for no link. A pair is a continuation where it is the best of its
 * predecessor or of its successor: so two may merge into one and one may split into two, and what is alike all
 * round does not become a web. A pair in both a merger and a split goes by the larger of them, the merger first.
 */
export function decideKinds(scores: readonly ArrayLike<number>[]): (LinkKind | null)[][] {
  const width = scores[0]?.length ?? 0;
  const bestOfRows = new Float64Array(scores.length);
  const bestOfColumns = new Float64Array(width);
  scores.forEach((row, i) => {
    for (let j = 0; j < width; j++) {
      bestOfRows[i] = Math.max(bestOfRows[i]!, row[j]!);
      bestOfColumns[j] = Math.max(bestOfColumns[j]!, row[j]!);
    }
  });
  const continues = (i: number, j: number): boolean => {
    const score = scores[i]![j]!;
    return score >= CONTINUES && (score === bestOfRows[i] || score === bestOfColumns[j]);
  };
  const successorCounts = new Uint32Array(scores.length);
  const predecessorCounts = new Uint32Array(width);
  scores.forEach((_, i) => {
    for (let j = 0; j < width; j++) {
      if (!continues(i, j)) continue;
      successorCounts[i]! += 1;
      predecessorCounts[j]! += 1;
    }
  });
  return scores.map((row, i) =>
    Array.from({ length: width }, (_, j): LinkKind | null => {
      if (!continues(i, j)) return row[j]! >= RELATED ? "related" : null;
      const [merging, splitting] = [predecessorCounts[j]!, successorCounts[i]!];
      if (merging > 1 && merging >= splitting) return "merged";
      return splitting > 1 ? "split" : "continued";
    }),
  );
}
