import { type MappedText, sliceMapped } from "./markup";
import { narrowText } from "./normalize";

/** A goal's number and what prints it; `value` is `null` for a number of two parts (`1-2`), which is no place in a list. */
export interface PrintedNumber {
  value: number | null;
  text: MappedText;
}

/** What can print a goal's number in a cell of its own: `3`, `1-2`, `③`, `Ⅲ`. */
export const NUMBER_SIGNS = "[0-9０-９]{1,3}(?:[-‐‑–−－ー][0-9０-９]{1,2})?|[①-⑳㉑-㉟㊱-㊿]|[Ⅰ-Ⅻ]";

const NUMBER_CELL = new RegExp(`^[(（【［[〔<]?\\s?(?:${NUMBER_SIGNS})\\s?[)）】］\\]〕>.．、]?$`);
const NUMBER_PREFIX =
  /^[(（【［[〔<]?\s?(?:[0-9０-９]{1,2}(?:[-‐‑–−－ー][0-9０-９]{1,2})?|[①-⑳㉑-㉟㊱-㊿]|[Ⅰ-Ⅻ])\s?(?:[)）】］\]〕>]|[.．、:：](?![0-9０-９])|\s|(?<=[①-⑳㉑-㉟㊱-㊿]))\s*/;
const FIRST_NUMBER = new RegExp(NUMBER_SIGNS);
const KANJI = "一二三四五六七八九十";

/** `3`, `(3)`, `３．`, `③`, `1-2`: a cell that holds a number alone. */
export function isNumberCell(text: string): boolean {
  return text.length <= 7 && NUMBER_CELL.test(text);
}

/** The number that a cell such as `3`, `(3)` or `３．` gives. */
export function readNumberCell(cell: MappedText): PrintedNumber | null {
  const found = FIRST_NUMBER.exec(cell.text);
  if (!found) return null;
  const text = sliceMapped(cell, found.index, found.index + found[0].length);
  return { value: readNumber(text.text), text };
}

/** A number with what parts it from the title behind it: `1 `, `(1)`, `１．`, `①`, `1-2 `; `null` where a text begins with none. */
export function findNumberPrefix(text: string): string | null {
  return NUMBER_PREFIX.exec(text)?.[0] ?? null;
}

/** A number in digits, in a circle, in Roman or in kanji numerals (to 十); `null` where it has two parts. */
export function readNumber(text: string): number | null {
  const narrow = narrowText(text);
  if (/^\d+$/.test(narrow)) return Number(narrow);
  if (/^[IVX]+$/i.test(narrow)) return readRoman(narrow.toUpperCase());
  return KANJI.includes(narrow) ? KANJI.indexOf(narrow) + 1 : null;
}

function readRoman(text: string): number {
  const values = [...text].map((sign) => ({ I: 1, V: 5, X: 10 })[sign] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
