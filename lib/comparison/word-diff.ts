import { diffArrays } from "diff";
import { LRUCache } from "lru-cache";

/** A stretch of a text that the other text keeps, or does not. */
export interface Piece {
  readonly text: string;
  readonly kept: boolean;
}

/** Texts of one or more predecessors beside their successor's, in pieces. */
export interface WordComparison {
  readonly before: readonly (readonly Piece[])[];
  readonly after: readonly Piece[];
}

const WORDS = new Intl.Segmenter("ja", { granularity: "word" });

/** Particles, endings and punctuation: alone between changes they are no sign that anything was kept. */
const CRUMB = /^[\p{P}\p{S}\s\u3041-\u3096ー]*$/u;

/** The same texts stand on a goal's page and on the page of what links it, and again with each dataset that has them. */
const KNOWN = new LRUCache<string, WordComparison>({ max: 500 });

/**
 * Compares a successor's text with those of its predecessors word by word (Myers' difference over the words of
 * Intl.Segmenter, by the package `diff`). A word of two and more letters counts as kept wherever the other text has
 * it, since a rewritten sentence moves its words; in the successor it does where any predecessor has it, so that two
 * goals that became one are both seen to live on.
 */
export function compareWords(before: readonly string[], after: string): WordComparison {
  const key = JSON.stringify([after, ...before]);
  let comparison = KNOWN.get(key);
  if (!comparison) KNOWN.set(key, (comparison = findKeptWords(before, after)));
  return comparison;
}

function findKeptWords(before: readonly string[], after: string): WordComparison {
  const afterWords = splitWords(after);
  const keptAfter = afterWords.map(() => false);
  const comparisons = before.map((text) => {
    const words = splitWords(text);
    const kept = words.map(() => false);
    for (const run of findKeptRuns(words, afterWords)) {
      kept.fill(true, run.before, run.before + run.length);
      keptAfter.fill(true, run.after, run.after + run.length);
    }
    keepMoved(words, kept, new Set(afterWords));
    keepMoved(afterWords, keptAfter, new Set(words));
    return joinPieces(words, bridgeCrumbs(words, kept));
  });
  return { before: comparisons, after: joinPieces(afterWords, bridgeCrumbs(afterWords, keptAfter)) };
}

function keepMoved(words: readonly string[], kept: boolean[], other: ReadonlySet<string>): void {
  words.forEach((word, index) => {
    if (word.length > 1 && !CRUMB.test(word) && other.has(word)) kept[index] = true;
  });
}

/** A particle between two kept words is not marked: the eye should find the words that changed. */
function bridgeCrumbs(words: readonly string[], kept: readonly boolean[]): boolean[] {
  return kept.map((each, index) => each || (CRUMB.test(words[index]!) && kept[index - 1] === true && kept[index + 1] === true));
}

/** Time grows with the square of what differs. Of texts with more between them, words are found wherever they stand. */
const MOST_EDITS = 2_000;

interface Run {
  before: number;
  after: number;
  length: number;
}

function findKeptRuns(before: string[], after: string[]): Run[] {
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const change of diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? []) {
    const length = change.value.length;
    if (change.removed) i += length;
    else if (change.added) j += length;
    else {
      if (!CRUMB.test(change.value.join(""))) runs.push({ before: i, after: j, length });
      i += length;
      j += length;
    }
  }
  return runs;
}

function splitWords(text: string): string[] {
  return [...WORDS.segment(text)].map(({ segment }) => segment);
}

function joinPieces(words: readonly string[], kept: readonly boolean[]): Piece[] {
  const pieces: { text: string; kept: boolean }[] = [];
  words.forEach((word, index) => {
    const last = pieces.at(-1);
    if (last && last.kept === kept[index]) last.text += word;
    else pieces.push({ text: word, kept: kept[index]! });
  });
  return pieces;
}
