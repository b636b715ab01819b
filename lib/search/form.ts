import { plainSign } from "../domain/plain-sign";
import { unfoldRadical } from "../domain/radical";
import { VARIANT_KANJI } from "./variants";

/**
 * A text as search compares it: NFKC, ideographs for radicals, small letters, hiragana for katakana, usual for variant
 * kanji, accents and variation selectors left out, plain signs (`plainSign`), and blanks only between two characters that are not
 * Japanese. `starts[i]` and `ends[i]` tell which stretch of the original text (offsets in UTF-16 units) the unit
 * `form[i]` comes from.
 */
export interface SearchForm {
  form: string;
  starts: number[];
  ends: number[];
}

/** Combining marks, half-width voicing marks, selectors and joiners: what belongs to the character before it. */
const TRAILING = /^[\p{M}\p{Cf}\uff9e\uff9f]$/u;
/** Controls, joiners, variation selectors, and blanks within what NFKC makes of one character. */
const IGNORED = /[\p{Cc}\p{Cf}\p{Variation_Selector}\s]/gu;
const BLANK = /^[\s\u200b]$/;
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]$/u;

/** What a UTF-16 unit is on its own; 0 where it was not met yet. */
const LETTER = 1;
const SPACE = 2;
/** A mark, half of a pair, or anything else that depends on its neighbours. */
const OTHER = 3;
const KINDS = new Uint8Array(65536);
/** Of units that are a `LETTER`: what they are compared as, and whether that begins and ends with a Japanese character. */
const PIECES = new Array<string>(65536);
const BEGINS_JAPANESE = new Uint8Array(65536);
const ENDS_JAPANESE = new Uint8Array(65536);

/** A text in the form that search compares, without the way back to the original. */
export function foldForSearch(text: string): string {
  return foldText(text, null);
}

/** A text in the form that search compares, with the place in the text that each unit of it comes from. */
export function makeSearchForm(text: string): SearchForm {
  const places = { starts: [], ends: [] };
  return { form: foldText(text, places), ...places };
}

/** Whether the character is written in kanji or kana: blanks beside it do not count. */
function isJapanese(character: string): boolean {
  return JAPANESE.test(character);
}

/** Whether a word of letters and digits of the basic plane stands in a text just as it is; `false` says nothing. */
export function holdsAsIs(text: string, word: string): boolean {
  if (!/^[\p{L}\p{N}]+$/u.test(word) || /\p{Surrogate}|[\u{10000}-\u{10ffff}]/u.test(word)) return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const next = text.charCodeAt(at + word.length);
    // A mark would make another character of the word's last one.
    if (Number.isNaN(next) || (KINDS[next] || learn(next)) !== OTHER) return true;
  }
  return false;
}

/** Folds character by character, each with the marks that follow it. Notes in `places`, if asked, where each unit comes from. */
function foldText(text: string, places: Pick<SearchForm, "starts" | "ends"> | null): string {
  let form = "";
  let endsJapanese = false;
  /** Where the blanks that are waiting for the next character begin; -1 where there are none. */
  let blanks = -1;
  const note = (units: number, start: number, end: number) => {
    for (let unit = 0; unit < units; unit += 1) {
      places?.starts.push(start);
      places?.ends.push(end);
    }
  };
  for (let at = 0; at < text.length; ) {
    const start = at;
    const unit = text.charCodeAt(at);
    const kind = KINDS[unit] || learn(unit);
    if (kind === SPACE) {
      if (blanks < 0) blanks = start;
      at += 1;
      continue;
    }
    let piece: string;
    let beginsJapanese: boolean;
    let next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
    const isAlone = kind === LETTER && (KINDS[next] || learn(next)) !== OTHER;
    if (isAlone) {
      at += 1;
      piece = PIECES[unit]!;
      beginsJapanese = BEGINS_JAPANESE[unit] === 1;
    } else {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      for (next = text.codePointAt(at) ?? 0; next > 0x7f && isTrailing(next); next = text.codePointAt(at) ?? 0) at += next > 0xffff ? 2 : 1;
      piece = fold(text.slice(start, at));
      beginsJapanese = piece !== "" && isJapanese(firstOf(piece));
    }
    if (piece === "") continue;
    if (blanks >= 0) {
      if (form !== "" && !endsJapanese && !beginsJapanese) {
        form += " ";
        if (places) note(1, blanks, start);
      }
      blanks = -1;
    }
    form += piece;
    endsJapanese = isAlone ? ENDS_JAPANESE[unit] === 1 : isJapanese(lastOf(piece));
    if (places) note(piece.length, start, at);
  }
  return form;
}

/** Finds out what a unit is on its own, and keeps it. */
function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  if (BLANK.test(character)) return (KINDS[unit] = SPACE);
  if ((unit >= 0xd800 && unit <= 0xdfff) || TRAILING.test(character)) return (KINDS[unit] = OTHER);
  const piece = fold(character);
  PIECES[unit] = piece;
  BEGINS_JAPANESE[unit] = piece !== "" && isJapanese(firstOf(piece)) ? 1 : 0;
  ENDS_JAPANESE[unit] = piece !== "" && isJapanese(lastOf(piece)) ? 1 : 0;
  return (KINDS[unit] = LETTER);
}

/** One character with its marks as it is compared; nothing where it is marks, controls or a kind of blank alone. */
function fold(cluster: string): string {
  const plain = cluster
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(IGNORED, "")
    .normalize("NFKC")
    .replace(IGNORED, "");
  let folded = "";
  for (const character of [...plain].map(unfoldRadical).join("").toUpperCase().toLowerCase().normalize("NFC")) {
    const voicing = character === "\u3099" || character === "\u309a";
    // か゚ and other kana that have no character of their own keep their voicing mark; letters lose their accents.
    if (voicing) folded += folded !== "" && isJapanese(lastOf(folded)) ? character : "";
    else folded += foldCharacter(character);
  }
  return folded.normalize("NFC");
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return character;
  const isKatakana = (code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe;
  const kana = isKatakana ? String.fromCodePoint(code - 0x60) : character;
  const known = plainSign(kana) ?? VARIANT_KANJI.get(kana);
  if (known !== undefined) return known;
  return isJapanese(kana) ? kana : kana.normalize("NFD").replace(/\p{M}/gu, "");
}

const TRAILING_KNOWN = new Map<number, boolean>();

function isTrailing(code: number): boolean {
  const known = TRAILING_KNOWN.get(code);
  if (known !== undefined) return known;
  const trailing = TRAILING.test(String.fromCodePoint(code));
  if (TRAILING_KNOWN.size < 10_000) TRAILING_KNOWN.set(code, trailing);
  return trailing;
}

function firstOf(piece: string): string {
  return String.fromCodePoint(piece.codePointAt(0)!);
}

function lastOf(piece: string): string {
  const low = piece.charCodeAt(piece.length - 1);
  return low >= 0xdc00 && low <= 0xdfff && piece.length > 1 ? piece.slice(-2) : piece.slice(-1);
}
