import type { Vector } from "./vector";

/** Cosine of every predecessor with every successor, 0–1: one row a predecessor. */
export type Similarities = readonly Float64Array[];

/** Multiplies all pairs through an inverted index, so that only shared grams cost time. */
export function compareAll(predecessors: readonly Vector[], successors: readonly Vector[]): Similarities {
  const postings = new Map<number, { index: number[]; weight: number[] }>();
  successors.forEach(({ keys, weights }, index) => {
    keys.forEach((key, i) => {
      let posting = postings.get(key);
      if (!posting) postings.set(key, (posting = { index: [], weight: [] }));
      posting.index.push(index);
      posting.weight.push(weights[i]!);
    });
  });
  return predecessors.map(({ keys, weights }) => {
    const row = new Float64Array(successors.length);
    for (let i = 0; i < keys.length; i++) {
      const posting = postings.get(keys[i]!);
      const own = weights[i]!;
      if (!posting || own === 0) continue;
      const { index, weight } = posting;
      for (let k = 0; k < index.length; k++) row[index[k]!]! += own * weight[k]!;
    }
    return row;
  });
}

/** What each shared gram adds to the cosine of two vectors; the values sum to it. */
export function shareGrams(predecessor: Vector, successor: Vector): Map<number, number> {
  const products = new Map<number, number>();
  let at = 0;
  predecessor.keys.forEach((key, i) => {
    while (at < successor.keys.length && successor.keys[at]! < key) at++;
    if (successor.keys[at] !== key) return;
    const product = predecessor.weights[i]! * successor.weights[at]!;
    if (product > 0) products.set(key, product);
  });
  return products;
}

/** Cosine of two office names' letter pairs, 0–1; 0.5, neither for nor against, where one is unknown. */
export function compareUnits(predecessor: Map<number, number>, successor: Map<number, number>): number {
  if (predecessor.size === 0 || successor.size === 0) return 0.5;
  let shared = 0;
  for (const [key, count] of predecessor) shared += count * (successor.get(key) ?? 0);
  return shared / Math.sqrt(sumSquares(predecessor) * sumSquares(successor));
}

function sumSquares(counts: Map<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count * count;
  return sum;
}
