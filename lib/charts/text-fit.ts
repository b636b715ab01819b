import { splitLetters } from "@/lib/domain/letters";
import { FORMER_NAMES } from "@/lib/texts/department-name";

/** Width of a text in em: half-width letters count 0.58, all others 1. An estimate for fonts that are not known on the server. */
export function measureText(text: string): number {
  let width = 0;
  for (const letter of splitLetters(text)) width += /^[\u0020-\u007e\uff61-\uff9f]$/.test(letter) ? 0.58 : 1;
  return width;
}

/** Size in pixels at which a text fits into a width, `usual` at most; a single letter always has the usual one. */
export function fitFontSize(text: string, width: number, usual: number): number {
  const em = measureText(text);
  return em > 1 ? Math.min(usual, Math.floor((10 * width) / em) / 10) : usual;
}

/** Baseline, in pixels, of letters and digits of a size whose middle is to stand at `y`; not every program knows baselines but this one. */
export function centreText(y: number, size: number): number {
  return Math.round((y + 0.36 * size) * 100) / 100;
}

const WORDS = new Intl.Segmenter("ja", { granularity: "word" });
/** Punctuation and, so that a phrase keeps its particles and endings (続け・られる・まち), words in hiragana. */
const NEVER_FIRST = /^(?:[、。，．・：；〜）」』】〕］｝ー々ァィゥェォッャュョ,.!?)\]}]|[ぁ-ゖ]+$)/;

/** What is one with the segment that follows it: an opening bracket or quotation mark, a prefix (未達成), a number with what it counts; and what is counted or numbered with its number. */
const NEVER_LAST = /[（「『【〔［｛([{“‘\d０-９]$|(?:^|[^\p{Script=Han}])[未約全各]$/u;
const NUMBERED = /[^\s\d,.:;、。，．・：；）」』】〕］｝] ?$/;
const NUMBER_FIRST = /^[\d０-９]/;
/** Western words are one with what is joined to them: self-evaluation, “text”. */
const JOINED = /^[-–’'”:;/]/;

/** Breaks a text into lines of at most `width` em between phrases; a phrase longer than a line is broken where it must be. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const segment of splitPhrases(text)) {
    if (line === "" || measureText(line + segment) <= width) {
      line += segment;
    } else {
      lines.push(line);
      line = segment;
    }
    while (measureText(line) > width) {
      const [head, tail] = breakAt(line, width);
      lines.push(head);
      line = tail;
    }
  }
  if (line.trim()) lines.push(line);
  return lines.map((each) => each.trim());
}

function splitPhrases(text: string): string[] {
  const phrases: string[] = [];
  for (const segment of text.split(FORMER_NAMES).flatMap((part) => (FORMER_NAMES.test(part) ? part : [...WORDS.segment(part)].map((word) => word.segment)))) {
    const last = phrases.at(-1);
    if (last !== undefined && belongTogether(last, segment)) phrases[phrases.length - 1] += segment;
    else phrases.push(segment);
  }
  return phrases;
}

function belongTogether(before: string, after: string): boolean {
  if (/^\s/.test(after) || NEVER_FIRST.test(after) || (JOINED.test(after) && !/\s$/.test(before))) return true;
  return NEVER_LAST.test(before) || /[-–]$/.test(before) || (NUMBER_FIRST.test(after) && NUMBERED.test(before));
}

function breakAt(text: string, width: number): [string, string] {
  let head = "";
  for (const letter of splitLetters(text)) {
    if (head !== "" && measureText(head + letter) > width) break;
    head += letter;
  }
  return [head, text.slice(head.length)];
}

/** A text on one line of at most `width` em; where there is more of it, the line says so. */
export function cutLine(text: string, width: number): string {
  return measureText(text) <= width ? text : `${breakAt(text, width - 1)[0].trimEnd()}…`;
}
