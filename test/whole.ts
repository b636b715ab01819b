/** Whether all is tried, as `npm run test:whole` does, or of each kind as much as `npm test` has time for. */
export const WHOLE = process.env.AYUMI_TEST_WHOLE === "1";

/** Files of tests that only the whole has time for. */
export const WHOLE_ONLY = ["test/browser/bake.test.ts", "test/browser/bake-command.test.ts"];

/** Of a list all, or `count` spread evenly over it, the first and the last among them. */
export function sample<Item>(list: readonly Item[], count = 10): Item[] {
  if (WHOLE || list.length <= count) return [...list];
  return Array.from({ length: count }, (_, index) => list[Math.round((index * (list.length - 1)) / (count - 1))]!);
}

/** Of a list all, or the first of each kind. */
export function sampleKinds<Item>(list: readonly Item[], kindOf: (item: Item) => string): Item[] {
  const kinds = list.map(kindOf);
  return list.filter((_, index) => WHOLE || kinds.indexOf(kinds[index]!) === index);
}

/** How many random inputs to try: so many, or a tenth of them, ten at least. */
export function runs(whole: number): number {
  return WHOLE ? whole : Math.max(10, Math.round(whole / 10));
}
