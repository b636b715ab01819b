import { LRUCache } from "lru-cache";

/** A text without what no reader tells apart, each folded letter with its place in the original. */
export interface FoldedText {
  folded: string;
  /** Where the character that the letter comes from begins and ends, in UTF-16 code units. */
  starts: number[];
  ends: number[];
}

/**
 * Half and full width, letter case, blanks and marks are told apart by no reader; only letters, digits and the
 * long vowel mark count. One character may fold to several letters (㌔), and several to one (ﾊﾟ).
 */
export function foldText(text: string): FoldedText {
  const result: FoldedText = { folded: "", starts: [], ends: [] };
  for (const { 0: character, index } of text.matchAll(CHARACTERS)) {
    const letters = fold(character);
    result.folded += letters;
    for (let i = 0; i < letters.length; i++) {
      result.starts.push(index);
      result.ends.push(index + character.length);
    }
  }
  return result;
}

/** The folded letters of a text, without their places. Differs from `foldText` in speed only. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(NOT_LETTERS, "");
}

/** A letter that stands between two stretches of a text: no pair holds it. 〻 is a mark of brush writing that no plan has. */
export const BREAK = 0x303b;

/**
 * How often each pair of neighbouring letters stands in a folded text, by `gramKey`, added to `counts`. Pairs
 * of two hiragana are left out: they are grammar (する, から), not matter.
 */
export function countGrams(folded: string, counts = new Map<number, number>()): Map<number, number> {
  for (let i = 0; i + 1 < folded.length; i++) {
    const first = folded.charCodeAt(i);
    const second = folded.charCodeAt(i + 1);
    if (isHiragana(first) && isHiragana(second)) continue;
    if (first === BREAK || second === BREAK) continue;
    const key = joinUnits(first, second);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A goal's title goes with each of its initiatives, and a plan is compared with those of two years. */
const COUNTED = new LRUCache<string, ReadonlyMap<number, number>>({ max: 2000 });

/** `countGrams` of a text that is still to be folded. */
export function countTextGrams(text: string): ReadonlyMap<number, number> {
  let counts = COUNTED.get(text);
  if (!counts) COUNTED.set(text, (counts = countGrams(fold(text))));
  return counts;
}

/** A pair of UTF-16 code units as one number. */
export function gramKey(gram: string): number {
  return joinUnits(gram.charCodeAt(0), gram.charCodeAt(1));
}

/** In the order of the units, and within 32 bits with a sign: JavaScript engines keep larger integers as objects. */
function joinUnits(first: number, second: number): number {
  return first * 0x10000 + second - 0x80000000;
}

/** True for a pair with a hiragana in it: the joint between two words, such as を図 and 力の. */
export function isJoint(key: number): boolean {
  const first = Math.floor((key + 0x80000000) / 0x10000);
  return isHiragana(first) || isHiragana(key + 0x80000000 - first * 0x10000);
}

export function isHiragana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x309f;
}

/** A character with the marks that NFKC joins to it: combining ones, and half-width ﾞ and ﾟ. */
const CHARACTERS = /.[\p{M}\uFF9E\uFF9F]*/gsu;
const NOT_LETTERS = /[^\p{L}\p{N}\p{M}]+/gu;
