/** What random inputs are drawn by: the same each time, so that main is green for everybody or for nobody; another number draws others. */
export const SEED = Number(process.env.AYUMI_TEST_SEED ?? 20261127);

/** Numbers in [0, 1) that a seed fixes (mulberry32), so that a failed run can be repeated. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
