/** A share, 0–1, as the whole percentage that drawings and tables print. */
export function roundShare(share: number): number {
  return Math.round(100 * share);
}

/** Whether the printed percentages of counts add up to 100; counts of nothing have none, and so do. */
export function addsUp(counts: readonly number[]): boolean {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  return whole === 0 || counts.reduce((sum, count) => sum + roundShare(count / whole), 0) === 100;
}
