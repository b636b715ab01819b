/** Choices that the same seed makes alike on every machine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** From 0 to below `count`. */
  integer(count: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different ones of a list, or all where it has no more. */
  pickSome<T>(list: readonly T[], count: number): T[];
}

/** Choices for a seed of any text: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) into Tommy Ettinger's mulberry32 (public domain). */
export function createRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (count: number) => Math.floor(next() * count);
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => list[integer(list.length)]!,
    pickSome: (list, count) => {
      const left = [...list];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(integer(left.length), 1)[0]!);
    },
  };
}
