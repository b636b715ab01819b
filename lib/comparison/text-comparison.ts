import { LRUCache } from "lru-cache";
import { findSharedRuns } from "./shared-run";
import { splitWords, trimWords, type Word } from "./word";

/** A stretch of a text that the other texts keep, or do not. */
export interface Piece {
  readonly text: string;
  readonly kept: boolean;
}

/** Texts of a year beside those of a later one, in pieces that make up each text. */
export interface TextComparison {
  /**
   * How much is kept, 0–1: of a side's letters, those that stand in the other side too, and of the two sides the lesser.
   * 1 where both are the same but for how they are written, and where neither has any letter.
   */
  readonly share: number;
  /** It reads as the older text with changes. Else it is another text, and what is kept are phrases, without the particles at their ends. */
  readonly revised: boolean;
  readonly before: readonly (readonly Piece[])[];
  readonly after: readonly (readonly Piece[])[];
}

/** From which share on a text reads as an older one with changes. */
const LEAST_KEPT = 0.5;

/** The same texts stand on a goal's page and on the page of what links it, and again with each dataset that has them. */
const KNOWN = new LRUCache<string, TextComparison>({ max: 1_000 });

/**
 * Compares the texts of a year with those of a later one word by word, each with each: what was split or merged is kept
 * where any of what it became or came from has it. What is kept of the one is kept of the other, but for width, kana form and
 * blanks, which are no change (`lib/domain/written-form.ts`).
 */
export function compareTexts(before: readonly string[], after: readonly string[]): TextComparison {
  const key = JSON.stringify([before, after]);
  let comparison = KNOWN.get(key);
  if (!comparison) KNOWN.set(key, (comparison = findKept(before, after)));
  return comparison;
}

function findKept(before: readonly string[], after: readonly string[]): TextComparison {
  const [older, newer] = [before.map(readSide), after.map(readSide)];
  const runs = older.flatMap((own) => newer.flatMap((other) => findSharedRuns(own.words, other.words).map((run) => ({ own, other, run }))));
  for (const { own, other, run } of runs) {
    own.kept.fill(true, run.before, run.before + run.length);
    other.kept.fill(true, run.after, run.after + run.length);
  }
  const share = Math.min(shareOf(older), shareOf(newer));
  const revised = share >= LEAST_KEPT;
  if (!revised)
    markPhrases(
      [...older, ...newer],
      runs.map(({ own, run }) => trimWords(own.words.slice(run.before, run.before + run.length))),
    );
  return { share, revised, before: older.map(takeApart), after: newer.map(takeApart) };
}

/** Marks phrases wherever they stand, and nothing else: who looks for one finds it each time. */
function markPhrases(sides: readonly Side[], phrases: readonly (readonly Word[])[]): void {
  const byFirst = new Map<string, (readonly Word[])[]>();
  // 人 of 「人にします」 is none.
  for (const phrase of phrases) if (phrase[0] && countLetters(phrase) > 1) byFirst.set(phrase[0].key, [...(byFirst.get(phrase[0].key) ?? []), phrase]);
  for (const { words, kept } of sides) {
    kept.fill(false);
    words.forEach(({ key }, at) => {
      for (const phrase of byFirst.get(key) ?? []) {
        if (phrase.every((word, index) => word.key === words[at + index]?.key)) kept.fill(true, at, at + phrase.length);
      }
    });
  }
}

function countLetters(words: readonly Word[]): number {
  return words.reduce((sum, { letters }) => sum + letters, 0);
}

interface Side {
  text: string;
  words: readonly Word[];
  kept: boolean[];
}

function readSide(text: string): Side {
  const words = splitWords(text);
  return { text, words, kept: words.map(() => false) };
}

function shareOf(sides: readonly Side[]): number {
  let [letters, kept] = [0, 0];
  for (const side of sides) {
    side.words.forEach((word, index) => {
      letters += word.letters;
      if (side.kept[index]) kept += word.letters;
    });
  }
  return letters === 0 ? Number(sides.every(({ kept: all }) => !all.includes(false))) : kept / letters;
}

function takeApart({ text, words, kept }: Side): Piece[] {
  const pieces: { text: string; kept: boolean }[] = [];
  words.forEach(({ start }, index) => {
    const stretch = text.slice(start, words[index + 1]?.start);
    const last = pieces.at(-1);
    if (last && last.kept === kept[index]) last.text += stretch;
    else pieces.push({ text: stretch, kept: kept[index]! });
  });
  // A text without anything that counts.
  return pieces.length === 0 && text !== "" ? [{ text, kept: true }] : pieces;
}
