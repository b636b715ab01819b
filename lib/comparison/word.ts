import { makeWrittenForm } from "@/lib/domain/written-form";

/** A word of a text, by which texts are compared. */
export interface Word {
  /** What words of one meaning have in common: their form, in hiragana. */
  key: string;
  /** Where it begins in the text, in UTF-16 units; it reaches to the next. */
  start: number;
  /** Its letters and digits. */
  letters: number;
  /** Of these, those that are a sign that something was kept: none of a particle, an ending or a mark. */
  weight: number;
}

const WORDS = new Intl.Segmenter("ja", { granularity: "word" });

/** Particles, endings and punctuation: alone between changes they are no sign that anything was kept. */
const CRUMB = /^[\p{P}\p{S}\s\u3041-\u3096ー]*$/u;
const NOT_LETTERS = /[^\p{L}\p{N}]/gu;

/** Splits a text into words that make it up without gaps; none where nothing of it counts. */
export function splitWords(text: string): Word[] {
  const { form, starts } = makeWrittenForm(text);
  const words: Word[] = [];
  for (const { segment, index } of WORDS.segment(form)) {
    const last = words.at(-1);
    const isInCharacter = index > 0 && starts[index] === starts[index - 1];
    // What one character gives (㌔, ㈱) is not taken apart.
    if (last && isInCharacter) Object.assign(last, measure(last.key + segment));
    else words.push({ start: index === 0 ? 0 : starts[index]!, ...measure(segment) });
  }
  return words;
}

/** Words without the particles, endings and marks at either end; none where nothing is left. */
export function trimWords(words: readonly Word[]): readonly Word[] {
  const first = words.findIndex(({ weight }) => weight > 0);
  return first === -1 ? [] : words.slice(first, words.findLastIndex(({ weight }) => weight > 0) + 1);
}

function measure(form: string): Omit<Word, "start"> {
  const letters = Array.from(form.replace(NOT_LETTERS, "")).length;
  return { key: toHiragana(form), letters, weight: CRUMB.test(form) ? 0 : letters };
}

function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
