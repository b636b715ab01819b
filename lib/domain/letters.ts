const LETTERS = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** What makes one letter of several code points: marks, joiners, selectors, skin tones, flags. */
const JOINING = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/** A text's letters as they are read, in their order: か゚, 葛󠄀 and a family in one emoji are one each. */
export function splitLetters(text: string): string[] {
  return JOINING.test(text) ? Array.from(LETTERS.segment(text), ({ segment }) => segment) : [...text];
}
