import { plainSign } from "./plain-sign";
import { unfoldRadical } from "./radical";
import { OKURIGANA } from "./spelling";

/**
 * A text in the form in which two years' texts are compared: what only the way of writing tells apart is one. `starts[i]`
 * and `ends[i]` are where the character that the unit `form[i]` comes from begins and ends in the text, in UTF-16 units;
 * a character may give several units, several may give one, and what does not count (blanks, 1,000's comma) gives none.
 */
export interface WrittenForm {
  form: string;
  starts: number[];
  ends: number[];
}

/** A character with the marks that NFKC joins to it: combining ones, and half-width ﾞ and ﾟ. */
const CHARACTERS = /.[\p{M}\uff9e\uff9f]*/gsu;
/** Blanks, and controls, joiners and variation selectors that nobody sees. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

const HIRAGANA = /[\u3041-\u3096]/;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;

/** A text as it is compared with another year's. */
export function makeWrittenForm(text: string): WrittenForm {
  let plain = "";
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { 0: character, index } of text.matchAll(CHARACTERS)) {
    const units = foldCharacter(character);
    plain += units;
    for (let unit = 0; unit < units.length; unit++) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  const left = new Set<number>();
  for (const { index } of plain.matchAll(THOUSANDS)) left.add(index);
  for (const { 0: word, index } of plain.matchAll(OKURIGANA)) {
    for (let at = 0; at < word.length; at++) if (HIRAGANA.test(word[at]!)) left.add(index + at);
  }
  if (left.size === 0) return { form: plain, starts, ends };
  const isKept = (_: unknown, at: number) => !left.has(at);
  return { form: plain.split("").filter(isKept).join(""), starts: starts.filter(isKept), ends: ends.filter(isKept) };
}

function foldCharacter(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  const plain = unfoldRadical(character).normalize("NFKC").toLowerCase().replace(UNSEEN, "");
  const folded = plainSign(plain) ?? plain;
  if (FOLDED.size < 20_000) FOLDED.set(character, folded);
  return folded;
}

const FOLDED = new Map<string, string>();
