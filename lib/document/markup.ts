import { Tokenizer } from "htmlparser2";
import { SOFT_BREAKS, STAND_IN, UNPRINTABLE } from "@/lib/domain/characters";

/** Text free of tags that knows where each of its code units stands in the source. */
export interface MappedText {
  text: string;
  /** Source offset of the first code unit; the rest follow one by one unless `starts` says otherwise. */
  offset: number;
  starts: readonly number[] | null;
  ends: readonly number[] | null;
}

/** Elements that converters leave in texts. Anything else in angle brackets, such as `<SAFE>`, is text. */
const ELEMENTS = new Set(
  (
    "a abbr b big blockquote body br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 head " +
    "hr html i img ins label li mark meta ol p pre rp rt ruby s section small span strike strong sub sup table tbody " +
    "td tfoot th thead tr tt u ul wbr"
  ).split(" "),
);
const BREAKS = new Set("blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p table tr ul".split(" "));
const CELLS = new Set(["td", "th"]);

/** Stands for a `<` that opens no tag: one code unit, so that positions stay. */
const NO_TAG = "\ufffe";

/** A line in which only what closes on the line, and is an element, a comment or a declaration, still looks like markup. */
function hideFalseTags(line: string): string {
  const lastComment = line.lastIndexOf("-->");
  return line.replace(/<(?:\/?([a-z][a-z0-9]*)(?=[\s/>])(?=[^<>]*>)|!--|!doctype(?=[^<>]*>)|\?xml(?=[^<>]*>))?/gi, (found, name, index) => {
    const isMarkup = found === "<!--" ? index < lastComment : name ? ELEMENTS.has(String(name).toLowerCase()) : found.length > 1;
    return isMarkup ? found : NO_TAG + found.slice(1);
  });
}

/** A break within a line, whichever of `SOFT_BREAKS` it was: a blank to all that recognises, a line break in a value. */
export const SOFT_BREAK = "\v";

/** Where a text of DOS ends, which is no part of its last line. */
const END_MARK = /\x1a+(?=\s*$)/;

/**
 * One source line (its text and the offset it begins at) without tags, its character references decoded, its soft breaks
 * as `SOFT_BREAK`, and 〓 for what no text holds.
 */
export function stripMarkup(line: string, offset: number): MappedText {
  const mapped = stripBrokenTags(line, offset);
  const text = mapped.text
    .replace(SOFT_BREAKS, SOFT_BREAK)
    .replace(END_MARK, (marks) => " ".repeat(marks.length))
    .replace(UNPRINTABLE, STAND_IN);
  return text === mapped.text ? mapped : { ...mapped, text };
}

/** Tags that soft breaks part are tags all the same. */
function stripBrokenTags(line: string, offset: number): MappedText {
  const dropped = new Set<number>();
  for (const { 0: tag, index } of line.includes("<") ? line.matchAll(/<[^<>]*>/g) : []) {
    const breaks = [...tag.matchAll(SOFT_BREAKS)];
    const name = breaks.length > 0 && /^<\/?([a-z][a-z0-9]*)(?=[\s/>])/i.exec(tag.replace(SOFT_BREAKS, ""))?.[1];
    if (name && ELEMENTS.has(name.toLowerCase())) for (const { index: at } of breaks) dropped.add(index + at);
  }
  if (dropped.size === 0) return stripTags(line, offset);
  const kept = Array.from({ length: line.length }, (_, index) => index).filter((index) => !dropped.has(index));
  const mapped = stripTags(kept.map((index) => line[index]).join(""), 0);
  return { ...mapped, offset, starts: mapped.starts!.map((at) => offset + kept[at]!), ends: mapped.ends!.map((at) => offset + kept[at - 1]! + 1) };
}

