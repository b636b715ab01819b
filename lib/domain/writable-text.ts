import { STAND_IN } from "./characters";

/**
 * All but what XML 1.0 can hold (Char, https://www.w3.org/TR/xml/#charsets), without what it advises against there (controls
 * and noncharacters) and U+FFFD, which stands for a character that was lost already.
 */
const UNWRITABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc\u{10000}-\u{10ffff}]/gu;

/**
 * A text, or a whole document, as XML of any kind can hold it (SVG, workbooks, oEmbed). 〓 stands for each character that
 * cannot be written, as in print for one that is not at hand: nothing is lost in silence.
 */
export function replaceUnwritable(text: string): string {
  return text.replace(UNWRITABLE, STAND_IN);
}
