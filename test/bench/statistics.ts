/** The middle value; of an even number of values, the mean of the two in the middle. Throws where a value is missing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0 || sorted.some(Number.isNaN)) throw new Error(`no median of [${sorted.join(", ")}]`);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Median of the ratios of values taken in the same round, so that a machine's slow moment falls on both. */
export function medianRatio(values: readonly number[], bases: readonly number[]): number {
  return median(values.map((value, round) => value / bases[round]!));
}
