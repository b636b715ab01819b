import { type MappedText, sliceMapped, trimMapped } from "./markup";
import { narrowText } from "./normalize";

const LETTER = "[A-ZＡ-Ｚ](?:[+＋'’′″](?![A-Za-z])|[-－−](?=\\s*[:：]))?(?![A-Za-zＡ-Ｚａ-ｚ])|(?:SS|ＳＳ)(?![A-Za-z])";
const SIGN = "[①-⑳]|[Ⅰ-Ⅻ]|[◎○〇◯△▲▽▼×✕✖]|[★☆]{1,5}|[●◇◆□■](?=\\s*[:：])";
const DASH = "[-−－―ー–](?=\\s*[:：]|$)";
const DIGIT = "[0-9０-９]{1,2}点?(?=\\s*[:：]|\\s|$)";
const MARK = new RegExp(
  `^(?:(?:評価|判定|ランク|区分)\\s?)?[(（【［[〔「<]?\\s?(${LETTER}|${SIGN}|${DASH}|${DIGIT})\\s?[)）】］\\]〕」>]?(?:(?:評価|判定|ランク)(?=[\\s:：(（]|$))?`,
);
const BULLET = /^(?:[-・*●○◆◇■□▪•※–—−－]{1,3}\s{0,4})(?=\S)/;
/** What parts a mark from its label where several entries stand in a line. */
const BEHIND = /^\s*(?:[:：=＝…(（]|\s|評価|判定)/;

/** A rating's sign at the beginning of a line of a scale, and what stands behind it. */
export interface ScaleMark {
  mark: MappedText;
  rest: MappedText;
}

/** `A`, `評価A`, `A評価`, `①`, `◎`, `5：`, `A′`, `−：`, behind a bullet or not; `null` where a line begins with none. */
export function readScaleMark(cell: MappedText, alone: boolean): ScaleMark | null {
  const bullet = BULLET.exec(cell.text)?.[0].length ?? 0;
  const inner = bullet > 0 ? findMark(sliceMapped(cell, bullet), alone) : null;
  // ○ 計画どおり has a mark, ○ A：達成 a bullet and a mark.
  return inner ?? findMark(cell, alone);
}

function findMark(cell: MappedText, alone: boolean): ScaleMark | null {
  const found = MARK.exec(cell.text);
  const mark = found?.[1];
  if (!mark) return null;
  // Behind a blank, a digit or a dash at the end of its cell is a mark where other cells follow.
  if (/^[-−－―ー–]$/.test(mark) && found[0].length === cell.text.length && alone) return null;
  if (/^[(（]?[0-9０-９]{1,2}[)）]$/.test(found[0].trim())) return null;
  const from = found[0].indexOf(mark);
  return { mark: sliceMapped(cell, from, from + mark.length), rest: sliceMapped(cell, found[0].length) };
}

/** A cell without the sign that sets it off in a list. */
export function skipBullet(cell: MappedText): MappedText {
  return sliceMapped(cell, BULLET.exec(cell.text)?.[0].length ?? 0);
}

/** `(1) 前倒し実施`, `2. 計画どおり`: the words behind a number that only lists them; `null` where there is none. */
export function skipListNumber(cell: MappedText): MappedText | null {
  const found = /^(?:[(（]\s?[0-9０-９]{1,2}\s?[)）]|[0-9０-９]{1,2}\s?[.．)）])\s*(?=\S)/.exec(cell.text);
  return found && sliceMapped(cell, found[0].length);
}

/** The entries of a scale that run together in one line, `A  上回るB  計画どおりC  下回る`; the cell alone where it holds one. */
export function splitEntries(cell: MappedText): MappedText[] {
  const first = readScaleMark(cell, true);
  if (!first) return [cell];
  const starts = [0];
  let mark = first.mark.text;
  let from = cell.text.length - first.rest.text.length;
  for (;;) {
    const at = findNext(cell.text, from, mark);
    if (at === -1) break;
    starts.push(at);
    mark = cell.text[at]!;
    from = at + 1;
  }
  return starts.map((start, index) => {
    const part = trimMapped(sliceMapped(cell, start, starts[index + 1] ?? cell.text.length));
    return starts.length > 1 ? trimMapped(sliceMapped(part, 0, part.text.replace(/[、，,／/｜|]\s*$/, "").length)) : part;
  });
}

const LABELLED = /(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９])[A-ZＡ-Ｚ0-9０-９][+＋]?\s*[:：=＝…]|(?:^|[\s、，,／/｜|(（])[◎○〇◯△▲×①-⑳★☆]+\s*[^\s★☆、，,／/・)）]/g;

/** Whether a text has marks with their labels, `least` at least: A：達成、B：概ね達成. */
export function holdsScale(text: string, least = 1): boolean {
  return (text.match(LABELLED)?.length ?? 0) >= least;
}

/** The scale in brackets behind a heading: 達成度（A：達成 B：未達成）; `null` where there is none. */
export function findScaleNote(behind: string): { from: number; to: number } | null {
  const found = /^\s{0,2}[(（]([^()（）]{4,80})[)）]\s*$/.exec(behind);
  if (!found || !holdsScale(found[1]!, 2)) return null;
  const from = behind.indexOf(found[1]!);
  return { from, to: from + found[1]!.length };
}

/** Where the mark that follows another stands outside brackets, with a label behind it. */
function findNext(text: string, from: number, mark: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (/[(（]/.test(sign)) depth++;
    else if (/[)）]/.test(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && follows(narrowText(mark), sign) && isMarkAt(text, at)) return at;
  }
  return -1;
}

function isMarkAt(text: string, at: number): boolean {
  const behind = text.slice(at + 1, at + 4);
  if (/[①-⑳]/.test(text[at]!)) return /\S/.test(behind);
  if (/[◎○〇◯△▲×✕✖]/.test(text[at]!) && /[\s、，,／/｜|]/.test(text[at - 1] ?? "")) return /\S/.test(behind);
  if (/[A-Za-zＡ-Ｚａ-ｚ0-9０-９]/.test(text[at - 1] ?? "")) return false;
  return /[0-9０-９]/.test(text[at]!) ? /^\s*[:：]/.test(behind) : BEHIND.test(behind);
}

/** Whether a mark is the next one of a scale: B after A, A after S, ② after ①, 4 after 5, any other sign after a sign. */
function follows(mark: string, sign: string): boolean {
  const next = narrowText(sign);
  if (/^[A-Z]/.test(mark)) return /^[A-Z]$/.test(next) && (mark[0] === "S" ? next === "A" : next.charCodeAt(0) === mark.charCodeAt(0) + 1);
  if (/^\d+$/.test(mark)) return /^\d+$/.test(next) && Math.abs(Number(next) - Number(mark)) === 1;
  return /^[◎○〇◯△▲×✕✖]$/.test(sign) && sign !== mark;
}
