import { plainSign } from "@/lib/domain/plain-sign";
import { unfoldRadical } from "@/lib/domain/radical";
import { makeWrittenForm } from "@/lib/domain/written-form";

/**
 * The form in which labels and ratings are compared: NFKC with radicals as ideographs and ヶ as ケ, capitals, no blanks, no
 * middle dots, commas or slashes, one kind of dash. Never stored or shown. `ends[i]` is the index in the original just after the character that
 * `key[i]` comes from.
 */
export interface MatchKey {
  key: string;
  starts: number[];
  ends: number[];
}

const IGNORED = /[\s\u200b\u2060\ufeff・･·•‧∙/／、,，]/;
/** A character with the voicing marks behind it, which a Mac's file names and half-width kana have apart. */
const CHARACTER = /[^][\u3099\u309a\uff9e\uff9f]*/gu;

/** The matching form of a text's beginning: of at most `limit` of its code units. */
export function makeMatchKey(text: string, limit = 80): MatchKey {
  let key = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  for (const [character] of (text.length > limit ? text.slice(0, limit) : text).matchAll(CHARACTER)) {
    const start = index;
    index += character.length;
    const units = normalizeCharacter(character);
    key += units;
    for (let count = 0; count < units.length; count++) {
      starts.push(start);
      ends.push(index);
    }
  }
  return { key, starts, ends };
}

/** Whether two texts are the same but for how they are written: width, case, blanks, kinds of dashes and dots, 取り組み for 取組. */
export function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [foldText(one), foldText(other)];
  return first === second || makeWrittenForm(first).form === makeWrittenForm(second).form;
}

/** A whole text in matching form. */
export function foldText(text: string): string {
  return makeMatchKey(text.normalize("NFKC"), Infinity).key;
}

/** Full-width digits, letters and signs to half width; the text may get longer or shorter. */
export function narrowText(text: string): string {
  return text.normalize("NFKC").trim();
}

/** The first code unit of a text in matching form. */
export function findFirstKey(text: string): string {
  for (const character of text.slice(0, 20)) {
    const [first] = normalizeCharacter(character);
    if (first) return first;
  }
  return "";
}

/** What a character is compared as; nothing for those that are ignored. */
function normalizeCharacter(character: string): string {
  const known = NORMALIZED.get(character);
  if (known !== undefined) return known;
  const plain = [...character.normalize("NFKC").toUpperCase()].filter((unit) => !IGNORED.test(unit)).join("");
  const normal = plainSign(plain) ?? unfoldRadical(plain);
  if (NORMALIZED.size < 20_000) NORMALIZED.set(character, normal);
  return normal;
}

const NORMALIZED = new Map<string, string>();
