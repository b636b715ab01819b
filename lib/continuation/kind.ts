import type { LinkKind } from "@/lib/domain/continuation";
/** From this score on, a pair is proposed as a continuation, if it is the best of either item. */
const CONTINUES = 0.35;
/** From this score on, a pair is worth telling as related. */
const RELATED = 0.15;

/** True for the kinds that say that something lives on: all but `related`. */
export function isContinuing(kind: LinkKind | null): boolean {
  return kind !== null && kind !== "related";
}

/**
 * The kind of each pair by its score, `null` for no link. A pair is a continuation where it is the best of its
 * predecessor or of its successor: so two may merge into one and one may split into two, and what is alike all
 * round does not become a web. A pair in both a merger and a split goes by the larger of them, the merger first.
 */
export function decideKinds(scores: readonly (readonly number[])[]): (LinkKind | null)[][] {
  const width = scores[0]?.length ?? 0;
  const bestOfRows = scores.map((row) => Math.max(...row));
  const bestOfColumns = Array.from({ length: width }, (_, j) => Math.max(...scores.map((row) => row[j]!)));
  const continues = scores.map((row, i) =>
    row.map((score, j) => score >= CONTINUES && (score === bestOfRows[i] || score === bestOfColumns[j])),
  );
  const successorCounts = continues.map(countTrue);
  const predecessorCounts = Array.from({ length: width }, (_, j) => countTrue(continues.map((row) => row[j]!)));

  return scores.map((row, i) =>
    row.map((score, j) => {
      if (!continues[i]![j]) return score >= RELATED ? "related" : null;
      const [merging, splitting] = [predecessorCounts[j]!, successorCounts[i]!];
      if (merging > 1 && merging >= splitting) return "merged";
      return splitting > 1 ? "split" : "continued";
    }),
  );
}

function countTrue(values: readonly boolean[]): number {
  return values.filter(Boolean).length;
}
