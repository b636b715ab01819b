import { type MappedText, sliceMapped } from "./markup";
import { narrowText } from "./normalize";

/** A goal's number and the digits that print it. */
export interface PrintedNumber {
  value: number;
  text: MappedText;
}

/** `3`, `(3)`, `３．`, `③`: a cell that holds a number alone. */
export function isNumberCell(text: string): boolean {
  return text.length <= 6 && /^[(（【［[〔<]?\s?(?:[0-9０-９]{1,3}|[①-⑳])\s?[)）】］\]〕>.．、]?$/.test(text);
}

/** The number that a cell such as `3`, `(3)` or `３．` gives. */
export function readNumberCell(cell: MappedText): PrintedNumber | null {
  const digits = /[0-9０-９]{1,3}|[①-⑳]/.exec(cell.text);
  if (!digits) return null;
  const text = sliceMapped(cell, digits.index, digits.index + digits[0].length);
  return { value: Number(narrowText(text.text)), text };
}
