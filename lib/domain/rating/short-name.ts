import type { Rating } from "../plan";

/** Characters that a mark has room for. */
const ROOM = 2;

/**
 * What stands for each of a scale's ratings where a mark has room for a letter: the rating itself, or of words the first
 * characters that tell them apart (以, 通 and 未 of 計画以上, 計画通り and 計画未満), else their places.
 */
export function shortenRatings(ratings: readonly Rating[]): string[] {
  const letters = ratings.map((rating) => [...rating]);
  if (letters.every(({ length }) => length <= ROOM)) return [...ratings];
  const bare = ratings.map((rating) => [...rating.replace(/[\s()（）[\]［］「」・]/gu, "")]);
  const longest = Math.max(...bare.map(({ length }) => length));
  for (let size = 1; size <= ROOM; size++) {
    for (let start = 0; start + size <= longest; start++) {
      const short = bare.map((each, at) => (letters[at]!.length <= ROOM ? ratings[at]! : each.slice(start, start + size).join("")));
      if (short.every((text) => text !== "") && new Set(short).size === short.length) return short;
    }
  }
  return ratings.map((_, at) => String(at + 1));
}
