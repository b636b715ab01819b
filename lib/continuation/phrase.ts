import type { SharedPhrase, TextPlace } from "@/lib/domain/continuation";
import { countGrams, foldText, isHiragana, type FoldedText } from "./gram";
import type { Field } from "./plan-item";

/** Phrases with a smaller share say little. */
const LEAST_SHARE = 0.03;
const MOST_PHRASES = 12;

/**
 * The phrases that two lists of values share, the weightiest first: the longest stretches of words that both hold,
 * less the particles at their ends, at most twelve. `products` says what each gram adds to the similarity (see
 * `shareGrams`); each gram counts for one phrase only, so that the shares never sum to more than 1.
 */
export function findSharedPhrases(
  predecessor: readonly Field[],
  successor: readonly Field[],
  products: ReadonlyMap<number, number>,
): SharedPhrase[] {
  const before = predecessor.map(readStretch);
  const after = successor.map(readStretch);
  const total = [...products.values()].reduce((sum, product) => sum + product, 0);
  const left = new Map(products);
  let candidates = [...new Set(before.flatMap((one) => after.flatMap((other) => findRuns(one, other))))];

  const phrases: SharedPhrase[] = [];
  while (phrases.length < MOST_PHRASES && candidates.length > 0) {
    const weighed = candidates
      .map((text) => ({ text, share: sumGrams(text, left) / total }))
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((a, b) => b.share - a.share || b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
    const best = weighed[0];
    if (!best) break;
    for (const key of countGrams(best.text).keys()) left.delete(key);
    candidates = weighed.slice(1).map(({ text }) => text);
    const places = before.flatMap((stretch) => findPlaces(stretch, best.text));
    phrases.push({
      phrase: quote(predecessor, places[0]!),
      share: Math.round(best.share * 1e4) / 1e4,
      predecessor: places,
      successor: after.flatMap((stretch) => findPlaces(stretch, best.text)),
    });
  }
  return phrases;
}

/** A value, folded, with what is needed to cut it into words and to lead back to the original. */
interface Stretch extends FoldedText {
  field: Field;
  /** True at each folded index where a word begins, and at the end. */
  isBoundary: boolean[];
  /** True at each folded index before which a sentence or bracket ends; a phrase does not cross it. */
  isBarrier: boolean[];
}

const WORDS = new Intl.Segmenter("ja", { granularity: "word" });
const BARRIER = /[。．.、，,！？!?「」『』（）()［］【】：:；;…]/u;

/** A title goes with its goal and with each of its initiatives, and each of them with many others. */
const STRETCHES = new WeakMap<Field, Stretch>();

function readStretch(field: Field): Stretch {
  const known = STRETCHES.get(field) ?? toStretch(field);
  STRETCHES.set(field, known);
  return known;
}

function toStretch(field: Field): Stretch {
  const { folded, starts, ends } = foldText(field.text);
  const words = new Set([...WORDS.segment(field.text)].map(({ index }) => index));
  const isBoundary = [...starts, field.text.length].map((start, i) => {
    if (i === 0 || i === starts.length) return true;
    for (let at = starts[i - 1]! + 1; at <= start; at++) if (words.has(at)) return true;
    return false;
  });
  const isBarrier = starts.map((start, i) => i > 0 && BARRIER.test(field.text.slice(ends[i - 1], start)));
  return { field, folded, starts, ends, isBoundary, isBarrier };
}

/** The longest common substrings from each pair of places, cut to whole words. Dynamic programming, row by row. */
function findRuns(one: Stretch, other: Stretch): string[] {
  const runs: string[] = [];
  let previous = new Uint16Array(other.folded.length + 1);
  for (let i = 0; i < one.folded.length; i++) {
    const current = new Uint16Array(other.folded.length + 1);
    for (let j = 0; j < other.folded.length; j++) {
      if (one.folded[i] !== other.folded[j]) continue;
      const continues = !one.isBarrier[i] && !other.isBarrier[j];
      const length = (current[j + 1] = continues ? previous[j]! + 1 : 1);
      const goesOn =
        i + 1 < one.folded.length && one.folded[i + 1] === other.folded[j + 1] && !one.isBarrier[i + 1] && !other.isBarrier[j + 1];
      if (length < 2 || goesOn) continue;
      const run = trimRun(one, i + 1 - length, other, j + 1 - length, length);
      if (run) runs.push(run);
    }
    previous = current;
  }
  return runs;
}

/** Cuts a run to words that are whole in both texts, and hiragana off its ends; `null` where nothing is left. */
function trimRun(one: Stretch, i: number, other: Stretch, j: number, length: number): string | null {
  const isCut = (at: number): boolean => one.isBoundary[i + at]! && other.isBoundary[j + at]!;
  const isKana = (at: number): boolean => isHiragana(one.folded.charCodeAt(i + at));
  let start = 0;
  let end = length;
  while (start < end && (!isCut(start) || isKana(start))) start++;
  while (end > start && (!isCut(end) || isKana(end - 1))) end--;
  return end - start >= 2 ? one.folded.slice(i + start, i + end) : null;
}

function sumGrams(folded: string, products: ReadonlyMap<number, number>): number {
  return [...countGrams(folded).keys()].reduce((sum, key) => sum + (products.get(key) ?? 0), 0);
}

function findPlaces({ field, folded, starts, ends, isBarrier }: Stretch, phrase: string): TextPlace[] {
  const places: TextPlace[] = [];
  let at = folded.indexOf(phrase);
  while (at !== -1) {
    const last = at + phrase.length - 1;
    const cutsCharacter = starts[at] === starts[at - 1] || starts[last] === starts[last + 1];
    const isWhole = !cutsCharacter && !isBarrier.slice(at + 1, last + 1).includes(true);
    if (isWhole) places.push({ pointer: field.pointer, start: starts[at]!, end: ends[last]! });
    at = folded.indexOf(phrase, isWhole ? last + 1 : at + 1);
  }
  return places;
}

/** The phrase as written, without the line breaks in it. */
function quote(fields: readonly Field[], { pointer, start, end }: TextPlace): string {
  return fields.find((field) => field.pointer === pointer)!.text.slice(start, end).replace(/\s+/gu, "");
}
