import type { Word } from "./word";

/** A stretch of words that two texts share: where it begins in each, and its words. */
export interface SharedRun {
  before: number;
  after: number;
  length: number;
}

/** Letters (less particles and endings) that a stretch has to have, to be a sign that something was kept; fewer do with so many others. */
const LEAST_WEIGHT = 2;
const LEAST_LETTERS = 4;

/** Places of a word of the other text that are tried: one that stands more often tells little of where it came from. */
const MOST_PLACES = 40;

/**
 * The stretches that two texts share, wherever they stand in either, the longest first. Each word of either is in one at
 * most, so that what is shared is the same in both; it is the same whichever of the two is called the earlier.
 */
export function findSharedRuns(before: readonly Word[], after: readonly Word[]): SharedRun[] {
  const [own, other] = [spell(before), spell(after)];
  if (own === other) return [{ before: 0, after: 0, length: before.length }];
  // Of several ways to pair words the same is found from either side.
  if (own > other) return tile(after, before).map((run) => ({ before: run.after, after: run.before, length: run.length }));
  return tile(before, after);
}

function spell(words: readonly Word[]): string {
  return words.map(({ key }) => key).join("\n");
}

type Sides = readonly [before: Side, after: Side];

interface Side {
  words: readonly Word[];
  /** Words that are in no stretch yet. */
  free: boolean[];
}

/** Takes the weightiest stretch again and again, of what no earlier one has taken. */
function tile(before: readonly Word[], after: readonly Word[]): SharedRun[] {
  const sides: Sides = [
    { words: before, free: before.map(() => true) },
    { words: after, free: after.map(() => true) },
  ];
  const runs: SharedRun[] = [];
  for (const { run } of listCandidates(sides)) {
    for (const left of cutToFree(run, sides)) {
      sides[0].free.fill(false, left.before, left.before + left.length);
      sides[1].free.fill(false, left.after, left.after + left.length);
      runs.push(left);
    }
  }
  return runs;
}

/** All stretches that cannot be longer on either end, the weightiest first. */
function listCandidates(sides: Sides): { run: SharedRun; weight: number }[] {
  const [{ words: before }, { words: after }] = sides;
  const places = new Map<string, number[]>();
  after.forEach(({ key, weight }, j) => {
    const own = places.get(key);
    if (weight === 0) return;
    if (!own) places.set(key, [j]);
    else if (own.length < MOST_PLACES) own.push(j);
  });
  const candidates: { run: SharedRun; weight: number }[] = [];
  before.forEach((word, i) => {
    for (const j of word.weight > 0 ? (places.get(word.key) ?? []) : []) {
      const back = walk(sides, i - 1, j - 1, -1);
      // Found already, from its first word that has some weight.
      if (weigh(before, i - back, back) > 0) continue;
      const run = { before: i - back, after: j - back, length: back + walk(sides, i, j, 1) };
      if (isSign(before, run)) candidates.push({ run, weight: weigh(before, run.before, run.length) });
    }
  });
  return candidates.sort((a, b) => b.weight - a.weight || b.run.length - a.run.length || a.run.before - b.run.before || a.run.after - b.run.after);
}

/** How many words are the same from two places on, in either direction. */
function walk([{ words: before }, { words: after }]: Sides, i: number, j: number, step: 1 | -1): number {
  let length = 0;
  while (before[i] && after[j] && before[i]!.key === after[j]!.key) {
    length++;
    i += step;
    j += step;
  }
  return length;
}

/** What is left of a stretch, in as many as weightier ones cut it into. */
function cutToFree({ before, after, length }: SharedRun, [own, other]: Sides): SharedRun[] {
  const runs: SharedRun[] = [];
  let open: SharedRun | null = null;
  for (let at = 0; at < length; at++) {
    if (!own.free[before + at] || !other.free[after + at]) open = null;
    else if (open) open.length++;
    else runs.push((open = { before: before + at, after: after + at, length: 1 }));
  }
  return runs.filter((run) => isSign(own.words, run));
}

function isSign(words: readonly Word[], { before, length }: SharedRun): boolean {
  const weight = weigh(words, before, length);
  if (weight === 0 || weight >= LEAST_WEIGHT) return weight > 0;
  return words.slice(before, before + length).reduce((sum, { letters }) => sum + letters, 0) >= LEAST_LETTERS;
}

function weigh(words: readonly Word[], from: number, length: number): number {
  let weight = 0;
  for (let at = from; at < from + length; at++) weight += words[at]!.weight;
  return weight;
}
