import { diffArrays } from "diff";

/** A stretch of a text that the other text keeps, or does not. */
export interface Piece {
  text: string;
  kept: boolean;
}

/** Texts of one or more predecessors beside their successor's, in pieces. */
export interface WordComparison {
  before: Piece[][];
  after: Piece[];
}

const WORDS = new Intl.Segmenter("ja", { granularity: "word" });

/** Particles, endings and punctuation: alone between changes they are no sign that anything was kept. */
const CRUMB = /^[\p{P}\p{S}\s\u3041-\u3096ー]*$/u;

/**
 * Compares a successor's text with those of its predecessors word by word (Myers' difference over the words of
 * Intl.Segmenter, by the package `diff`). In the successor a word counts as kept where any predecessor has it, so
 * that two goals that became one are both seen to live on.
 */
export function compareWords(before: readonly string[], after: string): WordComparison {
  const afterWords = splitWords(after);
  const keptAfter = afterWords.map(() => false);
  const comparisons = before.map((text) => {
    const words = splitWords(text);
    const kept = words.map(() => false);
    for (const run of findKeptRuns(words, afterWords)) {
      kept.fill(true, run.before, run.before + run.length);
      keptAfter.fill(true, run.after, run.after + run.length);
    }
    return joinPieces(words, kept);
  });
  return { before: comparisons, after: joinPieces(afterWords, keptAfter) };
}

interface Run {
  before: number;
  after: number;
  length: number;
}

function findKeptRuns(before: string[], after: string[]): Run[] {
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const change of diffArrays(before, after)) {
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
  const pieces: Piece[] = [];
  words.forEach((word, index) => {
    const last = pieces.at(-1);
    if (last && last.kept === kept[index]) last.text += word;
    else pieces.push({ text: word, kept: kept[index]! });
  });
  return pieces;
}
