/**
 * Breaks within a line: Word's (U+000B), a page's end (U+000C), NEL (U+0085) and Unicode's own (U+2028, U+2029). They end
 * no line of the source, whose lines are counted as editors count them, by LF, CRLF and CR alone.
 */
export const SOFT_BREAKS = /[\v\f\u0085\u2028\u2029]/g;

/** Controls, noncharacters and halves of characters: what no text holds, and XML mostly cannot. U+0009, U+000A and U+000D are texts'. */
export const UNPRINTABLE =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Stands for what cannot be shown, as in print for a character that is not at hand. */
export const STAND_IN = "〓";

/** A text as it can be shown: soft breaks as LF, what is unprintable as 〓; each one code unit for one. */
export function showText(text: string): string {
  return text.replace(SOFT_BREAKS, "\n").replace(UNPRINTABLE, STAND_IN);
}

/** A code unit by its number, `U+000B`. */
export function nameCodePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
