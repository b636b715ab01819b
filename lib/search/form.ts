import { VARIANT_KANJI } from "./variants";

/**
 * A text as search compares it: NFKC, small letters, hiragana for katakana, usual for variant kanji, accents and
 * variation selectors left out, plain quotes and hyphens, and blanks only between two characters that are not
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
const PLAIN_SIGNS = new Map([
  ..."‐‑‒–—―−－⁃﹣".split("").map((dash): [string, string] => [dash, "-"]),
  ..."“”„‟〝〞〟".split("").map((quote): [string, string] => [quote, '"']),
  ..."‘’‚‛ʼ".split("").map((quote): [string, string] => [quote, "'"]),
  ["〜", "~"],
  ["ゖ", "け"],
  ["ゕ", "か"],
]);

/** What each character met so far is compared as; `null` for those that depend on what they follow, and blanks. */
const KNOWN = new Map<string, string | null>();
/** More characters than any real data has; keeps a stream of odd ones from filling memory. */
const MOST_KNOWN = 40_000;

/** A text in the form that search compares, without the way back to the original. */
export function foldForSearch(text: string): string {
  let form = "";
  eachPiece(text, (piece) => {
    form += piece;
  });
  return form;
}

/** A text in the form that search compares, with the place in the text that each unit of it comes from. */
export function makeSearchForm(text: string): SearchForm {
  let form = "";
  const starts: number[] = [];
  const ends: number[] = [];
  eachPiece(text, (piece, start, end) => {
    form += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  });
  return { form, starts, ends };
}

/** Whether the character is written in kanji or kana: blanks beside it do not count. */
export function isJapanese(character: string): boolean {
  return JAPANESE.test(character);
}

/** Calls `take` with each piece of the form and the stretch of the text that it comes from. */
function eachPiece(text: string, take: (piece: string, start: number, end: number) => void): void {
  let last = "";
  /** Where the blanks that are waiting for the next character begin; -1 where there are none. */
  let blanks = -1;
  let at = 0;
  while (at < text.length) {
    const start = at;
    let character = String.fromCodePoint(text.codePointAt(at)!);
    at += character.length;
    let piece = foldKnown(character);
    if (piece === null && BLANK.test(character)) {
      if (blanks < 0) blanks = start;
      continue;
    }
    let next = at < text.length ? text.codePointAt(at)! : 0;
    if (next > 0x2ff && isTrailing(next)) {
      while (next > 0x2ff && isTrailing(next)) {
        const mark = String.fromCodePoint(next);
        character += mark;
        at += mark.length;
        next = at < text.length ? text.codePointAt(at)! : 0;
      }
      piece = fold(character);
    } else piece ??= fold(character);
    if (piece === "") continue;
    if (blanks >= 0) {
      if (last !== "" && !isJapaneseKnown(last) && !isJapaneseKnown(firstOf(piece))) take(" ", blanks, start);
      blanks = -1;
    }
    take(piece, start, at);
    last = lastOf(piece);
  }
}

function foldKnown(character: string): string | null {
  const known = KNOWN.get(character);
  if (known !== undefined) return known;
  const folded = BLANK.test(character) ? null : fold(character);
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(character, folded);
  return folded;
}

/** One character with its marks as it is compared; nothing where it is marks, controls or a kind of blank alone. */
function fold(cluster: string): string {
  const plain = cluster.replace(/\p{Cs}/gu, "\ufffd").replace(IGNORED, "").normalize("NFKC").replace(IGNORED, "");
  let folded = "";
  for (const character of plain.toUpperCase().toLowerCase().normalize("NFC")) {
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
  const known = PLAIN_SIGNS.get(kana) ?? VARIANT_KANJI.get(kana);
  if (known !== undefined) return known;
  return isJapanese(kana) ? kana : kana.normalize("NFD").replace(/\p{M}/gu, "");
}

const TRAILING_KNOWN = new Map<number, boolean>();

function isTrailing(code: number): boolean {
  const known = TRAILING_KNOWN.get(code);
  if (known !== undefined) return known;
  const trailing = TRAILING.test(String.fromCodePoint(code));
  if (TRAILING_KNOWN.size < MOST_KNOWN) TRAILING_KNOWN.set(code, trailing);
  return trailing;
}

const JAPANESE_KNOWN = new Map<string, boolean>();

function isJapaneseKnown(character: string): boolean {
  const known = JAPANESE_KNOWN.get(character);
  if (known !== undefined) return known;
  const japanese = isJapanese(character);
  if (JAPANESE_KNOWN.size < MOST_KNOWN) JAPANESE_KNOWN.set(character, japanese);
  return japanese;
}

function firstOf(piece: string): string {
  return String.fromCodePoint(piece.codePointAt(0)!);
}

function lastOf(piece: string): string {
  const low = piece.charCodeAt(piece.length - 1);
  return low >= 0xdc00 && low <= 0xdfff && piece.length > 1 ? piece.slice(-2) : piece.slice(-1);
}