function stripTags(line: string, offset: number): MappedText {
  if (!/[<&]/.test(line)) return { text: line, offset, starts: null, ends: null };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (text: string, start: number, end: number): void => {
    parts.push(text);
    for (let index = 0; index < text.length; index++) {
      starts.push(offset + start);
      ends.push(offset + end);
    }
  };
  const addLiteral = (start: number, end: number): void => {
    parts.push(line.slice(start, end));
    for (let index = start; index < end; index++) {
      starts.push(offset + index);
      ends.push(offset + index + 1);
    }
  };
  const addMarkup = (start: number, end: number): void => {
    if (start >= end) return;
    const raw = line.slice(start, end);
    const tag = raw.endsWith(">") ? /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i.exec(raw) : null;
    const name = tag?.[2]?.toLowerCase() ?? "";
    if (ELEMENTS.has(name)) {
      if (BREAKS.has(name)) add("\n", start, end);
      else if (CELLS.has(name) && tag?.[1]) add("\t", start, end);
    } else if (!/^<(?:!--[^]*--|!doctype\b[^]*|\?xml\b[^]*)>$/i.test(raw)) {
      addLiteral(start, end);
    }
  };

  let done = 0;
  /** Where each tag or comment since `done` begins: they may follow each other without text between. */
  let marks: number[] = [];
  const flush = (upTo: number): void => {
    for (const mark of marks) {
      addMarkup(done, mark);
      done = Math.max(done, mark);
    }
    marks = [];
    addMarkup(done, upTo);
    done = Math.max(done, upTo);
  };
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      onend: nothing,
      onopentagend: nothing,
      onselfclosingtag: nothing,
      oncdata: nothing,
      oncomment: (start) => void marks.push(Math.max(done, start - 4)),
      ondeclaration: (start) => void marks.push(Math.max(done, start - 2)),
      onprocessinginstruction: (start) => void marks.push(Math.max(done, start - 2)),
      onopentagname: (start) => void marks.push(start - 1),
      onclosetag: (start) => void marks.push(start - 2),
      ontext: (start, end) => {
        flush(start);
        addLiteral(done, end);
        done = end;
      },
      ontextentity: (codepoint, end) => {
        const start = Math.max(done, line.lastIndexOf("&", end - 1));
        const terminated = line[end - 1] === ";";
        if (start >= end) {
          // A reference to two characters comes in two calls for one place.
          if (terminated) add(String.fromCodePoint(codepoint), line.lastIndexOf("&", end - 1), end);
          return;
        }
        flush(start);
        if (terminated) add(String.fromCodePoint(codepoint), start, end);
        else addLiteral(start, end);
        done = end;
      },
    },
  );
  tokenizer.write(hideFalseTags(line));
  tokenizer.end();
  if (done < line.length) flush(line.length);
  return { text: parts.join(""), offset, starts, ends };
}

/** Part of a mapped text, by indexes into its text. */
export function sliceMapped(mapped: MappedText, from: number, to: number = mapped.text.length): MappedText {
  if (from === 0 && to === mapped.text.length) return mapped;
  return {
    text: mapped.text.slice(from, to),
    offset: sourceStart(mapped, from),
    starts: mapped.starts?.slice(from, to) ?? null,
    ends: mapped.ends?.slice(from, to) ?? null,
  };
}

/** Source offset of the code unit at an index. */
export function sourceStart(mapped: MappedText, index: number): number {
  return mapped.starts?.[index] ?? (mapped.starts ? (mapped.ends?.at(-1) ?? mapped.offset) : mapped.offset + index);
}

/** Source offset just after the text. */
export function sourceEnd(mapped: MappedText): number {
  return mapped.ends ? (mapped.ends.at(-1) ?? mapped.offset) : mapped.offset + mapped.text.length;
}

/** Without the blanks (also full-width and zero-width ones) at both ends. */
export function trimMapped(mapped: MappedText): MappedText {
  const { text } = mapped;
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return sliceMapped(mapped, from, to);
}

/** The non-blank lines of a text that `<br>` or list items may have broken, each trimmed. */
export function splitPieces(mapped: MappedText): MappedText[] {
  return splitAtSign(mapped, "\n");
}

/** The lines of a piece that soft breaks part, each trimmed; the piece as it is where there are none. */
export function splitBreaks(piece: MappedText): MappedText[] {
  return piece.text.includes(SOFT_BREAK) ? splitAtSign(piece, SOFT_BREAK) : [piece];
}

/** A text without its soft breaks, which may stand within any word. */
export function dropBreaks(mapped: MappedText): MappedText {
  if (!mapped.text.includes(SOFT_BREAK)) return mapped;
  const kept: number[] = [];
  for (let index = 0; index < mapped.text.length; index++) if (mapped.text[index] !== SOFT_BREAK) kept.push(index);
  return {
    text: kept.map((index) => mapped.text[index]).join(""),
    offset: sourceStart(mapped, kept[0] ?? 0),
    starts: kept.map((index) => sourceStart(mapped, index)),
    ends: kept.map((index) => mapped.ends?.[index] ?? mapped.offset + index + 1),
  };
}

/** A part of what `dropBreaks` gave, with the soft breaks that `whole` has within it. */
export function restoreBreaks(part: MappedText, whole: MappedText): MappedText {
  const [start, end] = [sourceStart(part, 0), sourceEnd(part)];
  let from = 0;
  while (from < whole.text.length && sourceStart(whole, from) < start) from++;
  let to = from;
  while (to < whole.text.length && (whole.ends?.[to] ?? whole.offset + to + 1) <= end) to++;
  return sliceMapped(whole, from, to);
}

function splitAtSign(mapped: MappedText, sign: string): MappedText[] {
  const pieces: MappedText[] = [];
  let from = 0;
  for (let index = 0; index <= mapped.text.length; index++) {
    if (index < mapped.text.length && mapped.text[index] !== sign) continue;
    const piece = trimMapped(sliceMapped(mapped, from, index));
    if (piece.text !== "") pieces.push(piece);
    from = index + 1;
  }
  return pieces;
}

function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0x1a ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0x85
  );
}
