import { nameCodePoint, UNPRINTABLE } from "@/lib/domain/characters";
import type { Message } from "@/lib/domain/message";
import { findLine, type LineIndex, spanBetween } from "./position";
import { makeMessage } from "./rules";

/** A character reference; what HTML takes for another character (U+0000, U+0080 to U+009F, halves) is none of ours. */
const REFERENCE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;
const REPLACED_BY_HTML = /[\0\x80-\x9f\ud800-\udfff]/;
/** Where a text of DOS ends. */
const END_MARK = /[\x1a\s]*$/;

/** What no text holds, written as it is or as a reference: a warning for each such character of a line, at its first place there. */
export function findUnprintable(text: string, lines: LineIndex): Message[] {
  const end = text.length - END_MARK.exec(text.slice(-1000))![0].length;
  const found = new Map<string, { character: string; start: number; end: number; count: number }>();
  const note = (character: string, start: number, to: number) => {
    if (start >= end) return;
    const key = `${findLine(lines, start)} ${character}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { character, start, end: to, count: 1 });
  };
  for (const { 0: character, index } of text.matchAll(UNPRINTABLE)) note(character, index, index + character.length);
  for (const { 0: reference, 1: hex, 2: decimal, index } of text.includes("&#") ? text.matchAll(REFERENCE) : []) {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    const character = code <= 0xffff ? String.fromCharCode(code) : "";
    if (character.search(UNPRINTABLE) === 0 && !REPLACED_BY_HTML.test(character)) note(character, index, index + reference.length);
  }
  return [...found.values()].map(({ character, start, end: to, count }) =>
    makeMessage("unprintable-character", [nameCodePoint(character), count], { span: spanBetween(lines, start, to) }),
  );
}
