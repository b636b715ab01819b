import { LRUCache } from "lru-cache";
import type { SharedPhrase, TextPlace } from "@/lib/domain/continuation";
import { countGrams, type FoldedText, foldText, isHiragana } from "./gram";
import type { Field } from "./plan-item";

/** Phrases with a smaller share say little. */
const LEAST_SHARE = 0.03;
const MOST_PHRASES = 12;

/**
 * The phrases that two lists of values share, the weightiest first: the longest stretches of words that both hold,
 * less the particles at their ends, at most twelve. `products` says what each gram adds to the similarity (see
 * `shareGrams`); each gram counts for one phrase only, so that the shares never sum to more than 1.
 */
export function findSharedPhrases(predecessor: readonly Field[], successor: readonly Field[], products: ReadonlyMap<number, number>): SharedPhrase[] {
  const before = predecessor.map(readStretch);
  const after = successor.map(readStretch);
  const total = [...products.values()].reduce((sum, product) => sum + product, 0);
  const left = new Map(products);
  const runs = new Map<string, Run>();
  for (const one of before) for (const other of after) for (const run of knownRuns(one, other)) runs.set(run.text, run);
  let candidates: Candidate[] = [...runs.values()].map((run) => ({ ...run, share: 0 }));

  const phrases: SharedPhrase[] = [];
  while (phrases.length < MOST_PHRASES) {
    for (const candidate of candidates) candidate.share = sumProducts(candidate.grams, left) / total;
    candidates = candidates.filter(({ share }) => share >= LEAST_SHARE);
    if (candidates.length === 0) break;
    const best = candidates.reduce((one, other) => (isWeightier(other, one) ? other : one));
    for (const key of best.grams) left.delete(key);
    candidates.splice(candidates.indexOf(best), 1);
    const places = before.flatMap((stretch, at) => findPlaces(predecessor[at]!, stretch, best.text));
    phrases.push({
      phrase: quote(predecessor, places[0]!),
      share: Math.round(best.share * 1e4) / 1e4,
      predecessor: places,
      successor: after.flatMap((stretch, at) => findPlaces(successor[at]!, stretch, best.text)),
    });
  }
  return phrases;
}

/** A value's text, folded, with what is needed to cut it into words and to lead back to the original. */
interface Stretch extends FoldedText {
  /** Where each of its letters stands, from 0. */
  places: ReadonlyMap<number, readonly number[]>;
  /** True at each folded index where a word begins, and at the end. */
  isBoundary: boolean[];
  /** True at each folded index before which a sentence or bracket ends; a phrase does not cross it. */
  isBarrier: boolean[];
  /** What it has in common with others, as far as it was asked for; everyday texts meet too many others to hold on to them. */
  runs: WeakMap<Stretch, readonly Run[]>;
}

/** A stretch of words that two texts share, and its grams. */
interface Run {
  text: string;
  grams: readonly number[];
}

interface Candidate extends Run {
  share: number;
}

function isWeightier(one: Candidate, other: Candidate): boolean {
  if (one.share !== other.share) return one.share > other.share;
  if (one.text.length !== other.text.length) return one.text.length > other.text.length;
  return one.text < other.text;
}

const WORDS = new Intl.Segmenter("ja", { granularity: "word" });
const BARRIER = /[。．.、，,！？!?「」『』（）()［］【】：:；;…]/u;

/** A title goes with its goal and with each of its initiatives, each of them with many others, and a plan with those of two years. */
const STRETCHES = new LRUCache<string, Stretch>({ max: 1000 });

function readStretch({ text }: Field): Stretch {
  let stretch = STRETCHES.get(text);
  if (!stretch) STRETCHES.set(text, (stretch = toStretch(text)));
  return stretch;
}

function knownRuns(one: Stretch, other: Stretch): readonly Run[] {
  let runs = one.runs.get(other);
  if (!runs) one.runs.set(other, (runs = findRuns(one, other).map((text) => ({ text, grams: [...countGrams(text).keys()] }))));
  return runs;
}

function toStretch(text: string): Stretch {
  const { folded, starts, ends } = foldText(text);
  const words = new Set([...WORDS.segment(text)].map(({ index }) => index));
  const isBoundary = [...starts, text.length].map((start, i) => {
    if (i === 0 || i === starts.length) return true;
    for (let at = starts[i - 1]! + 1; at <= start; at++) if (words.has(at)) return true;
    return false;
  });
  const isBarrier = starts.map((start, i) => i > 0 && BARRIER.test(text.slice(ends[i - 1], start)));
  const places = new Map<number, number[]>();
  for (let i = 0; i < folded.length; i++) {
    const own = places.get(folded.charCodeAt(i));
    if (own) own.push(i);
    else places.set(folded.charCodeAt(i), [i]);
  }
  return { folded, starts, ends, isBoundary, isBarrier, places, runs: new WeakMap() };
}

/** The longest common substrings from each pair of places, cut to whole words. Each run is followed once, from where it begins. */
function findRuns(one: Stretch, other: Stretch): string[] {
  const runs: string[] = [];
  const [a, b] = [one.folded, other.folded];
  for (let i = 0; i + 1 < a.length; i++) {
    for (const j of other.places.get(a.charCodeAt(i)) ?? NOWHERE) {
      const isMiddle = i > 0 && j > 0 && !one.isBarrier[i] && !other.isBarrier[j] && a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      if (isMiddle) continue;
      let length = 1;
      while (i + length < a.length && j + length < b.length && isJoined(one, i + length, other, j + length)) length++;
      const run = length < 2 ? null : trimRun(one, i, other, j, length);
      if (run) runs.push(run);
    }
  }
  return runs;
}

function isJoined(one: Stretch, i: number, other: Stretch, j: number): boolean {
  return one.folded.charCodeAt(i) === other.folded.charCodeAt(j) && !one.isBarrier[i] && !other.isBarrier[j];
}

const NOWHERE: readonly number[] = [];

/** Cuts a run to words that are whole in both texts, and hiragana off its ends; `null` where nothing is left. */
function trimRun(one: Stretch, i: number, other: Stretch, j: number, length: number): string | null {
  const shift = j - i;
  let start = i;
  let end = i + length;
  while (start < end && (!one.isBoundary[start] || !other.isBoundary[start + shift] || isHiragana(one.folded.charCodeAt(start)))) start++;
  while (end > start && (!one.isBoundary[end] || !other.isBoundary[end + shift] || isHiragana(one.folded.charCodeAt(end - 1)))) end--;
  return end - start >= 2 ? one.folded.slice(start, end) : null;
}

function sumProducts(grams: readonly number[], products: ReadonlyMap<number, number>): number {
  return grams.reduce((sum, key) => sum + (products.get(key) ?? 0), 0);
}

function findPlaces(field: Field, { folded, starts, ends, isBarrier }: Stretch, phrase: string): TextPlace[] {
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
  return fields
    .find((field) => field.pointer === pointer)!
    .text.slice(start, end)
    .replace(/\s+/gu, "");
}
