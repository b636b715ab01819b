import type { RatingScaleEntry } from "@/lib/domain/plan";
import { dropBreaks, type MappedText, restoreBreaks, SOFT_BREAK, sliceMapped, sourceEnd, sourceStart, splitPieces, trimMapped } from "./markup";
import { narrowText } from "./normalize";
import type { ScaleDraft } from "./plan-draft";

const BULLET = /^[-・*●○◆◇■□▪•※–—−－]{1,3}\s{0,4}/;
const LETTER = /^[(（【［[〔「<]?\s?([A-ZＡ-Ｚ])\s?[)）】］\]〕」>]?(?![A-Za-zＡ-Ｚａ-ｚ])/;
const COLUMN_HEADING = /^(?:区分|評価(?:区分)?|達成度|達成状況|記号|ランク|内容|基準|評価基準|判断基準|目安|達成率|説明|状態|名称|評価内容)$/;

/** Whether a row of cells heads the columns of a printed scale (区分, 内容 …). */
export function isScaleHeading(cells: readonly MappedText[]): boolean {
  const filled = cells.filter((cell) => cell.text !== "");
  return filled.length >= 2 && filled.every((cell) => COLUMN_HEADING.test(narrowText(cell.text).replace(/\s/g, "")));
}

/** One entry of a printed scale, `- A：達成（目標を…。100%）` or in cells; `null` where the row is none. */
export function readScaleEntry(cells: readonly MappedText[]): ScaleDraft | null {
  if (!cells.some(({ text }) => text.includes(SOFT_BREAK))) return readFlatEntry(cells);
  const entry = readFlatEntry(cells.map(dropBreaks));
  const restore = (part: MappedText) => {
    const whole = cells.find((cell) => sourceStart(cell, 0) <= sourceStart(part, 0) && sourceEnd(part) <= sourceEnd(cell));
    return whole ? restoreBreaks(part, whole) : part;
  };
  return (
    entry && {
      rating: restore(entry.rating),
      label: entry.label && restore(entry.label),
      criterion: entry.criterion.map(restore),
      whole: cells.filter(({ text }) => text !== ""),
    }
  );
}

function readFlatEntry(cells: readonly MappedText[]): ScaleDraft | null {
  const filled = cells.filter((cell) => cell.text !== "");
  const first = filled[0];
  if (!first) return null;
  const bullet = BULLET.exec(first.text)?.[0].length ?? 0;
  const body = sliceMapped(first, bullet);
  const letter = LETTER.exec(body.text);
  if (letter?.[1]) {
    const from = letter[0].indexOf(letter[1]);
    const rating = sliceMapped(body, from, from + 1);
    // The separator may open the next cell instead: `A | ：達成（…）`.
    const cells = [sliceMapped(body, letter[0].length), ...filled.slice(1)];
    const at = cells.findIndex((cell) => skipSeparator(cell).text !== "");
    return at === -1 ? null : { ...readLabel([skipSeparator(cells[at]!), ...cells.slice(at + 1)]), rating, whole: filled };
  }
  const { label, criterion } = readLabel([body, ...filled.slice(1)]);
  if (!label?.text || criterion.length === 0 || label.text.length > 12 || /[。、]/.test(label.text)) return null;
  return { whole: filled, rating: label, label: null, criterion };
}

/** 達成（目標を…） as label and criterion; a colon, a blank or the next cell serves as well as brackets. */
function readLabel(cells: MappedText[]): { label: MappedText | null; criterion: MappedText[] } {
  const [first, ...others] = cells;
  if (!first) return { label: null, criterion: [] };
  const inner = readBracketed(first);
  if (inner) return { label: inner.label, criterion: [...splitPieces(inner.criterion), ...others.flatMap(unwrap)] };
  if (others.length > 0) return { label: first, criterion: others.flatMap(unwrap) };
  const separator = /[:：]|\s+/.exec(first.text);
  if (!separator) return isCriterion(first.text) ? { label: null, criterion: [first] } : { label: first, criterion: [] };
  const label = trimMapped(sliceMapped(first, 0, separator.index));
  const rest = skipSeparator(sliceMapped(first, separator.index));
  if (isCriterion(label.text)) return { label: null, criterion: [first] };
  return { label, criterion: unwrap(rest) };
}

/** Text with a bracket at its very end that pairs with the first one: 達成（…（…）…）. */
function readBracketed(cell: MappedText): { label: MappedText; criterion: MappedText } | null {
  const open = cell.text.search(/[(（]/);
  if (open < 1 || !/[)）]$/.test(cell.text)) return null;
  const label = trimMapped(sliceMapped(cell, 0, open));
  if (/[:：\s。]/.test(label.text)) return null;
  return { label, criterion: trimMapped(sliceMapped(cell, open + 1, cell.text.length - 1)) };
}

/** A criterion without the brackets that hold the whole of it. */
function unwrap(cell: MappedText): MappedText[] {
  const { text } = cell;
  if (!/^[(（]/.test(text) || !/[)）]$/.test(text)) return splitPieces(cell);
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (/[(（]/.test(text[index] ?? "")) depth++;
    if (/[)）]/.test(text[index] ?? "")) depth--;
    if (depth === 0 && index < text.length - 1) return splitPieces(cell);
  }
  return splitPieces(sliceMapped(cell, 1, text.length - 1));
}

function skipSeparator(cell: MappedText): MappedText {
  return trimMapped(sliceMapped(cell, /^[\s:：・.．、,，=＝-]{0,6}/.exec(cell.text)?.[0].length ?? 0));
}

function isCriterion(text: string): boolean {
  return /[。、]|[%％]/.test(text);
}

/** The percentages that a criterion names: 100% as 100–100, 70%以上100%未満 as 70–100, 50%未満 as null–50. */
export function readPercentRange(criterion: string | null): Pick<RatingScaleEntry, "min" | "max"> {
  const text = narrowText(criterion ?? "").replace(/\s/g, "");
  const found = [...text.matchAll(/(\d{1,3}(?:\.\d{1,2})?)(?:%|パーセント)(以上|超|を超え|以下|未満|~)?/g)];
  let min: number | null = null;
  let max: number | null = null;
  for (const [, digits, word] of found) {
    const percent = Number(digits);
    if (word === "以上" || word === "超" || word === "を超え" || word === "~") min ??= percent;
    else if (word === "未満" || word === "以下") max ??= percent;
    else if (found.length === 1) return { min: percent, max: percent };
    else max ??= percent;
  }
  return { min, max };
}
